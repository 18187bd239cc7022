import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import en from '../../../apps/console/words/en.json' with { type: 'json' };
import zh from '../../../apps/console/words/zh.json' with { type: 'json' };
import { clockWords, limitWords } from './clock-words.ts';

const resources = { zh: { translation: zh }, en: { translation: en } };
const words = async (lng: string) => {
  const i18n = createInstance();
  await i18n.init({ lng, resources, interpolation: { escapeValue: false } });
  return i18n.t;
};
const due = () => '7月3日18:00';
const dueAt = '2026-07-03T10:00:00Z';

test('says what is left in the unit of the rule, and until when', async () => {
  const t = await words('zh');
  const left = { unit: 'workingDays', amount: 2 } as const;
  expect(clockWords({ standing: 'inTime', left, dueAt }, t, due)).toEqual(['还剩2个工作日', '7月3日18:00前']);
  expect(clockWords({ standing: 'near', left: { unit: 'hours', amount: 3 }, dueAt }, t, due)).toEqual([
    '快到期，还剩3小时',
    '7月3日18:00前',
  ]);
  expect(clockWords({ standing: 'missed', left: { unit: 'calendarDays', amount: 1 }, dueAt }, t, due)).toEqual([
    '已超1天',
    '应在7月3日18:00前',
  ]);
});

test('says one day and two days in English', async () => {
  const t = await words('en');
  expect(clockWords({ standing: 'inTime', left: { unit: 'workingDays', amount: 1 }, dueAt: null }, t, due)).toEqual([
    '1 working day left',
  ]);
  expect(clockWords({ standing: 'inTime', left: { unit: 'workingDays', amount: 2 }, dueAt: null }, t, due)).toEqual([
    '2 working days left',
  ]);
});

test('a clock that stands still says so and promises no time', async () => {
  const t = await words('zh');
  expect(clockWords({ standing: 'paused', left: null, dueAt: null }, t, due)).toEqual(['暂停计时']);
  expect(clockWords({ standing: 'metLate', left: null, dueAt }, t, due)).toEqual(['已完成，超过了时限']);
});

test('a limit of the same day has no number', async () => {
  const t = await words('zh');
  expect(limitWords({ unit: 'sameDay', amount: 1 }, t)).toBe('当天');
  expect(limitWords({ unit: 'workingHours', amount: 4 }, t)).toBe('4个工作小时');
});
