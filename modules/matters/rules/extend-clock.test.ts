import { describe, expect, test } from 'vitest';
import { sayRefusal } from '../../../platform/i18n/words.ts';
import '../words/index.ts';
import { workingDays } from '../kit/duration.ts';
import { libraryCard } from '../testing/library-card.ts';
import {
  after,
  at,
  calendar,
  chiefOf,
  clerkOf,
  decide,
  openLoan,
  reader,
  type Doing,
} from '../testing/library-desk.ts';
import { mayBegin } from './decide.ts';
import { evolve } from './evolve.ts';

const prolong = (when: string, length = 'three'): Doing => ({
  step: 'prolong',
  by: chiefOf('north'),
  at: when,
  input: { length, reason: '书在修补' },
});
/** Searched for since Monday at eleven: due on the Monday after, 2026-11-23 18:00. */
const searching = after(openLoan(), { step: 'take', by: clerkOf('north'), at: '2026-11-16 11:00' });
const search = (matter = searching) => matter.clocks.find(({ clock }) => clock === 'search');
const may = (matter: typeof searching, when: string) =>
  mayBegin(libraryCard, matter, 'prolong', chiefOf('north'), at(when));

describe('an extension (延期)', () => {
  test('moves the end by its length, counted as the limit is, and says until when', () => {
    const decision = decide(searching, prolong('2026-11-17 10:00'));
    const extended = { clock: 'search', run: 1, by: workingDays(3), dueAt: at('2026-11-26 18:00') };
    expect(decision).toMatchObject({ ok: true, value: { step: 'prolong', extended } });
    expect(search(after(searching, prolong('2026-11-17 10:00')))).toMatchObject({
      dueAt: at('2026-11-26 18:00'),
      extensions: [{ at: at('2026-11-17 10:00'), by: workingDays(3) }],
      endedAt: null,
    });
  });

  test('leaves other limits alone', () => {
    const others = (matter: typeof searching) => matter.clocks.filter(({ clock }) => clock !== 'search');
    expect(others(after(searching, prolong('2026-11-17 10:00')))).toEqual(others(searching));
  });

  test('is granted until the very instant at which the limit runs out', () => {
    expect(may(searching, '2026-11-23 18:00').allowed).toBe(true);
    expect(may(searching, '2026-11-23 18:01')).toMatchObject({ allowed: false, code: 'limit.already_overdue' });
    expect(decide(searching, prolong('2026-11-23 18:01'))).toMatchObject({ code: 'limit.already_overdue' });
  });

  test('is granted as often as the procedure says, and no more', () => {
    const twice = after(searching, prolong('2026-11-17 10:00'), prolong('2026-11-18 10:00'));
    expect(search(twice)).toMatchObject({ dueAt: at('2026-12-01 18:00'), extensions: [{}, {}] });
    expect(may(twice, '2026-11-19 10:00')).toMatchObject({ code: 'limit.already_extended', details: { times: 2 } });
  });

  test('may not be longer than the procedure says, with those before it', () => {
    const once = after(searching, prolong('2026-11-17 10:00', 'five'));
    expect(may(once, '2026-11-18 10:00').allowed).toBe(true);
    expect(decide(once, prolong('2026-11-18 10:00', 'five'))).toMatchObject({
      code: 'limit.extension_too_long',
      details: { unit: 'workingDays', left: 3 },
    });
    expect(decide(once, prolong('2026-11-18 10:00', 'three')).ok).toBe(true);
  });

  test('is for a limit that runs', () => {
    const stopped = { ...searching, clocks: searching.clocks.filter(({ clock }) => clock !== 'search') };
    expect(may(stopped, '2026-11-17 10:00')).toMatchObject({ code: 'limit.not_running' });
  });

  test('is for those to whom the step belongs', () => {
    expect(decide(searching, { ...prolong('2026-11-17 10:00'), by: clerkOf('north') })).toMatchObject({
      code: 'step.not_yours',
    });
  });

  test('stays with its run: pauses after it put the longer limit off, and the next run has its own', () => {
    const walked = after(
      searching,
      prolong('2026-11-17 10:00'),
      { step: 'lend', by: clerkOf('north'), at: '2026-11-18 10:00' },
      { step: 'bringBack', by: reader, at: '2026-11-20 10:00' },
    );
    expect(search(walked)).toMatchObject({ dueAt: at('2026-11-30 18:00'), extensions: [{ by: workingDays(3) }] });
    const again = after(
      walked,
      { step: 'passOn', by: clerkOf('north'), at: '2026-11-23 10:00', to: 'south' },
      { step: 'decline', by: clerkOf('south'), at: '2026-11-23 11:00' },
    );
    const runs = again.clocks.filter(({ clock }) => clock === 'search');
    expect(runs.map(({ extensions }) => extensions.length)).toEqual([1, 0]);
  });

  test('that is in the event gives the same run again', () => {
    const decision = decide(searching, prolong('2026-11-17 10:00'));
    if (!decision.ok) throw new Error(decision.code);
    expect(evolve(libraryCard, searching, decision.value, calendar)).toEqual(
      after(searching, prolong('2026-11-17 10:00')),
    );
  });
});

test.each([
  ['limit.not_running', { clockZh: '办理时限', clockEn: 'Time to handle' }],
  ['limit.already_overdue', { clockZh: '办理时限', clockEn: 'Time to handle' }],
  ['limit.already_extended', { clockZh: '办理时限', clockEn: 'Time to handle', times: 1 }],
  ['limit.extension_too_long', { unit: 'workingDays', left: 3 }],
])('%s is said in whole sentences', (code, details) => {
  const { zh, en } = sayRefusal({ code, details });
  expect(zh + en).not.toMatch(/\{\{|\$t|undefined|limits\./);
  expect(zh).toMatch(/。$/);
  expect(en).toMatch(/\.$/);
});

test('a length that is too long is refused with what is left, in the unit of the limit', () => {
  const details = { unit: 'workingDays', left: 3 };
  expect(sayRefusal({ code: 'limit.extension_too_long', details })).toEqual({
    zh: '延得太长了。这个时限最多还能延长 3 个工作日，请选短一些。',
    en: 'That is too long. This limit can be extended by at most 3 working days more; please choose less.',
  });
});
