import { describe, expect, test } from 'vitest';
import '../words/index.ts';
import { sayRefusal } from '../../../platform/i18n/words.ts';
import { body, choice, count, photos, rating, text, type Fields } from '../kit/fields.ts';
import { readInput } from './read-input.ts';

const words = { zh: '项', en: 'field' };
const id = (n: number) => `0190000c-0000-7000-8000-${String(n).padStart(12, '0')}`;
const fields: Fields = {
  what: text(words, { min: 2, max: 5 }),
  memo: text(words, { min: 2, max: 5, optional: true }),
  cause: choice(words, { lost: words, torn: words }, { optional: true }),
  to: body(words, ['department'], 'district', { optional: true }),
  photos: photos(words, 2),
  mark: { ...rating(words), optional: true },
  people: count(words, { min: 1, max: 200, optional: true }),
};
const faults = (raw: Record<string, unknown>) => {
  const read = readInput(fields, { what: '灯坏了', ...raw });
  return read.ok ? {} : read.faults;
};
const input = (raw: Record<string, unknown>) => {
  const read = readInput(fields, { what: '灯坏了', ...raw });
  return read.ok ? read.input : undefined;
};

describe('what was filled in (填写)', () => {
  test('comes out with its text cleaned and nothing empty', () => {
    expect(input({ what: ' 灯\u202E坏\u0000了 ', memo: ' \u200B', photos: [], to: null, cause: '' })).toEqual({
      what: '灯坏了',
    });
  });

  test('keeps every kind of value', () => {
    const given = { memo: '12345', cause: 'torn', to: id(1), photos: [id(2), id(3)], mark: 5 };
    expect(input(given)).toEqual({ what: '灯坏了', ...given });
  });

  test.each([
    ['one photo alone', { photos: id(2) }, { photos: [id(2)] }],
    ['one photo twice', { photos: [id(2), id(2)] }, { photos: [id(2)] }],
    ['a rating as a form sends it', { mark: '4' }, { mark: 4 }],
    ['a count as a form sends it', { people: ' 23 ' }, { people: 23 }],
    ['a count in full-width digits', { people: '２３' }, { people: 23 }],
    ['five rare characters as five', { what: '𠮷𠮷𠮷𠮷𠮷' }, { what: '𠮷𠮷𠮷𠮷𠮷' }],
  ])('takes %s', (_, raw, expected) => {
    expect(input(raw)).toMatchObject(expected);
  });
});

describe('refuses', () => {
  test.each<[string, Record<string, unknown>, object]>([
    ...['很多', '0', '201', '2.5', '-3', '1e2', [3]].map((people): [string, Record<string, unknown>, object] => [
      `${String(people)} as a count`,
      { people },
      { people: { code: 'field.not_a_count', details: { min: 1, max: 200 } } },
    ]),
    ['nothing where something is needed', { what: '' }, { what: { code: 'field.required' } }],
    ['signs without width alone', { what: '\u200B\u202E' }, { what: { code: 'field.required' } }],
    ['a number as text', { what: 12345 }, { what: { code: 'field.required' } }],
    ['a list as text', { what: ['灯坏了'] }, { what: { code: 'field.required' } }],
    ['too little', { what: '灯' }, { what: { code: 'field.too_short', details: { min: 2 } } }],
    ['too little where little is needed', { memo: '灯' }, { memo: { code: 'field.too_short', details: { min: 2 } } }],
    ['too much', { what: '灯坏了很久了' }, { what: { code: 'field.too_long', details: { max: 5, length: 6 } } }],
    ['what is no option', { cause: 'burnt' }, { cause: { code: 'field.not_an_option' } }],
    ['an option that every object has', { cause: 'constructor' }, { cause: { code: 'field.not_an_option' } }],
    ['a list as an option', { cause: ['lost'] }, { cause: { code: 'field.not_an_option' } }],
    ['a body that is no id', { to: 'x' }, { to: { code: 'field.not_an_id' } }],
    ['a body with more behind it', { to: `${id(1)}\n` }, { to: { code: 'field.not_an_id' } }],
    ['too many photos', { photos: [id(1), id(2), id(3)] }, { photos: { code: 'field.too_many', details: { max: 2 } } }],
    ['a photo that is no id', { photos: [id(1), '../x'] }, { photos: { code: 'field.not_an_id' } }],
    ['a photo that is an object', { photos: { id: 1 } }, { photos: { code: 'field.not_an_id' } }],
    ['a field that is not asked for', { extra: 'x' }, { extra: { code: 'field.unknown' } }],
    ['a field that every object has', { constructor: 'x' }, { constructor: { code: 'field.unknown' } }],
  ])('%s', (_, raw, expected) => {
    expect(faults(raw)).toEqual(expected);
  });

  test.each([0, 6, 2.5, -1, '0', '5.0', '0x5', ' 4 ', 'four', Number.NaN, Infinity, true, [3], {}])(
    '%j as a rating',
    (mark) => {
      expect(faults({ mark })).toEqual({ mark: { code: 'field.not_a_rating' } });
    },
  );

  test('several fields at once, each with its own words', () => {
    const found = faults({ what: '', cause: 'x', mark: 9, to: 'y', photos: [1, 2, 3], memo: '一二三四五六', extra: 1 });
    expect(Object.keys(found).sort()).toEqual(['cause', 'extra', 'mark', 'memo', 'photos', 'to', 'what']);
    for (const fault of [...Object.values(found), { code: 'field.too_short', details: { min: 2 } }]) {
      const { zh, en } = sayRefusal(fault);
      expect(zh).toMatch(/。$/);
      expect(en).not.toMatch(/\{\{/);
    }
  });
});
