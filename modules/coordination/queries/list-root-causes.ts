import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { describeBodies } from '../../bodies/index.ts';
import { maskText } from '../../requests/index.ts';
import { rootCause } from '../procedures/root-cause.ts';

/** What became of a root-cause item (根治结果), as everybody may read it. */
export type PublicRootCause = {
  readonly number: string;
  readonly what: string;
  readonly outcome: string;
  readonly isSolved: boolean;
  readonly body: { readonly zh: string; readonly en: string };
  /** How many matters it took up. */
  readonly matters: number;
  /** ISO instant. */
  readonly at: string;
};

/** Lists what became of root-cause items (根治结果公开), masked, the newest first; only words that their procedure makes public. */
export async function listRootCauses(work: Work): Promise<PublicRootCause[]> {
  const { rows } = await sql<Omit<PublicRootCause, 'body' | 'at'> & { bodyId: string; at: Date }>`
    select m.number, m.holder_body_id as "bodyId", m.last_at as at, m.outcome = 'solved' as "isSolved",
      (select w.text from matters.words w where w.district_id = m.district_id and w.matter_id = m.id
        and w.name = 'what' and w.visible = 'public' order by w.seq limit 1) as what,
      (select w.text from matters.words w where w.district_id = m.district_id and w.matter_id = m.id
        and w.name = 'outcome' and w.visible = 'public' order by w.seq desc limit 1) as outcome,
      (select count(*)::int from matters.links l where l.district_id = m.district_id and l.from_matter_id = m.id
        and l.kind = 'takesUp') as matters
    from matters.matters m
    where m.district_id = ${work.districtId} and m.procedure_id = ${rootCause.id}
      and m.state = any (${[...rootCause.published.in]}::text[])
    order by m.last_at desc limit 100
  `.execute(work.db);
  const names = new Map(
    (
      await describeBodies(
        work,
        rows.map(({ bodyId }) => bodyId),
      )
    ).map((body) => [body.bodyId, body]),
  );
  return rows.map(({ bodyId, at, ...row }) => ({
    ...row,
    what: maskText(row.what ?? ''),
    outcome: maskText(row.outcome ?? ''),
    body: { zh: names.get(bodyId)?.nameZh ?? '', en: names.get(bodyId)?.nameEn ?? '' },
    at: at.toISOString(),
  }));
}
