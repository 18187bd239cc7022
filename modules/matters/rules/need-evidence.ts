import { allowed, denied, type Allowed, type Denied } from '../kit/facts.ts';
import type { EvidenceKind, EvidenceRule, Outcome, Procedure } from '../kit/define-procedure.ts';
import type { Named } from '../kit/named.ts';
import type { Input } from '../kit/matter.ts';

/** What shows it, in the words of the rule. */
export const evidenceNames: Readonly<Record<EvidenceKind, Named>> = {
  photo: { zh: '同一地点完成后的照片', en: 'a photo of the same place afterwards' },
  signature: { zh: '本人签字单的照片', en: 'a photo of the signed slip' },
  document: { zh: '办结文书及编号', en: 'a document with its number' },
  witness: { zh: '见证人或当面确认的情况', en: 'a witness or a confirmation in person' },
};

/** The kinds of evidence of which one is enough for a matter of this subject (凭证要求). */
export const evidenceFor = (rule: EvidenceRule, subject: string): readonly EvidenceKind[] =>
  rule.bySubject[subject] ?? rule.otherwise;

/** The same in one sentence of each language. */
export function sayEvidence(kinds: readonly EvidenceKind[]): Named {
  const names = kinds.map((kind) => evidenceNames[kind]);
  return { zh: names.map(({ zh }) => zh).join('，或') || '', en: names.map(({ en }) => en).join(', or ') || '' };
}

/**
 * Says whether an answer with this outcome shows what the procedure asks for by kind of matter (办结凭证), whatever else
 * was filled in.
 *
 * @returns allowed, or denied with `evidence.missing`, naming what would do
 * @source features 36; decision 0007
 */
export function showsEvidence(
  { evidence: rule }: Procedure,
  subject: string,
  concludes: Outcome | null | undefined,
  input: Input,
): Allowed | Denied {
  if (!rule || concludes !== rule.for) return allowed;
  const kinds = evidenceFor(rule, subject);
  const isThere = (kind: EvidenceKind): boolean => {
    const field = rule.fields[kind];
    const value = field === undefined ? undefined : input[field];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
  };
  if (kinds.some(isThere)) return allowed;
  const need = sayEvidence(kinds);
  return denied('evidence.missing', { needZh: need.zh, needEn: need.en });
}
