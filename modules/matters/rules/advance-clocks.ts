import type { Clock, Procedure } from '../kit/define-procedure.ts';
import type { ClockRun, Pause } from '../kit/matter.ts';
import type { WorkingCalendar } from './calendar.ts';
import { computeDueOf } from './compute-due.ts';
import { findSetAmount } from './within-of.ts';

export type Passage = {
  /** The step that was taken; absent when the matter opens. */
  readonly step: string | null;
  readonly from: string | null;
  readonly to: string;
  readonly at: Date;
  /** The day chosen for the end of a limit that begins here. */
  readonly sets?: { readonly clock: string; readonly dueOn: string };
};

const pausesIn = (clock: Clock, state: string): boolean => (clock.pausedIn ?? []).some((p) => p.state === state);
const livesIn = (clock: Clock, state: string): boolean => clock.runsIn.includes(state) || pausesIn(clock, state);

/** The run of a clock that has not ended, if there is one. */
export const currentRun = (runs: readonly ClockRun[], clock: string): ClockRun | undefined =>
  runs.find((run) => run.clock === clock && run.endedAt === null);

/**
 * Moves every clock (时钟) of a matter over one passage from state to state: starts, pauses, resumes, meets or drops it.
 * Pure: the same passages give the same runs.
 */
export function advanceClocks(
  procedure: Procedure,
  runs: readonly ClockRun[],
  passage: Passage,
  calendar: WorkingCalendar,
): readonly ClockRun[] {
  let all = [...runs];
  for (const [name, clock] of Object.entries(procedure.clocks)) {
    const running = currentRun(all, name);
    const met = passage.step !== null && clock.metBy.includes(passage.step);
    const lives = livesIn(clock, passage.to);
    if (running && (met || !lives)) {
      const ended = endRun(running, passage.at, met ? 'met' : 'dropped', clock, calendar);
      all = all.map((run) => (run === running ? ended : run));
    } else if (running) {
      const moved = pauseOrResume(running, clock, passage, calendar);
      all = all.map((run) => (run === running ? moved : run));
    }
    const enters =
      passage.from === null || !clock.runsIn.includes(passage.from) || (met && passage.from !== passage.to);
    if ((!running || met) && enters && clock.runsIn.includes(passage.to))
      all.push(startRun(name, clock, all, passage, calendar));
  }
  return all;
}

function startRun(
  name: string,
  clock: Clock,
  runs: readonly ClockRun[],
  { at: startedAt, sets }: Passage,
  calendar: WorkingCalendar,
): ClockRun {
  const earlier = runs.filter((run) => run.clock === name).length;
  const chosen = sets?.clock === name ? { dueOn: sets.dueOn } : {};
  const setAmount = findSetAmount(clock, startedAt);
  const begun = { startedAt, pauses: [], extensions: [], ...chosen, ...(setAmount === null ? {} : { setAmount }) };
  return {
    clock: name,
    run: earlier + 1,
    ...begun,
    ...computeDueOf(clock, begun, calendar),
    endedAt: null,
    ending: null,
    missedAt: null,
  };
}

function pauseOrResume(run: ClockRun, clock: Clock, passage: Passage, calendar: WorkingCalendar): ClockRun {
  const standing = run.pauses.some((pause) => pause.to === null);
  const shouldStand = pausesIn(clock, passage.to);
  if (standing === shouldStand) return run;
  const pauses = shouldStand ? [...run.pauses, { from: passage.at, to: null }] : closePauses(run.pauses, passage.at);
  return { ...run, pauses, ...computeDueOf(clock, { ...run, pauses }, calendar) };
}

const closePauses = (pauses: readonly Pause[], at: Date): readonly Pause[] =>
  pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));

function endRun(run: ClockRun, at: Date, ending: 'met' | 'dropped', clock: Clock, calendar: WorkingCalendar): ClockRun {
  const pauses = closePauses(run.pauses, at);
  return { ...run, pauses, ...computeDueOf(clock, { ...run, pauses }, calendar), endedAt: at, ending };
}
