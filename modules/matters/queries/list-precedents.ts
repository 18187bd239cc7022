import type { Work } from '../../../platform/work.ts';
import type { BodyView } from '../contract/views.ts';
import type { Step } from '../kit/define-procedure.ts';
import { branchesOf } from '../kit/passages.ts';
import { askerOf } from '../rules/asker-of.ts';
import { mayBegin } from '../rules/decide.ts';
import { procedureOf } from '../rules/engine.ts';
import { loadMatter } from '../store/matter-store.ts';
import { loadPrecedents, loadReason } from '../store/precedent-store.ts';
import { subjectOf } from '../store/subject-source.ts';
import { loadNames } from './names.ts';

const SHOWN = 3;

export type Precedent = {
  readonly matterId: string;
  readonly seq: number;
  readonly at: Date;
  readonly subject: string;
  readonly ruledTo: BodyView;
  readonly askedBefore: readonly BodyView[];
};

/**
 * Lists how matters like this one were ruled before (裁定先例): of the same procedure and subject, those of its own
 * sub-district first, the newest first, at most three. None when nobody says what kind of matter it is.
 *
 * They are from the whole district, and only for who may take this step now, and where it hands the matter on: whoever asks somebody to
 * help decides nothing about who has it. The reason takes {@link findReason}.
 */
export async function listPrecedents(
  work: Work,
  { matterId, step }: { readonly matterId: string; readonly step: string },
): Promise<Precedent[]> {
  const loaded = await loadMatter(work, matterId);
  const by = askerOf(work.actor, matterId);
  if (!loaded || !by || !handsOn(procedureOf(loaded.matter).steps[step])) return [];
  if (!mayBegin(procedureOf(loaded.matter), loaded.matter, step, by, work.now).allowed) return [];
  const subject = await subjectOf(work, loaded.matter);
  if (subject === '') return [];
  const { procedureId, areaCode } = loaded.matter;
  const rows = await loadPrecedents(work, { procedureId, subject, areaCode, limit: SHOWN });
  const names = await loadNames(
    work,
    rows.flatMap(({ ruledBodyId, askedBodyIds }) => [ruledBodyId, ...askedBodyIds]),
    [],
  );
  return rows.map(({ matterId: from, seq, at, ruledBodyId, askedBodyIds }) => ({
    matterId: from,
    seq,
    at,
    subject,
    ruledTo: names.body(ruledBodyId),
    askedBefore: askedBodyIds.map(names.body),
  }));
}

const handsOn = (step: Step | undefined): boolean =>
  step !== undefined && branchesOf(step, '').some(({ moves }) => moves && ('offerTo' in moves || 'ruleTo' in moves));

/**
 * Finds the reason of a ruling (裁定理由), unmasked; undefined outside the scope of the work, or when it was erased by law.
 */
export const findReason = (
  work: Work,
  ruling: { readonly matterId: string; readonly seq: number },
): Promise<string | undefined> => loadReason(work, ruling);
