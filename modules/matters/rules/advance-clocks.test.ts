import { describe, expect, test } from 'vitest';
import type { Procedure } from '../kit/define-procedure.ts';
import { calendarDays, workingDays } from '../kit/duration.ts';
import type { ClockRun } from '../kit/matter.ts';
import { libraryCard } from '../testing/library-card.ts';
import { at, calendar } from '../testing/library-desk.ts';
import { advanceClocks, currentRun } from './advance-clocks.ts';

type Walk = readonly [step: string | null, to: string, when: string];

/** The runs after walking from state to state, the first without a step. */
function walk(walked: readonly Walk[], procedure: Procedure = libraryCard): readonly ClockRun[] {
  let from: string | null = null;
  let runs: readonly ClockRun[] = [];
  for (const [step, to, when] of walked) {
    runs = advanceClocks(procedure, runs, { step, from, to, at: at(when) }, calendar);
    from = to;
  }
  return runs;
}
const runsOf = (clock: string, ...walked: Walk[]) => walk(walked).filter((run) => run.clock === clock);

const opened: Walk = [null, 'requested', '2026-11-16 10:00'];
const taken: Walk = ['take', 'searching', '2026-11-16 11:00'];
const lent: Walk = ['lend', 'lent', '2026-11-17 10:00'];
const back: Walk = ['bringBack', 'searching', '2026-11-19 10:00'];
const handedOver: Walk = ['handOver', 'returned', '2026-11-20 10:00'];

describe('a clock (时钟)', () => {
  test('starts when the matter enters one of its states, with its own end', () => {
    expect(walk([opened])).toEqual([
      {
        clock: 'taking',
        run: 1,
        startedAt: at('2026-11-16 10:00'),
        pauses: [],
        extensions: [],
        dueAt: at('2026-11-17 00:00'),
        provisional: false,
        endedAt: null,
        ending: null,
        missedAt: null,
      },
      {
        clock: 'total',
        run: 1,
        startedAt: at('2026-11-16 10:00'),
        pauses: [],
        extensions: [],
        dueAt: at('2026-12-07 18:00'),
        provisional: false,
        endedAt: null,
        ending: null,
        missedAt: null,
      },
    ]);
  });

  test('is met by a step that meets it', () => {
    expect(runsOf('taking', opened, taken)).toMatchObject([{ run: 1, ending: 'met', endedAt: at('2026-11-16 11:00') }]);
  });

  test('is dropped when the matter leaves its states by another step', () => {
    const cancelled = walk([opened, taken, ['cancel', 'cancelled', '2026-11-16 12:00']]);
    expect(cancelled.map(({ clock, ending }) => [clock, ending])).toEqual([
      ['taking', 'met'],
      ['total', 'dropped'],
      ['search', 'dropped'],
    ]);
  });

  test('goes on through states that it shares', () => {
    const runs = runsOf('total', opened, taken, ['giveUp', 'checked', '2026-11-17 10:00']);
    expect(runs).toMatchObject([
      { run: 1, startedAt: at('2026-11-16 10:00'), endedAt: null, dueAt: at('2026-12-07 18:00') },
    ]);
  });

  test('stands still in a state that pauses it, and has no end meanwhile', () => {
    expect(runsOf('search', opened, taken, lent)).toMatchObject([
      { dueAt: null, endedAt: null, pauses: [{ from: at('2026-11-17 10:00'), to: null }] },
    ]);
  });

  test('goes on after the pause, later by what the pause cost', () => {
    expect(runsOf('search', opened, taken)).toMatchObject([{ dueAt: at('2026-11-23 18:00') }]);
    expect(runsOf('search', opened, taken, lent, back)).toMatchObject([
      { run: 1, dueAt: at('2026-11-25 18:00'), pauses: [{ from: at('2026-11-17 10:00'), to: at('2026-11-19 10:00') }] },
    ]);
  });

  test('keeps every pause', () => {
    const again: Walk[] = [
      ['lend', 'lent', '2026-11-20 10:00'],
      ['recall', 'searching', '2026-11-23 10:00'],
    ];
    expect(runsOf('search', opened, taken, lent, back, ...again)).toMatchObject([
      {
        run: 1,
        dueAt: at('2026-11-26 18:00'),
        pauses: [{ to: at('2026-11-19 10:00') }, { to: at('2026-11-23 10:00') }],
      },
    ]);
  });

  test('closes its pause when it is dropped while it stands still', () => {
    expect(runsOf('search', opened, taken, lent, ['cancel', 'cancelled', '2026-11-18 10:00'])).toMatchObject([
      { ending: 'dropped', pauses: [{ from: at('2026-11-17 10:00'), to: at('2026-11-18 10:00') }] },
    ]);
  });

  test('runs a second time when a matter is reopened', () => {
    const runs = walk([opened, taken, handedOver, ['judge', 'searching', '2026-11-23 10:00']]);
    expect(runs.filter(({ clock }) => clock === 'search')).toMatchObject([
      { run: 1, ending: 'met', endedAt: at('2026-11-20 10:00') },
      { run: 2, ending: null, startedAt: at('2026-11-23 10:00'), dueAt: at('2026-11-30 18:00') },
    ]);
    expect(runs.filter(({ clock }) => clock === 'judging')).toMatchObject([{ run: 1, ending: 'met' }]);
    expect(currentRun(runs, 'total')).toMatchObject({ run: 2, startedAt: at('2026-11-23 10:00') });
  });

  test('is left alone by a step that stays in the state', () => {
    const before = walk([opened, taken, lent]);
    const after = walk([opened, taken, lent, ['extend', 'lent', '2026-11-18 10:00']]);
    expect(after).toEqual(before);
  });

  test('begins anew each time a transfer is answered', () => {
    const runs = runsOf(
      'search',
      opened,
      taken,
      ['passOn', 'passedOn', '2026-11-17 10:00'],
      ['decline', 'searching', '2026-11-17 11:00'],
    );
    expect(runs).toMatchObject([
      { run: 1, ending: 'met' },
      { run: 2, startedAt: at('2026-11-17 11:00'), ending: null },
    ]);
  });
});

