import type { ClockMissed, MatterEvent } from '../kit/events.ts';
import type { Field } from '../kit/fields.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { BodyRef, Input, InputValue, Matter } from '../kit/matter.ts';
import type { Asker } from '../rules/asker.ts';
import { statutoryCalendar, dateText } from '../rules/calendar.ts';
import { decideMisses, decideOpening, decideStep, mayBegin, type Targets } from '../rules/decide.ts';
import { evolve, evolveOpening } from '../rules/evolve.ts';
import type { OtherMatter } from '../rules/link-matters.ts';
import { bodyKinds, postKinds } from '../../bodies/index.ts';

export type Walked = {
  readonly before: Matter;
  readonly now: Matter;
  readonly event: MatterEvent;
  readonly stage: 'open' | 'waiting' | 'final';
};

const calendar = statutoryCalendar('Asia/Shanghai');
const START_MS = new Date('2026-01-05T01:00:00Z').getTime();
const STEPS = 22;
const AREA = '990177001001';
const subjects = ['', 'gas', 'lighting', 'welfare'];

const bodies: readonly BodyRef[] = bodyKinds.map((kind) => ({
  bodyId: `body ${kind}`,
  kind,
  headAccountId: `head of ${kind}`,
}));
const people: readonly Asker[] = [
  { kind: 'reporter' },
  { kind: 'timer' },
  { kind: 'supporter', matterId: 'neighbour', saidAt: null },
  ...bodies.flatMap(({ bodyId, kind }): Asker[] => [
    { kind: 'worker', accountId: `head of ${kind}`, postId: `head ${kind}`, bodyId, isHead: true },
    { kind: 'worker', accountId: `clerk of ${kind}`, postId: `clerk ${kind}`, bodyId, isHead: false },
  ]),
  ...postKinds.map((postKind): Asker => ({
    kind: 'worker',
    accountId: `as ${postKind}`,
    postId: postKind,
    bodyId: 'body elsewhere',
    isHead: false,
    postKind,
    areaCode: AREA,
  })),
];

/** Numbers that follow from a seed alone (mulberry32). */
function dice(seed: number) {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}
type Dice = ReturnType<typeof dice>;

const pick = <T>(roll: Dice, list: readonly T[]): T => list[roll(list.length)] as T;

/** Mostly a body of a kind that the procedure speaks of, now and then any: most kinds of a district have no part in it. */
function pickBody(roll: Dice, { roles }: Procedure): BodyRef {
  const kinds = new Set<string>(Object.values(roles).flatMap(({ of = [] }) => of));
  const apt = bodies.filter(({ kind }) => kinds.has(kind));
  return pick(roll, apt.length > 0 && roll(4) !== 0 ? apt : bodies);
}

function fill(roll: Dice, field: Field, now: Date): InputValue {
  switch (field.kind) {
    case 'text':
      return '字'.repeat(Math.max(1, field.min));
    case 'choice':
      return pick(roll, Object.keys(field.options));
    case 'body':
      return pick(roll, bodies).bodyId;
    case 'photos':
      return ['photo'];
    case 'rating':
      return 1 + roll(5);
    case 'day':
      return dateText(calendar.dayOf(now) + field.fromDays + roll(field.toDays - field.fromDays));
    case 'count':
      return field.min + roll(field.max - field.min + 1);
    case 'matter':
      return '2611-00002-7';
  }
}

/**
 * Lives one life of a matter (随机历史) under any procedure, the same for the same seed: mostly what somebody may do, sometimes
 * what they may not, at any pace, with every limit that runs out in between. Gives each moment of it.
 */
