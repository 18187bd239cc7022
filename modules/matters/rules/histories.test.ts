import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../kit/define-procedure.ts';
import type { MatterEvent, Opened } from '../kit/events.ts';
import type { Matter } from '../kit/matter.ts';
import { libraryCard } from '../testing/library-card.ts';
import {
  at,
  calendar,
  chiefOf,
  clerkOf,
  decide,
  libraries,
  opening,
  openLoan,
  reader,
  runClocks,
  timer,
  type Library,
} from '../testing/library-desk.ts';
import { mayBegin } from './decide.ts';
import { evolve, evolveOpening } from './evolve.ts';

const procedure: Procedure = libraryCard;
const names = Object.keys(libraries) as Library[];
const people = [reader, timer, ...names.flatMap((library) => [chiefOf(library), clerkOf(library)])];
const steps = Object.keys(procedure.steps);

/** A wish: which of the steps that may be begun, or any step by anyone; where to; how much later. */
const wishes = fc.array(
  fc.record({
    pick: fc.nat(999),
    wild: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    to: fc.constantFrom(...names),
    mark: fc.integer({ min: 1, max: 5 }),
    minutes: fc.oneof(fc.integer({ min: -30, max: 600 }), fc.integer({ min: 0, max: 30_000 })),
  }),
  { maxLength: 25 },
);
type Wish = typeof wishes extends fc.Arbitrary<readonly (infer W)[]> ? W : never;

type History = { readonly matters: readonly Matter[]; readonly events: readonly MatterEvent[] };

function live(start: Date, wanted: readonly Wish[]): History {
  const opened = opening(start);
  let matter = evolveOpening(libraryCard, openLoan().id, opened, calendar);
  const matters = [matter];
  const events: MatterEvent[] = [opened];
  let now = start;
  for (const wish of wanted) {
    now = new Date(now.getTime() + wish.minutes * 60_000);
    const noted = runClocks(matter, now);
    for (const event of noted.events) {
      matter = evolve(libraryCard, matter, event, calendar);
      events.push(event);
      matters.push(matter);
    }
    const all = steps.flatMap((step) => people.map((by) => ({ step, by })));
    const possible = all.filter(({ step, by }) => mayBegin(procedure, matter, step, by, now).allowed);
    const from = wish.wild || possible.length === 0 ? all : possible;
    const { step, by } = from[wish.pick % from.length]!;
    const decision = decide(matter, { step, by, at: now, to: wish.to, input: { mark: wish.mark } });
    if (!decision.ok) continue;
    matter = evolve(libraryCard, matter, decision.value, calendar);
    events.push(decision.value);
    matters.push(matter);
  }
  return { matters, events };
}

const bodyIds = new Set(Object.values(libraries).map((library) => library.bodyId));
const pairs = ({ matters, events }: History) =>
  matters.slice(1).map((now, i) => ({ before: matters[i]!, now, event: events[i + 1]! }));

const starts = fc
  .integer({ min: 0, max: 300 * 1440 })
  .map((minutes) => new Date(at('2026-01-05 00:00').getTime() + minutes * 60_000));
const seen = { states: new Set<string>(), clocks: new Set<string>(), steps: new Set<string>(), longest: 0 };

describe('whatever is done to a matter, in any order', () => {
  test('what the engine promises holds after every event, and every state, step and clock was tried', () => {
    fc.assert(
      fc.property(starts, wishes, (start, wanted) => {
        const history = live(start, wanted);
        const first = history.matters[0]!;
        for (const { before, now, event } of pairs(history)) {
          expect(bodyIds.has(now.holder.bodyId)).toBe(true);
          expect(now.firstContact).toBe(first.firstContact);
          expect(now.hops).toBeGreaterThanOrEqual(before.hops);
          expect(now.seq).toBe(before.seq + 1);
          expect(event.seq).toBe(now.seq);
          expect(now.lastAt.getTime()).toBeGreaterThanOrEqual(before.lastAt.getTime());
          expect(now.reopenings).toBeGreaterThanOrEqual(before.reopenings);
          if (now.offer) expect(now.holder).toEqual(before.holder);
          if (now.hops > before.hops) expect(now.state).toBe(before.hops >= 2 ? 'disputed' : 'passedOn');
          expect(now.offer !== null).toBe(['requested', 'passedOn', 'disputed'].includes(now.state));

          const isFinal = procedure.states[now.state]!.kind === 'final';
          const running = now.clocks.filter((run) => run.endedAt === null);
          expect(now.endedAt !== null).toBe(isFinal);
          if (isFinal) expect(now.conclusion).not.toBeNull();
          expect(running.some((run) => run.dueAt !== null)).toBe(!isFinal);
          expect(new Set(running.map((run) => run.clock)).size).toBe(running.length);
          expect(now.clocks.every((run) => (run.endedAt === null) === (run.ending === null))).toBe(true);
          for (const run of now.clocks) {
            const pause = run.pauses.at(-1);
            const ranOutBefore = run.dueAt !== null && pause !== undefined && run.dueAt <= pause.from;
            expect(run.dueAt === null).toBe(pause?.to === null && !ranOutBefore);
          }
          seen.states.add(now.state);
          for (const run of running) seen.clocks.add(run.clock);
          if (event.kind === 'stepTaken') seen.steps.add(event.step);
        }
        seen.longest = Math.max(seen.longest, history.events.length);
      }),
      { numRuns: 3000 },
    );
    expect([...seen.states].sort()).toEqual(Object.keys(procedure.states).sort());
    expect([...seen.steps].sort()).toEqual([...steps].sort());
    expect([...seen.clocks].sort()).toEqual(Object.keys(procedure.clocks).sort());
    expect(seen.longest).toBeGreaterThan(15);
  }, 20_000);

  test('its events alone give the same matter again', () => {
    fc.assert(
      fc.property(starts, wishes, (start, wanted) => {
        const { matters, events } = live(start, wanted);
        const [opened, ...later] = events as [Opened, ...MatterEvent[]];
        const matter = later.reduce(
          (before, event) => evolve(libraryCard, before, event, calendar),
          evolveOpening(libraryCard, matters[0]!.id, opened, calendar),
        );
        expect(matter).toEqual(matters.at(-1));
        expect(opened.seq).toBe(1);
      }),
      { numRuns: 1000 },
    );
  }, 20_000);
});

test('a matter is opened once', () => {
  expect(() => evolve(libraryCard, openLoan(), opening(at('2026-11-16 10:00')), calendar)).toThrow('open already');
});
