import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { findBody, type Body } from '../../bodies/index.ts';
import { findDutyBodies } from '../../requests/index.ts';
import type { RepeatView } from '../contract/repeats.ts';
import { findClusters, repeatsSince, type Alike, type Among } from './find-clusters.ts';
import { ROOT_CAUSE } from '../rules/repeats.ts';
import { loadThreshold } from './threshold-store.ts';

const MOST_PERSONS = 30;
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
  return (await findClusters(work, kind, amongOf(work), since)).map((alike) => clusterOf(kind, alike));
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

/** One matter that a root-cause item took up, as it is compared with others. */
type Taken = Item & {
  readonly stage: string;
  readonly state: string;
  readonly takenId: string;
  readonly communityCode: string;
  readonly category: string;
  readonly place: string;
};

/** What root-cause items took up of matters `t`, the newest item first. */
async function loadTaken(work: Work, of: RawBuilder<unknown>): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    select m.id, m.number, m.stage, m.state, t.id as "takenId", t.community_code as "communityCode", r.category, t.place
    from matters.matters m
    join matters.links l on l.district_id = m.district_id and l.from_matter_id = m.id and l.kind = 'takesUp'
    join matters.matters t on t.district_id = l.district_id and t.id = l.to_matter_id
    join requests.requests r on r.district_id = t.district_id and r.matter_id = t.id
    where m.district_id = ${work.districtId} and m.procedure_id = ${ROOT_CAUSE} and ${of}
    order by m.opened_at desc, m.id
  `.execute(work.db);
  return rows;
}

const isOpen = ({ stage }: Taken): boolean => stage !== 'final';
const shown = (row: Taken | undefined): Item | null => (row ? { id: row.id, number: row.number } : null);
const withoutBlanks = (place: string | null): string => (place ?? '').replaceAll(/\s/g, '');

/** By what a matter that an item took up is of the same thing as the cluster, however long ago it came. */
function isSameThing({ kind, communityCode, category, place, ids }: Cluster, taken: Taken): boolean {
  if (kind === 'person') return ids.includes(taken.takenId);
  const isOfKind = taken.communityCode === communityCode && taken.category === category;
  return isOfKind && (kind === 'theme' || withoutBlanks(taken.place) === withoutBlanks(place));
}

/** The open root-cause item that took up one of these matters. */
export const findOpenRootOf = async (work: Work, ids: readonly string[]): Promise<Item | undefined> =>
  shown((await loadTaken(work, sql`t.id = any (${[...ids]}::uuid[])`)).find(isOpen)) ?? undefined;

/** Which root-cause items are about a cluster: the open one, the last one that was not dropped, and how many matters none took up. */
export type RootState = { readonly open: Item | null; readonly last: Item | null; readonly untaken: number };

/** The same of many clusters at once. */
export async function findRootStates(
  work: Work,
  clusters: readonly Cluster[],
): Promise<ReadonlyMap<Cluster, RootState>> {
  const communities = [...new Set(clusters.map(({ communityCode }) => communityCode))];
  const taken = await loadTaken(work, sql`t.community_code = any (${communities}::text[])`);
  return new Map(
    clusters.map((cluster) => {
      const same = taken.filter((one) => isSameThing(cluster, one));
      const ids = new Set(same.map(({ takenId }) => takenId));
      return [
        cluster,
        {
          open: shown(same.find(isOpen)),
          last: shown(same.find(({ state }) => state !== 'droppedItem')),
          untaken: cluster.ids.filter((id) => !ids.has(id)).length,
        },
      ];
    }),
  );
}

/**
 * The bodies that answer for such requests by the duty matrix (职责清单), as the owners of the policy; none where it names none,
 * and for requests of no kind, which no policy is about.
 */
export async function findRootOwners(
  work: Work,
  clusters: readonly Cluster[],
): Promise<ReadonlyMap<Cluster, Body | undefined>> {
  const newest = ({ category, ids }: Cluster) => (category === null || category === 'other' ? [] : ids.slice(0, 1));
  const named = await findDutyBodies(work, clusters.flatMap(newest));
  const bodies = new Map<string, Body | undefined>();
  for (const bodyId of new Set(named.values())) bodies.set(bodyId, await findBody(work, bodyId));
  return new Map(clusters.map((cluster) => [cluster, bodies.get(named.get(newest(cluster)[0] ?? '') ?? '')]));
}
