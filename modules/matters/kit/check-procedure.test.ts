import { expect, test } from 'vitest';
import '../words/index.ts';
import { say } from '../../../platform/i18n/words.ts';
import { libraryInquiry, watchedCard } from '../testing/watched-card.ts';
import { libraryCard } from '../testing/library-card.ts';
import { faultsBetween, faultsIn } from './check-procedure.ts';
import type { Fault, FaultCode } from './fault.ts';
import type { Clock, Procedure, State, Step } from './define-procedure.ts';
import { workingDays, calendarDays, sameDay } from './duration.ts';
import { photos, text } from './fields.ts';

const sound: Procedure = libraryCard;
const nobody = { zh: '', en: 'x' };
const states = (change: Record<string, Partial<State>>) => ({ states: merge(sound.states, change) });
const steps = (change: Record<string, Partial<Step>>) => ({ steps: merge(sound.steps, change) });
const clocks = (change: Record<string, Partial<Clock>>) => ({ clocks: merge(sound.clocks, change) });

function merge<T>(all: Readonly<Record<string, T>>, change: Record<string, Partial<T>>): Record<string, T> {
  const merged = Object.entries(change).map(([name, part]) => [name, { ...all[name], ...part } as T]);
  return { ...all, ...Object.fromEntries(merged) };
}
const without = <T extends object>(all: T, ...names: (keyof T)[]): T =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name as keyof T))) as T;

const attic: State = { zh: '阁楼', en: 'Attic', kind: 'final', plain: { zh: '阁楼', en: 'Attic' } };
const step = (name: string): Step => sound.steps[name] as Step;
const state = (name: string): State => sound.states[name] as State;
const prolong = step('prolong').extends!;
const secondChief = {
  roles: { ...sound.roles, chief: { ...sound.roles['chief']!, otherThan: 'answerer' as const } },
};
const branches = (name: string) => step(name).to as Exclude<Step['to'], string>;

