import type { MatterEvent } from '../kit/events.ts';
import type { BodyRef, Input, Matter } from '../kit/matter.ts';
import type { Asker } from '../rules/asker.ts';
import { statutoryCalendar } from '../rules/calendar.ts';
import { decideMisses, decideOpening, decideStep, type Targets } from '../rules/decide.ts';
import { evolve, evolveOpening } from '../rules/evolve.ts';
import { libraryCard } from './library-card.ts';

/** An instant on the clock of Shanghai: `at('2026-11-16 10:00')`. */
export const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`);
export const calendar = statutoryCalendar('Asia/Shanghai');

const id = (kind: string, number: number) => `0190000${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`;
const ref = (number: number, kind: BodyRef['kind']): BodyRef => ({
  bodyId: id('b', number),
  kind,
  headAccountId: id('a', number * 10),
});

/** Invented libraries (样例图书馆): two branches, the main library above them, a department, the centre above all. */
export const libraries = {
  north: ref(1, 'residentsCommittee'),
  south: ref(2, 'residentsCommittee'),
  main: ref(3, 'taskGroup'),
  archive: ref(4, 'department'),
  centre: ref(5, 'districtCentre'),
};
export type Library = keyof typeof libraries;

const person = (library: Library, number: number, isHead: boolean) => {
  const { bodyId } = libraries[library];
  const n = Number(bodyId.slice(-3)) * 10 + number;
  return { kind: 'worker', accountId: id('a', n), postId: id('d', n), bodyId, isHead } as const;
};
export const chiefOf = (library: Library) => person(library, 0, true);
export const clerkOf = (library: Library) => person(library, 1, false);
export const reader: Asker = { kind: 'reporter' };
export const timer: Asker = { kind: 'timer' };

/** Where a transfer could go from here, as the queries would find it. */
export function targetsFor(matter: Matter, chosen?: Library): Targets {
  const all = Object.values(libraries);
  const before = all.find((library) => library.bodyId === matter.cameFrom.at(-1));
  const decider =
    matter.holder.kind === 'residentsCommittee'
      ? libraries.main
      : matter.holder.kind === 'districtCentre'
        ? undefined
        : libraries.centre;
  return {
    tierAbove: libraries.main,
    ...(before ? { cameFrom: before } : {}),
    ...(decider ? { decider } : {}),
    ...(chosen ? { chosen: libraries[chosen] } : {}),
  };
}

export type Doing = {
  readonly step: string;
  readonly by: Asker;
  readonly at: string | Date;
  readonly input?: Input;
  readonly to?: Library;
};

export const opening = (now: Date) =>
  decideOpening(
    libraryCard,
    {
      by: reader,
      role: 'reader',
      areaCode: '990177001001',
      firstContact: {
        accountId: clerkOf('north').accountId,
        postId: clerkOf('north').postId,
        bodyId: libraries.north.bodyId,
      },
      keeper: libraries.north,
      input: { what: '一本旧县志' },
    },
    now,
  );

export const openLoan = (when = '2026-11-16 10:00'): Matter =>
  evolveOpening(libraryCard, id('c', 1), opening(at(when)), calendar);

export const decide = (matter: Matter, doing: Doing) =>
  decideStep(
    libraryCard,
    matter,
    { step: doing.step, by: doing.by, input: doing.input ?? {}, targets: targetsFor(matter, doing.to) },
    typeof doing.at === 'string' ? at(doing.at) : doing.at,
    calendar,
  );

/** The matter after these steps, all of which have to be allowed. */
export const after = (matter: Matter, ...doings: Doing[]): Matter =>
  doings.reduce((before, doing) => {
    const decision = decide(before, doing);
    if (!decision.ok) throw new Error(`${doing.step} in ${before.state}: ${decision.code}`);
    return evolve(libraryCard, before, decision.value, calendar);
  }, matter);

/** The events of all limits that ran out by now, with the steps the timer takes after them. */
export function runClocks(matter: Matter, now: Date): { matter: Matter; events: MatterEvent[] } {
  let current = matter;
  const events: MatterEvent[] = [];
  const apply = (event: MatterEvent) => {
    events.push(event);
    current = evolve(libraryCard, current, event, calendar);
  };
  for (let miss = decideMisses(current, now)[0]; miss; miss = decideMisses(current, now)[0]) {
    apply(miss);
    const take = (libraryCard.clocks as Readonly<Record<string, { whenMissed: { take?: string } }>>)[miss.clock]
      ?.whenMissed.take;
    const decision = take ? decide(current, { step: take, by: timer, at: now }) : undefined;
    if (decision?.ok) apply(decision.value);
  }
  return { matter: current, events };
}
