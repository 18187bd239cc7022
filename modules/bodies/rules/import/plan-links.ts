import type { ListRow } from '../../../../platform/sheets/read-lists.ts';
import { linkKinds, type BodyLink, type LinkKind } from '../../contract/body.ts';
import { mayLink, type LinkRefusal } from '../may-link.ts';
import { findBodyNamed } from './plan-posts.ts';
import { foldName } from './read-cells.ts';
import { note, type KnownBody, type Ledger, type Register } from './register.ts';

type Both = { readonly zh: string; readonly en: string };
export type LinkWords = {
  readonly kindOf: (kind: LinkKind) => Both;
  readonly whyNot: (refusal: LinkRefusal) => Both;
};

const keyOf = ({ fromBodyId, kind, toBodyId }: BodyLink): string => `${fromBodyId} ${kind} ${toBodyId}`;

/**
 * Plans the sheet of links (关系): new ones are made where the rule of links allows them; none is taken away.
 *
 * Faults: `body_unknown`, `body_several`, `link_kind`, `link_refused`, `row_repeated`.
 */
export function planLinks(
  rows: readonly ListRow[],
  { register, bodies, words }: { register: Register; bodies: readonly KnownBody[]; words: LinkWords },
  ledger: Ledger,
): void {
  const known = new Set(register.links.map(keyOf));
  const seen = new Map<string, number>();
  for (const row of rows) {
    const { text, fault } = row;
    const from = readBody(row, 'from', bodies, ledger);
    const to = readBody(row, 'to', bodies, ledger);
    const kind = linkKinds.find((one) =>
      [one, ...Object.values(words.kindOf(one))].some((name) => foldName(name) === foldName(text('kind'))),
    );
    if (!kind && text('kind') !== '')
      ledger.faults.push(
        fault('kind', 'link_kind', { kinds: linkKinds.map((one) => words.kindOf(one).zh).join('、') }),
      );
    if (!from || !to || !kind) continue;
    const link = { fromBodyId: from.bodyId, kind, toBodyId: to.bodyId };
    const first = seen.get(keyOf(link));
    if (first !== undefined) ledger.faults.push(fault('to', 'row_repeated', { row: first }));
    seen.set(keyOf(link), row.row);
    const isKnown = known.has(keyOf(link));
    const decision = mayLink(from, kind, to);
    if (!decision.ok && !isKnown) {
      const { zh: whyZh, en: whyEn } = words.whyNot(decision.code);
      ledger.faults.push(fault('kind', 'link_refused', { whyZh, whyEn }));
      continue;
    }
    const title = `${from.nameZh} ${words.kindOf(kind).zh} ${to.nameZh}`;
    const what = note(ledger, 'links', row.row, title, isKnown ? {} : null, {});
    if (what === 'new') ledger.writes.newLinks.push(link);
  }
  const nameOf = new Map(register.bodies.map(({ bodyId, nameZh }) => [bodyId, nameZh]));
  for (const link of register.links.filter((one) => !seen.has(keyOf(one))))
    ledger.tally.links.missing.push(
      `${nameOf.get(link.fromBodyId) ?? ''} ${words.kindOf(link.kind).zh} ${nameOf.get(link.toBodyId) ?? ''}`,
    );
}

function readBody(
  { text, fault }: ListRow,
  key: 'from' | 'to',
  bodies: readonly KnownBody[],
  { faults, unread }: Ledger,
) {
  const named = findBodyNamed(bodies, text(key));
  if (text(key) !== '' && named.length === 0 && !unread.has(foldName(text(key))))
    faults.push(fault(key, 'body_unknown', { name: text(key) }));
  if (named.length > 1) faults.push(fault(key, 'body_several', { name: text(key) }));
  return named.length === 1 ? named[0] : undefined;
}