/** For each code a procedure with that fault, and all faults it has. */
const faulty: Record<FaultCode, readonly [change: Partial<Procedure>, ...faults: Fault[]]> = {
  'state.unreachable': [states({ attic }), { code: 'state.unreachable', at: 'attic' }],
  'state.dead_end': [
    {
      ...states({ attic: { ...attic, kind: 'open', owner: 'library' } }),
      ...steps({ lend: { to: 'attic' } }),
      ...clocks({ loan: { runsIn: ['lent', 'attic'], whenMissed: { tell: ['reader'] } } }),
    },
    { code: 'state.unreachable', at: 'lent' },
    { code: 'waiting.nobody_ends', at: 'lent' },
    { code: 'state.dead_end', at: 'attic' },
    { code: 'state.owner_cannot_act', at: 'attic', details: { owner: 'library' } },
  ],
  'state.no_owner': [
    { states: { ...sound.states, checked: without(state('checked'), 'owner') } },
    { code: 'state.no_owner', at: 'checked' },
  ],
  'state.owner_cannot_act': [
    states({ checked: { owner: 'asked' } }),
    { code: 'state.owner_cannot_act', at: 'checked', details: { owner: 'asked' } },
  ],
  'state.no_clock': [
    { clocks: merge(without(sound.clocks, 'settling'), { total: { runsIn: ['requested', 'searching'] } }) },
    { code: 'state.no_clock', at: 'disputed' },
    ...['passOn', 'sendUp', 'sendBack'].map((at): Fault => ({
      code: 'loop.postpones_forever',
      at,
      details: { state: 'disputed', step: 'settle' },
    })),
  ],
  'waiting.nobody_ends': [
    clocks({ loan: { whenMissed: { tell: ['reader'] } } }),
    { code: 'waiting.nobody_ends', at: 'lent' },
  ],
  'final.left': [
    { steps: { ...sound.steps, lookAgain: without(step('lookAgain'), 'reopens') } },
    { code: 'final.left', at: 'shelved', details: { step: 'lookAgain' } },
  ],
  'final.untold': [
    steps({ lapse: { tells: ['library'] } }),
    { code: 'final.untold', at: 'shelved', details: { step: 'lapse' } },
  ],
  'final.no_outcome': [
    { steps: { ...sound.steps, cancel: without(step('cancel'), 'concludes') } },
    ...step('cancel').from.map((): Fault => ({
      code: 'final.no_outcome',
      at: 'cancelled',
      details: { step: 'cancel' },
    })),
  ],
  'path.broken': [{ mainPath: ['requested', 'returned', 'shelved'] }, { code: 'path.broken', at: 'library-card' }],
  'step.nobody_may': [steps({ redirect: { by: [], tells: ['reader'] } }), { code: 'step.nobody_may', at: 'redirect' }],
  'step.no_offer_to_answer': [
    steps({ decline: { from: ['passedOn', 'checked'] } }),
    { code: 'step.no_offer_to_answer', at: 'decline', details: { state: 'checked' } },
  ],
  'step.no_fallback': [
    steps({ judge: { to: branches('judge').map((branch) => ({ ...branch, when: branches('judge')[0]!.when! })) } }),
    { code: 'step.no_fallback', at: 'judge' },
  ],
  'transfer.never_decided': [
    steps({ sendUp: { to: branches('sendUp').slice(1) } }),
    { code: 'transfer.never_decided', at: 'sendUp' },
  ],
  'transfer.cannot_be_refused': [
    { steps: without(sound.steps, 'decline'), clocks: sound.clocks },
    ...['passOn', 'sendUp', 'sendBack'].map((at): Fault => ({
      code: 'transfer.cannot_be_refused',
      at,
      details: { state: 'passedOn' },
    })),
  ],
  'clock.never_met': [clocks({ checking: { metBy: ['handOver'] } }), { code: 'clock.never_met', at: 'checking' }],
  'clock.timer_step': [
    clocks({ checking: { whenMissed: { tell: ['chief'], take: 'keepSearching' } } }),
    { code: 'clock.timer_step', at: 'checking', details: { step: 'keepSearching' } },
  ],
  'clock.opens_nothing': [
    clocks({ search: { whenMissed: { tell: ['chief'], opens: { procedure: 'no-such-thing', fills: {} } } } }),
    { code: 'clock.opens_nothing', at: 'search', details: { procedure: 'no-such-thing' } },
  ],
  'clock.opens_unfilled': [
    clocks({
      search: {
        whenMissed: {
          tell: ['chief'],
          opens: { procedure: 'library-inquiry', fills: { of: { body: 'holder' }, what: { body: 'holder' } } },
        },
      },
    }),
    { code: 'clock.opens_unfilled', at: 'search', details: { procedure: 'library-inquiry', field: 'what' } },
  ],
  'setting.bad_bounds': [
    clocks({ search: { districtMay: { min: 6, max: 9 } } }),
    { code: 'setting.bad_bounds', at: 'search' },
  ],
  'telling.nobody': [
    clocks({ search: { whenNear: { remind: ['ghost', 'library'] }, whenMissed: { tell: ['timer'] } } }),
    { code: 'telling.nobody', at: 'search', details: { role: 'ghost' } },
    { code: 'telling.nobody', at: 'search', details: { role: 'timer' } },
  ],
  'extension.not_running': [
    steps({ prolong: { from: ['searching', 'lent'] } }),
    { code: 'extension.not_running', at: 'prolong', details: { clock: 'search', state: 'lent' } },
  ],
  'extension.bad_length': [
    steps({ prolong: { extends: { ...prolong, atMost: workingDays(4) } } }),
    { code: 'extension.bad_length', at: 'prolong', details: { clock: 'search' } },
  ],
  'extension.untold': [steps({ prolong: { tells: ['library'] } }), { code: 'extension.untold', at: 'prolong' }],
  'extension.no_reason': [
    { steps: merge(sound.steps, { prolong: { asks: without(step('prolong').asks!, 'reason') } }) },
    { code: 'extension.no_reason', at: 'prolong' },
  ],
  'publication.shows_person': [
    { published: { in: ['shelved'], masked: false } },
    { code: 'publication.shows_person', at: 'library-card' },
  ],
  'escalation.no_top': [
    {
      steps: merge(sound.steps, {
        settle: { moves: { lapse: true } },
      }),
    },
    ...['passOn', 'sendUp', 'sendBack'].flatMap((at): Fault[] => [
      { code: 'transfer.cannot_be_refused', at, details: { state: 'disputed' } },
      { code: 'escalation.no_top', at, details: { state: 'disputed' } },
    ]),
  ],
  'escalation.tells_nobody': [
    clocks({ checking: { whenMissed: { tell: [] } } }),
    { code: 'escalation.tells_nobody', at: 'checking' },
  ],
  'loop.postpones_forever': [
    { steps: { ...sound.steps, lend: without(step('lend'), 'times') } },
    { code: 'loop.postpones_forever', at: 'lend', details: { state: 'lent', step: 'recall' } },
  ],
  'evidence.can_be_skipped': [
    { evidence: { for: 'solved', fields: { photo: 'photos' }, bySubject: { old: [] }, otherwise: ['photo'] } },
    { code: 'evidence.can_be_skipped', at: 'library-card' },
    { code: 'evidence.can_be_skipped', at: 'handOver' },
  ],
  'check.alone': [
    steps({ confirmLoss: { confirms: true }, keepSearching: { concludes: null } }),
    { code: 'check.alone', at: 'confirmLoss' },
  ],
  'check.nobody_has_to': [
    {
      ...clocks({
        checking: { metBy: ['keepSearching'] },
        search: { metBy: ['handOver', 'redirect'] },
        total: { metBy: ['handOver', 'redirect'] },
      }),
      ...secondChief,
      ...steps({ confirmLoss: { confirms: true }, keepSearching: { concludes: null } }),
    },
    { code: 'check.nobody_has_to', at: 'confirmLoss', details: { state: 'checked' } },
  ],
  'check.cannot_send_back': [
    { ...secondChief, ...steps({ confirmLoss: { confirms: true } }) },
    { code: 'check.cannot_send_back', at: 'confirmLoss', details: { state: 'checked' } },
  ],
  'review.no_bounds': [
    steps({ lend: { sets: { clock: 'loan', field: 'until' } } }),
    { code: 'review.no_bounds', at: 'lend', details: { clock: 'loan' } },
  ],
  'link.bad_field': [
    steps({ redirect: { links: { kind: 'duplicateOf', field: 'other' } } }),
    { code: 'link.bad_field', at: 'redirect' },
  ],
  'visit.never_recorded': [
    { visits: { in: 'shelved', of: ['solved'], oneIn: 10 } },
    { code: 'visit.never_recorded', at: 'shelved' },
  ],
  'words.missing': [states({ checked: { plain: nobody } }), { code: 'words.missing', at: 'checked' }],
};

