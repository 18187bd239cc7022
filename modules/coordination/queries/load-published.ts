import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { describeBodies } from '../../bodies/index.ts';
import type { Procedure } from '../../matters/index.ts';
import { maskText } from '../../requests/index.ts';

/** What everybody may read of a matter that is published (公开的协调事项), masked. */
export type Published = {
  readonly number: string;
  readonly what: string;
  readonly said: string;
  readonly body: { readonly zh: string; readonly en: string };
  /** ISO instant. */
  readonly at: string;
};

type Row = {
  readonly id: string;
  readonly number: string;
  readonly bodyId: string;
  readonly outcome: string | null;
  readonly at: Date;
  readonly what: string | null;
  readonly said: string | null;
};

/**
 * Loads the published matters of a procedure, the newest first: only words that the procedure makes public, masked.
 *
 * @param said the field in which the result stands; what it is about stands in `what`
 */
export async function loadPublished(
  work: Work,
  { id, published }: Pick<Procedure, 'id' | 'published'>,
  said: string,
): Promise<{ readonly id: string; readonly outcome: string | null; readonly shown: Published }[]> {
  const wordsOf = (name: string) => sql`(select w.text from matters.words w
    where w.district_id = m.district_id and w.matter_id = m.id and w.name = ${name} and w.visible = 'public'
    order by w.seq desc limit 1)`;
  const { rows } = await sql<Row>`
    select m.id, m.number, m.holder_body_id as "bodyId", m.outcome, m.last_at as at, ${wordsOf('what')} as what, ${wordsOf(said)} as said
    from matters.matters m
    where m.district_id = ${work.districtId} and m.procedure_id = ${id} and m.state = any (${[...published.in]}::text[])
    order by m.last_at desc limit 100
  `.execute(work.db);
  const ids = [...new Set(rows.map(({ bodyId }) => bodyId))];
  const names = new Map((await describeBodies(work, ids)).map((body) => [body.bodyId, body]));
  return rows.map((row) => ({
    id: row.id,
    outcome: row.outcome,
    shown: {
      number: row.number,
      what: maskText(row.what ?? ''),
      said: maskText(row.said ?? ''),
      body: { zh: names.get(row.bodyId)?.nameZh ?? '', en: names.get(row.bodyId)?.nameEn ?? '' },
      at: row.at.toISOString(),
    },
  }));
}
