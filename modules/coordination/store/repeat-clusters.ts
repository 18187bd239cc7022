import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { findBody, type Body } from '../../bodies/index.ts';
import { listDutyBodies } from '../../requests/index.ts';
import type { RepeatView } from '../contract/repeats.ts';
import { REPEAT_DAYS, ROOT_CAUSE } from '../rules/repeats.ts';

const MOST_CLUSTERS = 30;
const MOST_MATTERS = 1000;
/** How many of them are shown, and taken up. */
export const SHOWN_MATTERS = 30;
const DAY_MS = 86_400_000;

/** What came again and again: matters at one place, of one theme in a community, or by one person. */
export type Cluster = {
  readonly kind: RepeatView['kind'];
  readonly communityCode: string;
  readonly category: string | null;
  readonly place: string | null;
  readonly count: number;
  readonly open: number;
  /** The newest of them, the newest first. */
  readonly ids: readonly string[];
};

/** By what each kind belongs together; null columns where the kind says nothing of it. */
const keys: Readonly<
  Record<
    Cluster['kind'],
    { readonly by: RawBuilder<unknown>; readonly category: RawBuilder<unknown>; readonly place: RawBuilder<unknown> }
  >
> = {
  place: {
    by: sql`m.community_code, r.category, regexp_replace(m.place, '\\s', '', 'g')`,
    category: sql`r.category`,
    place: sql`min(m.place)`,
  },
  theme: { by: sql`m.community_code, r.category`, category: sql`r.category`, place: sql`null::text` },
  person: { by: sql`m.community_code, p.phone_index`, category: sql`null::text`, place: sql`null::text` },
};

/**
 * Finds what came again and again in the scope of the work, the most frequent first.
 *
 * @param newWithinDays only where one more came in so many days, so that a timer looks at little
 */
export async function loadClusters(
  work: Work,
  kind: Cluster['kind'],
  { threshold, newWithinDays }: { readonly threshold: number; readonly newWithinDays?: number },
): Promise<Cluster[]> {
  const since = new Date(work.now.getTime() - REPEAT_DAYS * DAY_MS);
  const { by, category, place } = keys[kind];
  const person = sql`join requests.reporters p on p.district_id = m.district_id and p.matter_id = m.id and not r.confidential`;
  const fresh =
    newWithinDays === undefined
      ? sql``
      : sql`and m.community_code in (select n.community_code from matters.matters n
          where n.district_id = ${work.districtId} and n.opened_at >= ${new Date(work.now.getTime() - newWithinDays * DAY_MS)})`;
  const { rows } = await sql<Omit<Cluster, 'kind'>>`
    select m.community_code as "communityCode", ${category} as category, ${place} as place, count(*)::int as count,
      (count(*) filter (where m.stage <> 'final'))::int as open,
      (array_agg(m.id order by m.opened_at desc))[1:${sql.lit(MOST_MATTERS)}] as ids
    from matters.matters m join requests.requests r on r.district_id = m.district_id and r.matter_id = m.id
    ${kind === 'person' ? person : sql``}
    where m.district_id = ${work.districtId} and m.opened_at >= ${since} and m.community_code is not null ${fresh}
      ${kind === 'place' ? sql`and m.place <> ''` : sql``} ${kind === 'theme' ? sql`and r.category <> 'other'` : sql``}
    group by ${by} having count(*) >= ${threshold}
    order by count(*) desc, max(m.opened_at) desc limit ${MOST_CLUSTERS}
  `.execute(work.db);
  return rows.map((row) => ({ ...row, kind }));
}

type Item = { readonly id: string; readonly number: string };

const oneOf = (ids: readonly string[]): RawBuilder<unknown> => sql`t.id = any (${[...ids]}::uuid[])`;

/** By what a matter that an item took up is of the same thing as the cluster, however long ago it came. */
const sameThing = ({ kind, communityCode, category, place, ids }: Cluster): RawBuilder<unknown> => {
  if (kind === 'person') return oneOf(ids);
  const samePlace = sql`and regexp_replace(t.place, '\\s', '', 'g') = regexp_replace(${place ?? ''}, '\\s', '', 'g')`;
  return sql`t.community_code = ${communityCode} and r.category = ${category} ${kind === 'place' ? samePlace : sql``}`;
};

type RootItem = Item & { readonly stage: string; readonly state: string; readonly takes: readonly string[] };

/** Root-cause items that took up matters of which something holds, the newest first. */
async function loadItemsThatTook(work: Work, holds: RawBuilder<unknown>): Promise<RootItem[]> {
  const { rows } = await sql<RootItem>`
    select m.id, m.number, m.stage, m.state, array_agg(t.id) as takes
    from matters.matters m
    join matters.links l on l.district_id = m.district_id and l.from_matter_id = m.id and l.kind = 'takesUp'
    join matters.matters t on t.district_id = l.district_id and t.id = l.to_matter_id
    join requests.requests r on r.district_id = t.district_id and r.matter_id = t.id
    where m.district_id = ${work.districtId} and m.procedure_id = ${ROOT_CAUSE} and ${holds}
    group by m.district_id, m.id order by m.opened_at desc
  `.execute(work.db);
  return rows;
}

const isOpen = ({ stage }: RootItem): boolean => stage !== 'final';

/** The open root-cause item that took up one of these matters. */
export const findOpenRootOf = async (work: Work, ids: readonly string[]): Promise<Item | undefined> =>
  (await loadItemsThatTook(work, oneOf(ids))).find(isOpen);

/** Which root-cause items are about this: the open one, the last one that was not dropped, and how many matters none took up. */
export async function findRootState(
  work: Work,
  cluster: Cluster,
): Promise<{ readonly open: Item | null; readonly last: Item | null; readonly untaken: number }> {
  const items = await loadItemsThatTook(work, sameThing(cluster));
  const shown = (row: Item | undefined): Item | null => (row ? { id: row.id, number: row.number } : null);
  const taken = new Set(items.flatMap(({ takes }) => takes));
  return {
    open: shown(items.find(isOpen)),
    last: shown(items.find(({ state }) => state !== 'droppedItem')),
    untaken: cluster.ids.filter((id) => !taken.has(id)).length,
  };
}

/**
 * The body that answers for such requests by the duty matrix (职责清单), as the owner of the policy; undefined where it names none,
 * and for requests of no kind, which no policy is about.
 */
export async function findRootOwner(work: Work, { category, ids }: Cluster): Promise<Body | undefined> {
  if (category === null || category === 'other') return undefined;
  const [bodyId] = ids[0] === undefined ? [] : await listDutyBodies(work, ids[0]);
  return bodyId === undefined ? undefined : findBody(work, bodyId);
}