test('the library card has no fault', () => {
  expect(faultsIn(sound)).toEqual([]);
});

test.each(Object.entries(faulty))('names %s and nothing that is not there', (code, [change, ...faults]) => {
  const broken = { ...sound, ...change };
  const found = [...faultsIn(broken), ...faultsBetween(broken, [broken, libraryInquiry])];
  expect(found).toEqual(expect.arrayContaining(faults));
  expect(found).toHaveLength(faults.length);
  expect(found.map((fault) => fault.code)).toContain(code);
});

test('a missed limit of which only the tier above hears is one of which somebody hears', () => {
  expect(faultsIn({ ...sound, ...clocks({ checking: { whenMissed: { tell: [], tellTierAbove: true } } }) })).toEqual(
    [],
  );
});

test.each<[string, Partial<Clock>]>([
  ['upside down', { districtMay: { min: 9, max: 3 } }],
  ['of nothing', { districtMay: { min: 0, max: 9 } }],
  ['of half days', { districtMay: { min: 2.5, max: 9 } }],
  ['of a limit that has no length', { within: sameDay(), districtMay: { min: 1, max: 1 } }],
  [
    'that let a limit of the law grow',
    { basis: { ...sound.clocks['search']!.basis, kind: 'law' }, districtMay: { min: 3, max: 9 } },
  ],
])('bounds %s are a fault', (_, change) => {
  const found = faultsIn({ ...sound, ...clocks({ search: change }) });
  expect(found.map(({ code }) => code)).toContain('setting.bad_bounds');
});

