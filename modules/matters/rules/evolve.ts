import type { MatterEvent, Opened, StepTaken, TaskMoved } from '../kit/events.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { Matter } from '../kit/matter.ts';
import { advanceClocks } from './advance-clocks.ts';
import type { WorkingCalendar } from './calendar.ts';
import { joinsIn } from '../kit/link-kind.ts';
import { extendRun } from './extend-clock.ts';
import { onlyIds } from './decide.ts';
import { moveDue } from './move-dues.ts';

/** The matter as it stands after its first event. */
export function evolveOpening(procedure: Procedure, id: string, event: Opened, calendar: WorkingCalendar): Matter {
  return {
    id,
    procedureId: procedure.id,
    procedureVersion: procedure.version,
    state: event.state,
    subject: event.subject ?? '',
    conclusion: null,
    firstConclusion: null,
    openedAt: event.at,
    areaCode: event.areaCode,
    openedIn: event.areaCode,
    firstContact: onlyIds(event.firstContact),
    ...event.held,
    answeredAt: null,
    answeredBy: null,
    taken: {},
    drawnOn: null,
    endedAt: null,
    reopenings: 0,
    openTasks: 0,
    unmetTasks: 0,
    supporters: 0,
    clocks: advanceClocks(
      procedure,
      [],
      { step: null, from: null, to: event.state, at: event.at, ...setBy(event) },
      calendar,
    ),
    seq: event.seq,
    lastAt: event.at,
  };
}

/** The matter as it stands after one more event: holding, outcome and clocks follow from the event alone. */
export function evolve(procedure: Procedure, matter: Matter, event: MatterEvent, calendar: WorkingCalendar): Matter {
  const moved = { ...matter, seq: event.seq, lastAt: event.at };
  if (event.kind === 'opened') throw new Error(`matter ${matter.id} is open already`);
  if (event.kind === 'clockMissed')
    return {
      ...moved,
      clocks: matter.clocks.map((run) =>
        run.clock === event.clock && run.run === event.run ? { ...run, missedAt: event.at } : run,
      ),
    };

  if (event.kind === 'turnedInto') return moved;
  if (event.kind === 'dueMoved') return moveDue(moved, event);
  if (event.kind === 'areaPassed') return { ...moved, ...event.held, areaCode: event.toArea };
  if (event.kind === 'publicity') return moved;
  if (event.kind === 'linked') return { ...moved, supporters: matter.supporters + (joinsIn(event.link) ? 1 : 0) };
  if (event.kind === 'assigned') return { ...moved, holder: { ...matter.holder, accountId: event.toAccountId } };
  if (event.kind === 'taskMoved')
    return {
      ...moved,
      openTasks: matter.openTasks + (event.begins ? 1 : 0) - (event.ends ? 1 : 0),
      unmetTasks: matter.unmetTasks + (isUnmet(event) ? (event.ends ? 1 : -1) : 0),
    };
  if (event.kind === 'drawnForVisit') return { ...moved, drawnOn: event.day };

  const stage = procedure.states[event.to]?.kind;
  const ends = stage === 'final';
  const step = procedure.steps[event.step];
  const conclusion = event.concludes === undefined ? matter.conclusion : event.concludes;
  const { clocks } = matter;
  const runs = event.extended ? extendRun(procedure, clocks, event.extended, event.at, calendar) : clocks;
  return {
    ...moved,
    ...(event.held ?? {}),
    ...(ends ? { offer: null } : {}),
    state: event.to,
    conclusion,
    firstConclusion: matter.firstConclusion ?? (stage === 'open' ? null : conclusion),
    answeredAt: event.concludes ? event.at : matter.answeredAt,
    answeredBy: event.concludes ? answererOf(event) : conclusion === null ? null : matter.answeredBy,
    taken: countTaken(matter, event, step?.times !== undefined),
    drawnOn: step?.visits || event.reopens ? null : matter.drawnOn,
    endedAt: ends ? (stageOf(procedure, matter) === 'final' ? matter.endedAt : event.at) : null,
    reopenings: matter.reopenings + (event.reopens ? 1 : 0),
    openTasks: matter.openTasks + (event.opened?.isTask ? 1 : 0),
    clocks: advanceClocks(
      procedure,
      runs,
      { step: event.step, from: event.from, to: event.to, at: event.at, ...setBy(event) },
      calendar,
    ),
  };
}

const isUnmet = ({ outcome }: TaskMoved): boolean => outcome === 'explained' || outcome === 'keptOnBooks';

const setBy = ({ sets }: Pick<StepTaken, 'sets'>) => (sets ? { sets } : {});

const stageOf = (procedure: Procedure, { state }: Matter) => procedure.states[state]?.kind;

const answererOf = ({ by }: StepTaken): string | null => (by.actor === 'worker' ? by.accountId : null);

/** A reopening begins the count anew. */
function countTaken({ taken }: Matter, { step, reopens }: StepTaken, isLimited: boolean): Matter['taken'] {
  const before = reopens ? {} : taken;
  return isLimited ? { ...before, [step]: (before[step] ?? 0) + 1 } : before;
}