export function* walk(declared: Procedure, seed: number): Generator<Walked> {
  const roll = dice(seed);
  const aside = dice(seed + 1);
  const procedure = { ...declared, clocks: withSettings(declared, aside) };
  const keeper = pickBody(roll, procedure);
  let now = new Date(START_MS + roll(500_000) * 60_000);
  const input = (asks: Readonly<Record<string, Field>>): Input =>
    Object.fromEntries(
      Object.entries(asks).flatMap(([name, field]) =>
        field.optional && roll(3) === 0 ? [] : [[name, fill(roll, field, now)] as const],
      ),
    );
  const opened = decideOpening(
    procedure,
    {
      by: { kind: 'reporter' },
      role: procedure.opening.by[0] ?? '',
      areaCode: AREA,
      firstContact: {
        accountId: 'clerk of residentsCommittee',
        postId: 'clerk residentsCommittee',
        bodyId: 'body residentsCommittee',
      },
      keeper,
      subject: pick(roll, subjects),
      input: input(procedure.opening.asks),
      fromRecord: roll(20) === 0,
    },
    now,
  );
  let matter = evolveOpening(procedure, 'the matter', opened, calendar);
  const stageOf = (one: Matter) => procedure.states[one.state]?.kind ?? 'open';
  const apply = (event: MatterEvent): Walked => {
    const before = matter;
    matter = evolve(procedure, before, event, calendar);
    return { before, now: matter, event, stage: stageOf(matter) };
  };
  const attempt = (step: string, by: Asker): MatterEvent | undefined => {
    const decision = decideStep(
      procedure,
      matter,
      { step, by, input: input(procedure.steps[step]?.asks ?? {}), targets: targets(procedure, roll, matter), other },
      now,
      calendar,
    );
    return decision.ok ? decision.value : undefined;
  };

  for (let n = 0; n < STEPS; n += 1) {
    now = new Date(now.getTime() + (roll(4) === 0 ? roll(60_000) : roll(900)) * 60_000);
    for (let miss = decideMisses(matter, now)[0]; miss; miss = decideMisses(matter, now)[0]) {
      yield apply(miss);
      const { take, opens } = procedure.clocks[miss.clock]?.whenMissed ?? {};
      if (opens && aside(2) === 0) yield apply(turned(matter, miss, opens.procedure));
      const event = take && attempt(take, { kind: 'timer' });
      if (event) yield apply(event);
    }
    if (stageOf(matter) === 'final' && matter.state === procedure.visits?.in && roll(3) === 0)
      yield apply({ kind: 'drawnForVisit', seq: matter.seq + 1, at: matter.lastAt, day: '2026-01-05' });
    const [step, by] = choose(procedure, matter, roll, now);
    const event = attempt(step, by);
    if (event) yield apply(event);
  }
}

/** What a district set over the time of the walk (本区设定): mostly within the bounds, sometimes beyond them, and sometimes taken back. */
const withSettings = ({ clocks }: Procedure, roll: Dice): Procedure['clocks'] =>
  Object.fromEntries(
    Object.entries(clocks).map(([name, clock]) => {
      const { min, max } = clock.districtMay ?? { min: 1, max: 9 };
      const settings = [0, 1, 2].map((n) => ({
        since: new Date(START_MS + n * 20 * 86_400_000 + roll(20 * 1440) * 60_000),
        amount: roll(5) === 0 ? null : min - 1 + roll(max - min + 3),
      }));
      return [name, roll(3) === 0 ? clock : { ...clock, settings }];
    }),
  );

const turned = (matter: Matter, { clock, run }: ClockMissed, procedure: string): MatterEvent => ({
  kind: 'turnedInto',
  seq: matter.seq + 1,
  at: matter.lastAt,
  clock,
  run,
  procedure,
  matterId: 'what it turned into',
  number: '2611-00003-5',
  bodyId: matter.holder.bodyId,
});

const other: OtherMatter = {
  matterId: 'another',
  number: '2611-00002-7',
  procedureId: 'resident-request',
  isEnded: false,
  leadsTo: [],
  tiedAs: [],
};

const targets = (procedure: Procedure, roll: Dice, matter: Matter): Targets => {
  const before = bodies.find(({ bodyId }) => bodyId === matter.cameFrom.at(-1));
  return {
    chosen: pickBody(roll, procedure),
    tierAbove: pickBody(roll, procedure),
    decider: pickBody(roll, procedure),
    ...(before ? { cameFrom: before } : {}),
  };
};

/** Mostly a step that may be begun, each as likely as the other; seldom one that ends it all, and now and then any by anyone. */
function choose(procedure: Procedure, matter: Matter, roll: Dice, now: Date): readonly [string, Asker] {
  const steps = Object.keys(procedure.steps);
  if (roll(12) === 0) return [pick(roll, steps), pick(roll, people)];
  const isEnd = (name: string) => {
    const to = procedure.steps[name]?.to;
    return typeof to === 'string' && procedure.states[to]?.kind === 'final' && to !== matter.state;
  };
  const seldomEnds = roll(5) !== 0;
  // In an order by lot the first that somebody may begin: each is as likely as the other, and few have to be asked.
  const here = shuffle(
    roll,
    steps.filter((name) => procedure.steps[name]?.from.includes(matter.state)),
  );
  const lively = here.filter((name) => !seldomEnds || !isEnd(name));
  for (const name of [...lively, ...here.filter((one) => !lively.includes(one))]) {
    const able = people.filter((by) => mayBegin(procedure, matter, name, by, now).allowed);
    if (able.length > 0) return [name, pick(roll, able)];
  }
  return [pick(roll, steps), pick(roll, people)];
}

function shuffle<T>(roll: Dice, list: readonly T[]): T[] {
  const all = [...list];
  for (let last = all.length - 1; last > 0; last -= 1) {
    const at = roll(last + 1);
    [all[last], all[at]] = [all[at] as T, all[last] as T];
  }
  return all;
}
