import { describe, expect, test } from 'vitest';
import { computeCheckDigit, formatMatterNumber, readMatterNumber } from './matter-number.ts';

const number = formatMatterNumber('2611', 421);

test('a number names year, month and place in the month, and ends in a check digit', () => {
  expect(number).toMatch(/^2611-00421-[0-9]$/);
  expect(readMatterNumber(number)).toBe(number);
});

test('goes on past 99999 matters in a month', () => {
  const large = formatMatterNumber('2611', 123_456);
  expect(large).toMatch(/^2611-123456-[0-9]$/);
  expect(readMatterNumber(large)).toBe(large);
});

describe('is read as people type it', () => {
  const digits = number.replaceAll('-', '');
  test.each([
    ['without dashes', digits],
    ['with spaces', digits.replace(/(.{4})/g, '$1 ')],
    ['in full-width digits', number.replace(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))],
    ['with full-width dashes', number.replaceAll('-', '－')],
    ['with a long dash', number.replaceAll('-', '—')],
    ['with words before it', `编号：${number}`],
    ['with a line break behind it', `${number}\n`],
  ])('%s', (_, typed) => {
    expect(readMatterNumber(typed)).toBe(number);
  });
});

describe('cannot be', () => {
  test.each([
    ['nothing', ''],
    ['too short', '2611-0042'],
    ['too long', '26110042100000000'],
    ['words', '路灯坏了'],
    ['a month that does not exist', formatMatterNumber('2613', 421)],
    ['a month nought', formatMatterNumber('2600', 421)],
    [
      'a mobile number',
      [
        '13910001000',
        '13910001001',
        '13910001002',
        '13910001003',
        '13910001004',
        '13910001005',
        '13910001006',
        '13910001007',
        '13910001008',
        '13910001009',
      ].find((phone) => computeCheckDigit(phone.slice(0, -1)) === phone.at(-1)) ?? '',
    ],
  ])('%s', (_, typed) => {
    expect(readMatterNumber(typed)).toBeUndefined();
  });

  const samples = Array.from({ length: 2000 }, (_, i) => `2611${String(i * 37).padStart(5, '0')}`);
  const fits = (digits: string) => computeCheckDigit(digits.slice(0, -1)) === digits.at(-1);

  const whole = samples.map((sample) => sample + computeCheckDigit(sample));
  const places = [...whole[0]!].map((_, i) => i);

  test('a number with one wrong digit, wherever it is', () => {
    const wrong = whole.flatMap((number) =>
      places.flatMap((i) => Array.from('0123456789').map((digit) => number.slice(0, i) + digit + number.slice(i + 1))),
    );
    const right = new Set(whole);
    expect(wrong.filter((number) => !right.has(number)).length).toBeGreaterThan(100_000);
    expect(wrong.filter((number) => !right.has(number) && fits(number))).toEqual([]);
  });

  test('a number with two neighbouring digits swapped', () => {
    const swapped = whole.flatMap((number) =>
      places
        .filter((i) => i > 0 && number[i] !== number[i - 1])
        .map((i) => `${number.slice(0, i - 1)}${number[i]}${number[i - 1]}${number.slice(i + 1)}`),
    );
    expect(swapped.length).toBeGreaterThan(10_000);
    expect(swapped.filter(fits)).toEqual([]);
  });
});
