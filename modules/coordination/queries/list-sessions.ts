import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { maskText } from '../../requests/index.ts';
import { describeAreas } from '../../territory/index.ts';
import type { Statement } from '../contract/listening.ts';
import { listeningSession } from '../procedures/listening-session.ts';
import { listStatements } from './list-statements.ts';
import { loadPublished, type Published } from './load-published.ts';

type Named = { readonly zh: string; readonly en: string };

/** When and where a session was held, who of the offices listened, and how many residents came (恳谈会的基本情况). */
export type Held = {
  readonly heldOn: string;
  readonly people: number;
  readonly venue: string;
  readonly heardBy: string;
  readonly community: Named | null;
};

/** A listening session that is completed (民心恳谈), as everybody may read it: what was said, and what became of it; nobody is named. */
export type PublicSession = Published &
  Held & {
    readonly statements: readonly (Pick<Statement, 'kind' | 'said' | 'stage' | 'outcome' | 'reply'> & {
      readonly body: Named | null;
    })[];
  };

/** Lists what was said at completed listening sessions and what became of it, masked, the newest first. */
export async function listSessions(work: Work): Promise<PublicSession[]> {
  const published = await loadPublished(work, listeningSession, 'told');
  const ids = published.map(({ id }) => id);
  const [held, statements] = [await loadHeld(work, ids), await listStatements(work, ids)];
  return published.flatMap(({ id, shown }) => {
    const how = held.get(id);
    if (!how) return [];
    return {
      ...shown,
      ...how,
      venue: maskText(how.venue),
      heardBy: maskText(how.heardBy),
      statements: (statements.get(id) ?? []).map(({ kind, said, stage, outcome, reply, body }) => ({
        kind,
        stage,
        said: maskText(said),
        outcome,
        reply: reply === null ? null : maskText(reply),
        body,
      })),
    };
  });
}

/** Loads how these sessions were held, from what was written down when they were opened. */
export async function loadHeld(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, Held>> {
  const wordsOf = (name: string) => sql`(select w.text from matters.words w
    where w.district_id = t.district_id and w.matter_id = t.matter_id and w.seq = 1 and w.name = ${name})`;
  const { rows } = await sql<Omit<Held, 'community'> & { id: string; areaCode: string }>`
    select t.matter_id as id, m.area_code as "areaCode", t.content #>> '{input,heldOn}' as "heldOn",
      (t.content #>> '{input,people}')::int as people,
      coalesce(${wordsOf('venue')}, '') as venue, coalesce(${wordsOf('heardBy')}, '') as "heardBy"
    from matters.timeline t join matters.matters m on m.district_id = t.district_id and m.id = t.matter_id
    where t.district_id = ${work.districtId} and t.matter_id = any (${[...ids]}::uuid[]) and t.seq = 1
  `.execute(work.db);
  const codeOf = (areaCode: string): string => areaCode.slice(0, 12);
  const areas = await describeAreas(work, [...new Set(rows.map(({ areaCode }) => codeOf(areaCode)))]);
  return new Map(
    rows.map(({ id, areaCode, ...held }) => {
      const area = areas.find(({ code }) => code === codeOf(areaCode));
      return [id, { ...held, community: area ? { zh: area.nameZh, en: area.nameEn } : null }];
    }),
  );
}
