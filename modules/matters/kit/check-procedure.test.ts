import { expect, test } from 'vitest';
import '../words/index.ts';
import { say } from '../../../platform/i18n/words.ts';
import { libraryInquiry, watchedCard } from '../testing/watched-card.ts';
import {
  branches,
  clocks,
  faultyCards,
  merge,
  nobody,
  prolong,
  sound,
  step,
  steps,
  without,
} from '../testing/faulty-cards.ts';
import { faultsBetween, faultsIn } from './check-procedure.ts';
import type { Clock, Procedure, Step } from './define-procedure.ts';
import { calendarDays, sameDay, workingDays } from './duration.ts';
import { photos, text } from './fields.ts';

test('the library card has no fault', () => {
  expect(faultsIn(sound)).toEqual([]);
});

test.each(Object.entries(faultyCards))('names %s and nothing that is not there', (code, [, change, ...faults]) => {
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

test.each(Object.entries(faultyCards))(
  'says %s in Chinese and English, with every name filled in',
  (_, [, , ...faults]) => {
    for (const { code, at, details } of faults) {
      const { zh, en } = say('matters', `faults.${code}`, { name: at, ...details });
      expect(zh).toMatch(/[一-鿿].*。$/);
      expect(en).toMatch(/[a-z].*\.$/);
      expect(zh + en).not.toMatch(/\{\{|undefined/);
      expect(en).not.toBe(zh);
    }
  },
);

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
