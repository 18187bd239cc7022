import type { MatterEvent, Opened } from '../kit/events.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { Matter } from '../kit/matter.ts';
import { advanceClocks } from './advance-clocks.ts';
import type { WorkingCalendar } from './calendar.ts';
import { extendRun } from './extend-clock.ts';
import { moveDue } from './move-dues.ts';

/** The matter as it stands after its first event. */
export function evolveOpening(procedure: Procedure, id: string, event: Opened, calendar: WorkingCalendar): Matter {
  return {
    id,
    procedureId: procedure.id,
    procedureVersion: procedure.version,
    state: event.state,
    conclusion: null,
    openedAt: event.at,
    areaCode: event.areaCode,
    firstContact: event.firstContact,
    ...event.held,
    answeredAt: null,
    endedAt: null,
    reopenings: 0,
    clocks: advanceClocks(procedure, [], { step: null, from: null, to: event.state, at: event.at }, calendar),
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

  const ends = procedure.states[event.to]?.kind === 'final';
  const { clocks } = matter;
  const runs = event.extended ? extendRun(procedure, clocks, event.extended, event.at, calendar) : clocks;
  return {
    ...moved,
    ...(event.held ?? {}),
    ...(ends ? { offer: null } : {}),
    state: event.to,
    conclusion: event.concludes === undefined ? matter.conclusion : event.concludes,
    answeredAt: event.concludes ? event.at : matter.answeredAt,
    endedAt: ends ? event.at : null,
    reopenings: matter.reopenings + (event.reopens ? 1 : 0),
    clocks: advanceClocks(
      procedure,
      runs,
      { step: event.step, from: event.from, to: event.to, at: event.at },
      calendar,
    ),
  };
}
