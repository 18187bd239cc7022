import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../modules/matters/index.ts';
import { walk, type Walked } from '../../modules/matters/testing/random-walk.ts';
import { installed } from '../../apps/server/procedures.ts';

const HISTORIES = 10_000;
const historiesEach = Math.ceil(HISTORIES / installed.length);
/** Its last review lies so deep that few lives reach it. */
const longest: Readonly<Record<string, number>> = { petition: 1_000 };

/** A posting wants a text that hides the name, which random words do not. */
const unseenIn: Readonly<Record<string, number>> = { 'benefit-determination': 4 };

const isWithin = (bounds: { readonly min: number; readonly max: number } | undefined, amount: number): boolean =>
  bounds !== undefined && bounds.min <= amount && amount <= bounds.max;

/** What must hold of every moment in the life of a matter, whatever its procedure. */
const promises = (procedure: Procedure, { before, now, event, stage }: Walked): Record<string, boolean> => {
  const running = now.clocks.filter((run) => run.endedAt === null);
  const isOpen = stage !== 'final';
  return {
    'somebody holds it': now.holder.bodyId !== '',
    'the first contact stays': now.firstContact === before.firstContact,
    'an open matter has a limit that runs': !isOpen || running.length > 0,
    'one of its limits has an instant': !isOpen || running.some((run) => run.dueAt !== null),
    'an end has an outcome and an instant': isOpen || (now.conclusion !== null && now.endedAt !== null),
    'the sender holds it while it is offered': now.offer === null || now.holder.bodyId === before.holder.bodyId,
    'a first answer is never taken back':
      before.firstConclusion === null || now.firstConclusion === before.firstConclusion,
    'who answered did not check it alone':
      event.kind !== 'stepTaken' ||
      event.by.actor !== 'worker' ||
      event.step !== 'confirmCheck' ||
      event.by.accountId !== before.answeredBy,
    'no step is taken more often than it may': Object.entries(now.taken).every(
      ([step, n]) => n <= (procedure.steps[step]?.times ?? 0),
    ),
    'a visit is owed only for what has ended': now.drawnOn === null || !isOpen,
    'each event has the next number': event.seq === before.seq + 1,
    'what a district set lies within the bounds, and only where there are any': now.clocks.every(
      ({ clock, setAmount }) => setAmount === undefined || isWithin(procedure.clocks[clock]?.districtMay, setAmount),
    ),
    'a run keeps the length with which it began': before.clocks.every(
      ({ clock, run, setAmount }) =>
        now.clocks.find((one) => one.clock === clock && one.run === run)?.setAmount === setAmount,
    ),
    'what a missed limit turns into changes nothing but the record':
      event.kind !== 'turnedInto' ||
      JSON.stringify({ ...now, seq: 0, lastAt: 0 }) === JSON.stringify({ ...before, seq: 0, lastAt: 0 }),
  };
};

describe('whatever is done to a matter of any institution, in any order, nobody ever holds nothing', () => {
  let [histories, usedSeconds] = [0, 0];

  test.each(installed.map((one) => [`${one.id} ${one.version} ${one.amendedOn ?? ''}`, one] as const))(
    '%s',
    (_, procedure) => {
      const used = process.cpuUsage();
      const seen = new Set<string>();
      let [set, turned] = [0, 0];
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
          histories += 1;
          for (const moment of walk(procedure, seed)) {
            seen.add(moment.now.state);
            if (moment.now.clocks.some(({ setAmount }) => setAmount !== undefined)) set += 1;
            if (moment.event.kind === 'turnedInto') turned += 1;
            const broken = Object.entries(promises(procedure, moment)).filter(([, kept]) => !kept);
            if (broken.length > 0)
              throw new Error(`${broken.map(([promise]) => promise).join('; ')} after ${JSON.stringify(moment.event)}`);
          }
        }),
        { numRuns: longest[procedure.id] ?? historiesEach, seed: 2611 },
      );
      usedSeconds += process.cpuUsage(used).user / 1e6;
      const clocks = Object.values(procedure.clocks);
      expect([set > 0, turned > 0]).toEqual([
        clocks.some(({ districtMay }) => districtMay),
        clocks.some(({ whenMissed }) => whenMissed.opens),
      ]);
      const states = Object.keys(procedure.states);
      const unseen = states.filter((state) => !seen.has(state));
      expect(unseen).toHaveLength(unseenIn[procedure.id] ?? 0);
    },
    60_000,
  );

  test('that makes ten thousand histories, in less than a minute of one processor', () => {
    expect(histories).toBeGreaterThanOrEqual(HISTORIES);
    expect(usedSeconds).toBeLessThan(60);
  });
});
