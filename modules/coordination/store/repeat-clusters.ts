import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { findBody, type Body } from '../../bodies/index.ts';
import { listDutyBodies } from '../../requests/index.ts';
import type { RepeatView } from '../contract/repeats.ts';
import { findClusters, repeatsSince, type Alike, type Among } from './find-clusters.ts';
import { ROOT_CAUSE } from '../rules/repeats.ts';
import { loadThreshold } from './threshold-store.ts';

const MOST_PERSONS = 30;
const MOST_FRESH = 2000;
/** How many of them are shown, and taken up. */
export const SHOWN_MATTERS = 30;

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

/** Finds what came again and again in the scope of the work, the most frequent first. */
export async function loadClusters(work: Work, kind: Cluster['kind']): Promise<Cluster[]> {
  if (kind === 'person') return loadPersons(work);
  return (await findClusters(work, kind, amongOf(work))).map((alike) => clusterOf(kind, alike));
}

/** The same where one more came since an instant, however many others there are, so that a timer misses none. */
export async function loadFreshClusters(work: Work, kind: 'place' | 'theme', since: Date): Promise<Cluster[]> {
  const found = await findClusters(work, kind, amongOf(work), MOST_FRESH);
  const isFresh = ({ matters: [newest] }: Alike) => newest !== undefined && new Date(newest.openedAt) >= since;
  return found.filter(isFresh).map((alike) => clusterOf(kind, alike));
}

const clusterOf = (kind: Cluster['kind'], { communityCode, subject, place, count, open, matters }: Alike): Cluster => ({
  kind,
  communityCode,
  category: subject || 'other',
  place,
  count,
  open,
  ids: matters.map(({ id }) => id),
});

/** All of the area that the reader sees; what a body without one holds. */
function amongOf({ scope, districtId }: Work): Among {
  if (scope.hi === '' && scope.bodyId) return { bodyId: scope.bodyId };
  return { area: scope.lo || String(districtId) };
}

async function loadPersons(work: Work): Promise<Cluster[]> {
  const { rows } = await sql<Omit<Cluster, 'kind'>>`
    select m.community_code as "communityCode", null as category, null as place, count(*)::int as count,
      (count(*) filter (where m.stage <> 'final'))::int as open,
      (array_agg(m.id order by m.opened_at desc))[1:${sql.lit(SHOWN_MATTERS)}] as ids
    from matters.matters m
    join requests.requests r on r.district_id = m.district_id and r.matter_id = m.id and not r.confidential
    join requests.reporters p on p.district_id = m.district_id and p.matter_id = m.id
    where m.district_id = ${work.districtId} and m.opened_at >= ${await repeatsSince(work)} and m.community_code is not null
    group by m.community_code, p.phone_index having count(*) >= ${await loadThreshold(work)}
    order by count(*) desc, max(m.opened_at) desc limit ${sql.lit(MOST_PERSONS)}
  `.execute(work.db);
  return rows.map((row) => ({ kind: 'person', ...row }));
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