test('bounds around the length are sound, and below a limit of the law too', () => {
  const law = { ...sound.clocks['search']!.basis, kind: 'law' } as const;
  for (const change of [{ districtMay: { min: 3, max: 9 } }, { basis: law, districtMay: { min: 3, max: 5 } }])
    expect(faultsIn({ ...sound, ...clocks({ search: change }) })).toEqual([]);
});

test('reminders and inquiries that are sound are no fault, and a misfilled or forgotten field is', () => {
  expect([...faultsIn(watchedCard), ...faultsBetween(watchedCard, [watchedCard, libraryInquiry])]).toEqual([]);
  const { search } = watchedCard.clocks;
  const fills = { ...search!.whenMissed.opens!.fills, other: { body: 'holder' } as const };
  const misfilled = clocks({ search: { whenMissed: { tell: [], opens: { procedure: 'library-inquiry', fills } } } });
  expect(faultsBetween({ ...sound, ...misfilled }, [libraryInquiry]).map(({ details }) => details?.['field'])).toEqual([
    'other',
  ]);
});

test.each(Object.entries(faulty))('says %s in Chinese and English, with every name filled in', (_, [, ...faults]) => {
  for (const { code, at, details } of faults) {
    const { zh, en } = say('matters', `faults.${code}`, { name: at, ...details });
    expect(zh).toMatch(/[一-鿿].*。$/);
    expect(en).toMatch(/[a-z].*\.$/);
    expect(zh + en).not.toMatch(/\{\{|undefined/);
    expect(en).not.toBe(zh);
  }
});

test.each<[string, Partial<Step>]>([
  ['lengths in another unit', { extends: { ...prolong, atMost: calendarDays(8) } }],
  [
    'an option without a length',
    { extends: { ...prolong, by: { field: 'length', lengths: { three: workingDays(3) } } } },
  ],
  ['a field that is not asked for', { extends: { ...prolong, by: { field: 'other', lengths: {} } } }],
  ['a fixed length above the most', { extends: { ...prolong, by: workingDays(9) } }],
  ['a length of nothing', { extends: { ...prolong, by: workingDays(0) } }],
  ['no end to how often', { extends: { ...prolong, times: Number.POSITIVE_INFINITY } }],
  ['a limit that is none', { extends: { ...prolong, clock: 'other' } }],
])('an extension with %s is a fault', (_, change) => {
  const found = faultsIn({ ...sound, ...steps({ prolong: change }) });
  expect(found.map(({ code }) => code)).toContain('extension.bad_length');
});

test('an extension of a fixed length needs no choice', () => {
  expect(faultsIn({ ...sound, ...steps({ prolong: { extends: { ...prolong, by: workingDays(5) } } }) })).toEqual([]);
});

test('a reason that the offices keep to themselves does not tell why a limit is extended', () => {
  const reason = text({ zh: '理由', en: 'Reason' }, { min: 2, max: 9, visible: 'internal' });
  const faults = faultsIn({ ...sound, ...steps({ prolong: { asks: { ...step('prolong').asks, reason } } }) });
  expect(faults).toEqual([{ code: 'extension.no_reason', at: 'prolong' }]);
});

test('a timer that leaves a waiting state as it is does not end the wait', () => {
  const faults = faultsIn({ ...sound, ...steps({ recall: { to: 'same' } }) });
  expect(faults).toContainEqual({ code: 'waiting.nobody_ends', at: 'lent' });
});

test('a waiting state whose timer may not act there is not ended', () => {
  const faults = faultsIn({ ...sound, ...steps({ recall: { by: ['library'] } }) });
  expect(faults).toEqual([{ code: 'clock.timer_step', at: 'loan', details: { step: 'recall' } }]);
});

test('a branch may say by itself that it reopens an end', () => {
  const lookAgain = { ...without(step('lookAgain'), 'reopens'), to: [{ to: 'searching', reopens: true }] } as const;
  expect(faultsIn({ ...sound, steps: { ...sound.steps, lookAgain } })).toEqual([]);
});

test('a final state may not be left unreopened, not even to stay in it', () => {
  const faults = faultsIn({ ...sound, ...steps({ note: { from: ['shelved'] } }) });
  expect(faults).toContainEqual({ code: 'final.left', at: 'shelved', details: { step: 'note' } });
});

test('an outcome that a reopening took back has to be given again', () => {
  const faults = faultsIn({
    ...sound,
    ...steps({ lend: { to: 'shelved', tells: ['reader'] } }),
  });
  expect(faults).toContainEqual({ code: 'final.no_outcome', at: 'shelved', details: { step: 'lend' } });
});

test.each<[string, Partial<Procedure>]>([
  ['name of the procedure', { en: ' ' }],
  ['promise', { promise: nobody }],
  ['source', { sources: [nobody] }],
  ['role', { roles: merge(sound.roles, { desk: nobody }) }],
  ['sentence of a step', steps({ lend: { says: nobody } })],
  ['sentence of the opening', { opening: { ...sound.opening, says: nobody } }],
  ['field of the opening', { opening: { ...sound.opening, asks: { what: text(nobody, { min: 1, max: 2 }) } } }],
  ['field of a step', steps({ giveUp: { asks: { reply: text(nobody, { min: 1, max: 2 }) } } })],
  [
    'option of a choice',
    steps({
      extend: {
        asks: { weeks: { ...nobody, zh: '周', visible: 'reporter', kind: 'choice', options: { two: nobody } } },
      },
    }),
  ],
  [
    'condition of a branch',
    steps({
      judge: {
        to: [{ ...branches('judge')[0]!, when: { ...branches('judge')[0]!.when!, ...nobody } }, branches('judge')[1]!],
      },
    }),
  ],
  ['basis of a clock', clocks({ total: { basis: { ...sound.clocks['total']!.basis, ...nobody } } })],
  ['reason of a pause', clocks({ total: { pausedIn: [{ state: 'lent', because: nobody }] } })],
])('misses the Chinese or English words of a %s', (_, change) => {
  expect(faultsIn({ ...sound, ...change }).map((fault) => fault.code)).toEqual(['words.missing']);
});

test('a picture for everybody is a fault, since it cannot be masked', () => {
  const pictures = photos({ zh: '照片', en: 'Photos' }, 2, { visible: 'public' });
  const faults = faultsIn({ ...sound, ...steps({ bringBack: { asks: { photos: pictures } } }) });
  expect(faults).toEqual([{ code: 'publication.shows_person', at: 'bringBack' }]);
});

test('a step for a post of no kind, or a body of no kind, is one that nobody may take', () => {
  const roles = { ...sound.roles, chief: { ...sound.roles['chief']!, of: [] } };
  expect(faultsIn({ ...sound, roles })).toContainEqual({ code: 'step.nobody_may', at: 'prolong' });
});

test('a limit that runs through the whole round makes it one that cannot last for ever', () => {
  const endless = { ...sound, steps: { ...sound.steps, lend: without(step('lend'), 'times') } };
  const total = { ...sound.clocks['total']!, runsIn: [...sound.clocks['total']!.runsIn, 'lent'], pausedIn: [] };
  expect(faultsIn({ ...endless, clocks: { ...sound.clocks, total } })).toEqual([]);
  const metOnTheWay = { ...total, metBy: [...total.metBy, 'lend'] };
  expect(faultsIn({ ...endless, clocks: { ...sound.clocks, total: metOnTheWay } })).toHaveLength(1);
});

test('an evidence rule asks every way to "solved" for all that would do, whoever takes it', () => {
  const evidence = {
    for: 'solved' as const,
    fields: { photo: 'photos' },
    bySubject: {},
    otherwise: ['photo' as const],
  };
  const asks = { ...step('handOver').asks, photos: photos({ zh: '照片', en: 'Photos' }, 2) };
  const whole = { ...sound, evidence, ...steps({ handOver: { asks } }) };
  expect(faultsIn(whole)).toEqual([]);
  const byTheClock = { ...sound, evidence, ...steps({ handOver: { asks, by: ['library', 'timer'] } }) };
  expect(faultsIn(byTheClock)).toEqual([{ code: 'evidence.can_be_skipped', at: 'handOver' }]);
  const aside = {
    ...whole,
    steps: { ...whole.steps, confirmLoss: { ...step('confirmLoss'), concludes: 'solved' as const } },
  };
  expect(faultsIn(aside)).toEqual([{ code: 'evidence.can_be_skipped', at: 'confirmLoss' }]);
});
