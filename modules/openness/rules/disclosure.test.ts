import { describe, expect, test } from 'vitest';
import { dueOf, owedOf, periodOf, readPeriodCode } from './disclosure-due.ts';
import { disclosureItems, findDisclosureItem, type DisclosureItem } from './disclosure-items.ts';
import { faultsInDisclosure, kindOfFile, maskDraft } from './disclosure.ts';

const funds = findDisclosureItem('funds') as DisclosureItem;
const progress = findDisclosureItem('progress') as DisclosureItem;
const decisions = findDisclosureItem('decisions') as DisclosureItem;
/** Saturdays and Sundays rest. */
const calendar = { isWorkingDay: (day: number) => ![2, 3].includes(day % 7) };
const owed = (item: DisclosureItem, today: string, published: readonly string[] = []) =>
  owedOf(item, new Set(published), { today, calendar }).map(({ period, isOverdue }) => [period, isOverdue]);

test('every item says on what ground, in both languages, and has a code of its own', () => {
  expect(new Set(disclosureItems.map(({ code }) => code)).size).toBe(disclosureItems.length);
  for (const { zh, en, basis } of disclosureItems) expect([zh, en, basis.zh, basis.en]).not.toContain('');
});

describe('periods', () => {
  test('are named by month, quarter, year or day', () => {
    expect(periodOf('month', '2026-02-10')).toEqual({ code: '2026-02', first: '2026-02-01', last: '2026-02-28' });
    expect(periodOf('quarter', '2026-11-18')).toEqual({ code: '2026-Q4', first: '2026-10-01', last: '2026-12-31' });
    expect(periodOf('year', '2026-11-18').last).toBe('2026-12-31');
  });
  test.each([
    ['month', '2026-11', true],
    ['month', '2026-13', false],
    ['month', '2026-Q4', false],
    ['quarter', '2026-Q1', true],
    ['quarter', '2026-Q5', false],
    ['year', '2026', true],
    ['whenItHappens', '2026-02-29', false],
    ['whenItHappens', '2026-02-28', true],
    ['whenItHappens', '2026-11', false],
  ] as const)('a %s reads %s: %s', (rhythm, code, isReadable) => {
    expect(readPeriodCode(rhythm, code) !== undefined).toBe(isReadable);
  });
});

describe('what is owed', () => {
  test('is due so many working days after the period', () => {
    expect(dueOf(funds, periodOf('month', '2026-10-05'), calendar)).toBe('2026-11-13');
  });
  test('begins when the period is over, and is overdue the day after the limit', () => {
    expect(owed(funds, '2026-10-31')).toEqual([]);
    expect(owed(funds, '2026-11-13')).toEqual([['2026-10', false]]);
    expect(owed(funds, '2026-11-14')).toEqual([['2026-10', true]]);
    expect(owed(funds, '2026-11-14', ['2026-10'])).toEqual([]);
  });
  test('is at most the last three periods, and none before the list held', () => {
    expect(owed(funds, '2027-06-01').map(([period]) => period)).toEqual(['2027-05', '2027-04', '2027-03']);
    expect(owed(progress, '2026-12-31')).toEqual([]);
  });
  test('never comes from the calendar for what happens', () => {
    expect(owed(decisions, '2027-06-01')).toEqual([]);
  });
});

describe('a disclosure', () => {
  const draft = {
    words: '十月工作经费收入一万元，经手人：王小明 13800001111。',
    rows: [
      ['谁', '多少'],
      ['张秀兰女士', '200'],
    ],
  };
  const wish = {
    ...draft,
    item: 'funds',
    period: '2026-10',
    seen: maskDraft(draft).seen,
    corrects: null,
    reason: '',
    about: '',
  };
  const codes = (more: Partial<typeof wish> | { corrects: string }) =>
    Object.values(faultsInDisclosure({ ...wish, ...more }, '2026-11-18')).map(({ code }) => code);

  test('is masked in words and in cells', () => {
    const masked = maskDraft(draft);
    expect(JSON.stringify(masked)).not.toMatch(/13800001111|王小明|张秀兰/);
    expect(masked.hasHidden).toBe(true);
    expect(maskDraft({ words: '十月收入一万元，支出八千元。', rows: [] }).hasHidden).toBe(false);
  });
  test('goes out only as it was looked at', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ words: `${draft.words}又补一句。` })).toEqual(['disclosure.look_first']);
    expect(codes({ seen: '' })).toEqual(['disclosure.look_first']);
  });
  test('says each fault at its field', () => {
    expect(codes({ item: 'secrets' })).toEqual(['disclosure.no_such_item']);
    expect(codes({ period: '2026-12' })).toEqual(['disclosure.period']);
    expect(codes({ words: '见附件' })).toEqual(['disclosure.words']);
    expect(codes({ rows: [['a', 'b'], ['c']] })).toEqual(['disclosure.rows']);
    expect(codes({ corrects: 'x' })).toEqual(['disclosure.reason']);
  });
});

test('a file is what its content says', () => {
  expect(kindOfFile(Buffer.from('%PDF-1.7 …'))).toBe('pdf');
  expect(kindOfFile(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('picture');
  expect(kindOfFile(Buffer.from('<svg onload=alert(1)>'))).toBeUndefined();
  expect(kindOfFile(Buffer.from('PK\u0003\u0004'))).toBeUndefined();
});
