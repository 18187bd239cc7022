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
    pick: fc.nat(9999),
    wild: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    to: fc.constantFrom(...names),
    mark: fc.integer({ min: 1, max: 5 }),
    length: fc.constantFrom('three', 'five'),
    minutes: fc.oneof(fc.integer({ min: -30, max: 600 }), fc.integer({ min: 0, max: 30_000 })),
  }),
  { minLength: 5, maxLength: 25, size: 'max' },
);
type Wish = typeof wishes extends fc.Arbitrary<readonly (infer W)[]> ? W : never;

type History = { readonly matters: readonly Matter[]; readonly events: readonly MatterEvent[] };

const everything = steps.flatMap((step) => people.map((by) => ({ step, by })));
const endsAtOnce = new Set(['cancel', 'redirect']);

/** Mostly a step that may be begun, each as likely as the other, and seldom one that ends it all. */
function choose(matter: Matter, { pick, wild }: Wish, now: Date): (typeof everything)[number] {
  const possible = everything.filter(({ step, by }) => mayBegin(procedure, matter, step, by, now).allowed);
  const lively = possible.filter(({ step }) => pick % 8 === 0 || !endsAtOnce.has(step));
  if (wild || lively.length === 0) return everything[pick % everything.length]!;
  const stepsNow = [...new Set(lively.map(({ step }) => step))];
  const wanted = lively.filter(({ step }) => step === stepsNow[pick % stepsNow.length]);
  return wanted[pick % wanted.length]!;
}

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
    const { step, by } = choose(matter, wish, now);
    const decision = decide(matter, {
      step,
      by,
      at: now,
      to: wish.to,
      input: { mark: wish.mark, length: wish.length },
    });
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
const seen = { states: new Set<string>(), clocks: new Set<string>(), steps: new Map<string, number>(), longest: 0 };

type Moment = { readonly before: Matter; readonly now: Matter; readonly event: MatterEvent };

/** What the engine promises of every moment in the life of a matter; true where it is kept. */
function promises({ before, now, event }: Moment): Record<string, boolean> {
  const isFinal = procedure.states[now.state]!.kind === 'final';
  const running = now.clocks.filter((run) => run.endedAt === null);
  return {
    'someone holds it': bodyIds.has(now.holder.bodyId),
    'the first contact stays': now.firstContact === before.firstContact,
    'hops only grow': now.hops >= before.hops,
    'each event has the next number': now.seq === before.seq + 1 && event.seq === now.seq,
    'time goes forward': now.lastAt >= before.lastAt && event.at >= before.lastAt,
    'reopenings only grow': now.reopenings >= before.reopenings,
    'the sender holds it while it is offered': now.offer === null || now.holder.bodyId === before.holder.bodyId,
    'the third hop is decided': now.hops === before.hops || now.state === (before.hops >= 2 ? 'disputed' : 'passedOn'),
    'an offer stands where one can answer it':
      (now.offer !== null) === ['requested', 'passedOn', 'disputed'].includes(now.state),
    'an end has its instant': (now.endedAt !== null) === isFinal,
    'an end has an outcome': !isFinal || now.conclusion !== null,
    'a clock runs until the end and not after': running.some((run) => run.dueAt !== null) === !isFinal,
    'no clock runs twice at once': new Set(running.map((run) => run.clock)).size === running.length,
    'a run ends somehow': now.clocks.every((run) => (run.endedAt === null) === (run.ending === null)),
    'an extension moves no end nearer':
      event.kind !== 'stepTaken' ||
      !event.extended ||
      before.clocks.every((run, i) => !run.dueAt || run.dueAt <= (now.clocks[i]?.dueAt as Date)),
    'no run is extended more than it may': now.clocks.every((run) => {
      const days = run.extensions.reduce((sum, { by }) => sum + by.amount, 0);
      return run.extensions.length <= (run.clock === 'search' ? 2 : 0) && days <= 8;
    }),
    'a run without an end stands still': now.clocks.every((run) => {
      const pause = run.pauses.at(-1);
      const ranOutBefore = run.dueAt !== null && pause !== undefined && run.dueAt <= pause.from;
      return (run.dueAt === null) === (pause?.to === null && !ranOutBefore);
    }),
  };
}

describe('whatever is done to a matter, in any order', () => {
  test('what the engine promises holds after every event, and every state, step and clock was tried', () => {
    fc.assert(
      fc.property(starts, wishes, (start, wanted) => {
        const history = live(start, wanted);
        const moments = pairs(history);
        const broken = moments.flatMap((moment) => Object.entries(promises(moment)).filter(([, kept]) => !kept));
        expect(broken).toEqual([]);
        for (const { now, event } of moments) {
          seen.states.add(now.state);
          for (const run of now.clocks) if (run.endedAt === null) seen.clocks.add(run.clock);
          if (event.kind === 'stepTaken') seen.steps.set(event.step, (seen.steps.get(event.step) ?? 0) + 1);
        }
        seen.longest = Math.max(seen.longest, history.events.length);
      }),
      { numRuns: 2000 },
    );
    expect([...seen.states].sort()).toEqual(Object.keys(procedure.states).sort());
    expect([...seen.steps.keys()].sort()).toEqual([...steps].sort());
    expect([...seen.clocks].sort()).toEqual(Object.keys(procedure.clocks).sort());
    expect(seen.longest).toBeGreaterThan(15);
  });

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
      { numRuns: 300 },
    );
  });
});

test('a matter is opened once', () => {
  expect(() => evolve(libraryCard, openLoan(), opening(at('2026-11-16 10:00')), calendar)).toThrow('open already');
});
