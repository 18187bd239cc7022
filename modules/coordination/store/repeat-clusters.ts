import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { findBody, type Body } from '../../bodies/index.ts';
import { findDutyBodies } from '../../requests/index.ts';
import type { RepeatView } from '../contract/repeats.ts';
import { repeatsSince } from './compared-days.ts';
import { findClusters, type Alike, type Among } from './find-clusters.ts';
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
    select community_code as "communityCode", null as category, null as place, n as count, open, ids
    from requests.count_came_again(${work.districtId}::int, ${await repeatsSince(work)}, ${await loadThreshold(work)}::int,
      ${sql.lit(MOST_PERSONS)}, ${sql.lit(SHOWN_MATTERS)})
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
    with taken as materialized (
      select from_matter_id, to_matter_id from matters.links where district_id = ${work.districtId} and kind = 'takesUp')
    select m.id, m.number, m.stage, m.state, t.id as "takenId", t.community_code as "communityCode",
      coalesce(nullif(t.subject, ''), 'other') as category, t.place
    from taken l
    join matters.matters m on m.district_id = ${work.districtId} and m.id = l.from_matter_id and m.procedure_id = ${ROOT_CAUSE}
    join matters.matters t on t.district_id = ${work.districtId} and t.id = l.to_matter_id
    where ${of}
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
