import type { Work } from '../../../platform/work.ts';
import { mayUse } from '../../access/index.ts';
import { listBodies, type Body } from '../../bodies/index.ts';
import { listStandings, mayOpenAtDesk, type MatterStanding } from '../../matters/index.ts';
import { describeAreas } from '../../territory/index.ts';
import { repeatKinds, type RepeatView } from '../contract/repeats.ts';
import { mayOwnRoot, rootCause } from '../procedures/root-cause.ts';
import { decideRootCause } from '../rules/open-root-cause.ts';
import { REPEAT_DAYS, THRESHOLD } from '../rules/repeats.ts';
import { loadThreshold } from '../store/threshold-store.ts';
import { findCentreOpener, findGroupOpener } from '../store/find-root-opener.ts';
import {
  findRootOwners,
  findRootStates,
  loadClusters,
  type Cluster,
  type RootState,
} from '../store/repeat-clusters.ts';

/**
 * Lists what comes again and again (反复出现) in the scope of the work: at the same place, of the same theme in a community, or
 * by the same person. Of persons it says how often and shows the matters that the reader may open anyway; the keyed hash of
 * a number is compared in the database and never leaves it, and what was told in confidence is left out.
 *
 * @source catalogue S39; no profile of who petitions
 */
export async function listRepeats(work: Work) {
  const threshold = await loadThreshold(work);
  const shown: Cluster[] = [];
  for (const kind of repeatKinds) shown.push(...(await loadClusters(work, kind)));
  const areas = await describeAreas(work, [...new Set(shown.map(({ communityCode }) => communityCode))]);
  const standings = await listStandings(work, [...new Set(shown.flatMap(({ ids }) => ids))]);
  const owners = await findRootOwners(work, shown);
  const roots = await findRootStates(work, shown);
  const accepting = await findAccepting(work, shown);
  const repeats = shown.map((cluster): RepeatView => {
    const area = areas.find(({ code }) => code === cluster.communityCode);
    const about = { owner: owners.get(cluster), hasOpener: accepting.has(subdistrictOf(cluster)), threshold };
    return { ...viewCluster(cluster, roots.get(cluster), about), ...viewFace(cluster, area, standings) };
  });
  const { actor } = work;
  return {
    repeats,
    threshold,
    least: THRESHOLD.least,
    most: THRESHOLD.most,
    days: REPEAT_DAYS,
    owners: await listOwners(work),
    mayOpen: mayOpenAtDesk(rootCause, actor).allowed,
    maySet: mayUse(actor, 'calendar.set').ok,
  };
}

/** What was counted, and those of its matters that the reader may open anyway. */
function viewFace(
  { kind, category, place, count, open, ids }: Cluster,
  area: { readonly nameZh: string; readonly nameEn: string } | undefined,
  standings: ReadonlyMap<string, MatterStanding>,
) {
  return {
    kind,
    community: { zh: area?.nameZh ?? '', en: area?.nameEn ?? '' },
    category,
    place,
    count,
    open,
    matters: ids.flatMap((id) => {
      const found = standings.get(id);
      return found ? [{ id, number: found.number, title: found.title, stage: found.stage }] : [];
    }),
  };
}

type About = { readonly owner: Body | undefined; readonly hasOpener: boolean; readonly threshold: number };

/** Who answers for it, and which root-cause item is about it or could be. */
function viewCluster({ kind }: Cluster, roots: RootState | undefined, { owner, hasOpener, threshold }: About) {
  const { open, last, untaken } = roots ?? { open: null, last: null, untaken: 0 };
  const decision = decideRootCause({
    kind,
    open,
    untaken,
    threshold,
    owner: owner && { mayBeAsked: mayOwnRoot(owner) },
    hasOpener,
  });
  return {
    owner: owner ? { id: owner.bodyId, name: { zh: owner.nameZh, en: owner.nameEn } } : null,
    rootCause: open ?? last,
    proposed: decision.does === 'propose' ? decision.because : null,
  };
}

const subdistrictOf = ({ communityCode }: Cluster) => communityCode.slice(0, 9);

/** The sub-districts of clusters in which somebody accepts what comes of a root-cause item. */
async function findAccepting(work: Work, clusters: readonly Cluster[]): Promise<ReadonlySet<string>> {
  const codes = new Set(clusters.map(subdistrictOf));
  if (codes.size === 0 || (await findCentreOpener(work))) return codes;
  const accepting = new Set<string>();
  for (const code of codes) if (await findGroupOpener(work, code)) accepting.add(code);
  return accepting;
}

async function listOwners(work: Work) {
  const { actor } = work;
  const underArea = actor.kind === 'worker' ? actor.areaCode.slice(0, 9) : '';
  const bodies = [
    ...(await listBodies(work, { kind: 'department' })),
    ...(await listBodies(work, { kind: 'districtCentre' })),
    ...(await listBodies(work, { kind: 'taskGroup', underArea })),
    ...(await listBodies(work, { kind: 'subdistrictOffice', underArea })),
  ];
  return bodies.map(({ bodyId, nameZh, nameEn }) => ({ id: bodyId, name: { zh: nameZh, en: nameEn } }));
}
