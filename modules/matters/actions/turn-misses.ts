import { v5 as uuidv5 } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import { findBody, findDeciderBody, findInPost, type Body } from '../../bodies/index.ts';
import type { OpensWhenMissed, Procedure } from '../kit/define-procedure.ts';
import type { ClockRun, Matter } from '../kit/matter.ts';
import { dateText } from '../rules/calendar.ts';
import { findProcedure, procedureOf } from '../rules/engine.ts';
import { mayBeAddressed } from '../rules/may-be-chosen.ts';
import { advanceProgress, type Progress } from '../rules/progress.ts';
import { fillIn } from '../rules/turn-into.ts';
import { findHeldProcedure, groundOf } from '../store/ground-store.ts';
import { loadMatter, loadMatterForChange } from '../store/matter-store.ts';
import { loadMissedRuns, loadTurnedRuns, saveTurnedInto } from '../store/reminder-store.ts';
import { saveSteps } from '../store/save-progress.ts';
import { openMatter } from './open-matter.ts';
import { announceRecorded } from './recorded.ts';
import { bodyRefOf } from '../store/body-ref.ts';

/** Names the commands of the timer, so that one run of one clock opens one matter, however often it is tried. */
const TURNS = '5d0c4a1e-8d1b-5a36-9a53-0f6a3f6f2b11';

/** Finds matters with a missed limit that has to turn into another matter (待转督办). */
export async function findMattersToTurn(work: Work, limit: number): Promise<string[]> {
  const missed = await loadMissedRuns(work, limit);
  return [
    ...new Set(
      missed.filter((run) => findProcedure(run)?.clocks[run.clock]?.whenMissed.opens).map(({ matterId }) => matterId),
    ),
  ];
}

/**
 * Opens what the missed limits of one matter turn into (超时转督办), once for each run, and writes on the timeline that it did,
 * in the caller's transaction. Two timers at once, or the same one again: nothing is opened twice.
 *
 * @returns how many matters were opened; none where no body may be addressed
 */
export async function turnMissesOf(work: Work, matterId: string): Promise<number> {
  const loaded = await loadMatterForChange(work, matterId);
  if (!loaded) return 0;
  const { matter, face, head } = loaded;
  const procedure = procedureOf(matter);
  const ground = await groundOf(work, procedure);
  const turned = await loadTurnedRuns(work, matterId);
  let progress: Progress = { matter, head, entries: [] };
  for (const run of matter.clocks) {
    const opens = procedure.clocks[run.clock]?.whenMissed.opens;
    if (!opens || run.endedAt || !run.missedAt || turned.has(`${run.clock} ${run.run}`)) continue;
    const opened = await openFor(work, { procedure, matter, run, opens, face });
    if (!opened) continue;
    await saveTurnedInto(work, { matterId, clock: run.clock, run: run.run, into: opened.matterId });
    const at = work.now < progress.matter.lastAt ? progress.matter.lastAt : work.now;
    const { clock, run: number } = run;
    const event = { kind: 'turnedInto', seq: progress.matter.seq + 1, at, clock, run: number, ...opened } as const;
    progress = advanceProgress(ground, progress, event);
  }
  if (progress.entries.length === 0) return 0;
  await saveSteps(work, matter, { procedure, progress, commands: [] });
  await announceRecorded(work, { procedure, before: matter, after: progress.matter, face, entries: progress.entries });
  return progress.entries.length;
}

type Turning = {
  readonly procedure: Procedure;
  readonly matter: Matter;
  readonly run: ClockRun;
  readonly opens: OpensWhenMissed;
  readonly face: { readonly number: string; readonly title: string; readonly place: string };
};

async function openFor(work: Work, { procedure, matter, run, opens, face }: Turning) {
  const opened = await findHeldProcedure(work, opens.procedure);
  const atDesk = opened?.opening.atDesk;
  const keeper = opened && (await findAddressee(work, opened, matter));
  if (!opened || !atDesk || !keeper) return undefined;
  const { calendar } = await groundOf(work, procedure);
  const [role = ''] = opened.opening.by;
  const input = fillIn(opens, opened, {
    number: face.number,
    title: face.title,
    clock: procedure.clocks[run.clock]?.zh ?? '',
    due: run.dueAt ? dateText(calendar.dayOf(new Date(run.dueAt.getTime() - 1))) : '',
    body: keeper.nameZh,
    bodyId: keeper.bodyId,
  });
  const answer = await openMatter(work, {
    procedureId: opened.id,
    procedureVersion: opened.version,
    commandId: uuidv5(`${work.districtId} ${matter.id} ${run.clock} ${run.run}`, TURNS),
    by: { kind: 'timer' },
    role,
    areaCode: matter.areaCode.slice(0, 12),
    place: face.place,
    title: input[atDesk.titleFrom] ?? face.title,
    firstContact: (await findInPost(work, String(work.districtId), atDesk.posts)) ?? matter.firstContact,
    keeper: await bodyRefOf(work, keeper),
    input,
  });
  if (!answer.ok) throw new Error(`a missed limit could not turn into ${opened.id}: ${JSON.stringify(answer)}`);
  const number = (await loadMatter(work, answer.value.matterId))?.face.number ?? '';
  return { procedure: opened.id, matterId: answer.value.matterId, number, bodyId: keeper.bodyId };
}

/** The holder, or the first body above it that may be addressed: a community is guided, not ordered. */
async function findAddressee(work: Work, opened: Procedure, matter: Matter): Promise<Body | undefined> {
  const keptBy = opened.opening.atDesk?.keptBy;
  const field = typeof keptBy === 'object' ? opened.opening.asks[keptBy.field] : undefined;
  if (!field) return undefined;
  let body = await findBody(work, matter.holder.bodyId);
  while (body && !mayBeAddressed(body, field, matter.areaCode)) body = await findDeciderBody(work, body.bodyId);
  return body;
}
