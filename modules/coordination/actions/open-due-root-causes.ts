import { v5 as uuidv5 } from 'uuid';
import { say } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import { bodyRefOf, findHeldProcedure, openMatter, type Procedure } from '../../matters/index.ts';
import { describeAreas } from '../../territory/index.ts';
import { mayOwnRoot, rootCause } from '../procedures/root-cause.ts';
import {
  findRootOwners,
  findRootStates,
  loadFreshClusters,
  SHOWN_MATTERS,
  type Cluster,
} from '../store/repeat-clusters.ts';
import { findRootOpener } from '../store/find-root-opener.ts';
import { decideRootCause } from '../rules/open-root-cause.ts';
import { REPEAT_DAYS } from '../rules/repeats.ts';
import { queueRootCauses } from '../store/root-queue.ts';
import { loadThreshold } from '../store/threshold-store.ts';
import { takeUpAll } from './open-root-cause.ts';

/** Names the commands of the timer: the newest matter of what came again and again opens one item, however often it is tried. */
const OPENS = '7f1f6d53-3f0e-5b0b-8a43-0d6d3b1c2e55';
const NEW_WITHIN_DAYS = 2;

/**
 * Finds what came again and again, where something came lately, for {@link openDueRootCause}; places before themes.
 *
 * @param since what came before is not looked at; by default two days ago
 */
export async function listDueRepeats(
  work: Work,
  since: Date = new Date(work.now.getTime() - NEW_WITHIN_DAYS * 86_400_000),
): Promise<Cluster[]> {
  return [...(await loadFreshClusters(work, 'place', since)), ...(await loadFreshClusters(work, 'theme', since))];
}

/**
 * Opens a root-cause item (自动立项) for what came again and again, for the body that answers by the duty matrix, and takes the
 * matters up, in the caller's transaction. Two timers at once, or a person who presses meanwhile: one waits for the other,
 * and opens nothing more. Where nobody can be asked nothing is written; the page of repeats says why.
 *
 * @returns how many items were opened
 * @source catalogue S39
 */
export async function openDueRootCause(work: Work, cluster: Cluster): Promise<number> {
  await queueRootCauses(work);
  const procedure = await findHeldProcedure(work, rootCause.id);
  if (!procedure) return 0;
  const owner = (await findRootOwners(work, [cluster])).get(cluster);
  const roots = (await findRootStates(work, [cluster])).get(cluster);
  const opener = await findRootOpener(work, cluster.communityCode);
  const decision = decideRootCause({
    kind: cluster.kind,
    open: roots?.open ?? null,
    untaken: roots?.untaken ?? 0,
    threshold: await loadThreshold(work),
    owner: owner && { mayBeAsked: mayOwnRoot(owner) },
    hasOpener: opener !== undefined,
  });
  if (decision.does !== 'open' || !owner || !opener) return 0;
  const input = { ...(await sayWhat(work, cluster)), body: owner.bodyId };
  const commandId = uuidv5(`${work.districtId} ${cluster.kind} ${cluster.ids[0]}`, OPENS);
  const opened = await openMatter(work, {
    procedureId: procedure.id,
    procedureVersion: procedure.version,
    commandId,
    by: { kind: 'timer' },
    role: timerRoleOf(procedure),
    areaCode: cluster.communityCode,
    place: '',
    title: input.what,
    firstContact: opener,
    keeper: await bodyRefOf(work, owner),
    input,
  });
  if (!opened.ok) throw new Error(`a root-cause item could not be opened: ${JSON.stringify(opened)}`);
  if (opened.value.repeated) return 0;
  await takeUpAll(work, { matterId: opened.value.matterId, commandId, ids: cluster.ids.slice(0, SHOWN_MATTERS) });
  return 1;
}

const timerRoleOf = ({ opening, roles }: Procedure): string =>
  opening.by.find((role) => roles[role]?.is === 'timer') ?? '';

/** In Chinese, because it becomes part of the record. */
async function sayWhat(work: Work, { communityCode, category, place, count }: Cluster) {
  const [area] = await describeAreas(work, [communityCode]);
  const theme = say('requests', `categories.${category}`).zh;
  return {
    what: `${area?.nameZh ?? ''}${place ?? ''}：${theme}反复出现`,
    why: `${REPEAT_DAYS} 天内来了 ${count} 件，达到本区定的件数，自动立项。`,
  };
}