describe('a clock of one’s own', () => {
  const clock = { ...libraryCard.clocks.search, within: workingDays(2) };
  const withClock = (change: Partial<Procedure['clocks'][string]>): Procedure => ({
    ...(libraryCard as Procedure),
    clocks: { own: { ...clock, ...change } },
  });

  test('starts on leaving a pausing state that it was not in before', () => {
    const procedure = withClock({
      runsIn: ['searching'],
      pausedIn: [{ state: 'requested', because: { zh: '等', en: 'wait' } }],
    });
    expect(walk([opened, taken], procedure)).toMatchObject([{ run: 1, startedAt: at('2026-11-16 11:00'), pauses: [] }]);
  });

  test('starts again on coming back from a pausing state to which the step that met it had led', () => {
    const procedure = withClock({ runsIn: ['searching'], metBy: ['lend'] });
    expect(walk([opened, taken, lent, back], procedure)).toMatchObject([
      { run: 1, ending: 'met' },
      { run: 2, startedAt: at('2026-11-19 10:00') },
    ]);
  });

  test('starts again at once when the step that met it leads to another of its states', () => {
    const procedure = withClock({ runsIn: ['searching', 'checked'], metBy: ['giveUp'] });
    expect(walk([opened, taken, ['giveUp', 'checked', '2026-11-17 10:00']], procedure)).toMatchObject([
      { run: 1, ending: 'met' },
      { run: 2, startedAt: at('2026-11-17 10:00') },
    ]);
  });

  test('met by a step that stays ends and does not begin again there', () => {
    const procedure = withClock({ runsIn: ['searching'], within: calendarDays(1), metBy: ['note'] });
    const runs = walk(
      [opened, taken, ['note', 'searching', '2026-11-16 12:00'], ['note', 'searching', '2026-11-16 13:00']],
      procedure,
    );
    expect(runs).toMatchObject([{ run: 1, ending: 'met', endedAt: at('2026-11-16 12:00') }]);
  });
});
