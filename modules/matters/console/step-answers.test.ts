import { expect, test } from 'vitest';
import type { FieldView } from '../contract/views.ts';
import { faultOf, inputOf } from './step-answers.ts';

const field = (part: Partial<FieldView>): FieldView => ({
  name: 'reason',
  kind: 'text',
  label: { zh: '理由', en: 'Reason' },
  optional: false,
  visible: 'reporter',
  min: 5,
  max: 10,
  options: [],
  ...part,
});
const photo = { key: 'a', file: new File([], 'a.jpg'), preview: 'blob:a', share: 1 };

test.each([
  ['nothing', undefined, 'form.missing'],
  ['only spaces', '   ', 'form.missing'],
  ['too few characters', '太短了', 'form.tooShort'],
  ['too many characters', '一二三四五六七八九十一', 'form.tooLong'],
  ['enough', '路灯已修好', undefined],
  ['five characters outside the base plane', '𠮷𠮷𠮷𠮷𠮷', undefined],
])('a text of %s', (_, answer, key) => {
  expect(faultOf(field({}), answer)?.key).toBe(key);
});

test('an optional text may be empty, and is not sent', () => {
  expect(faultOf(field({ optional: true }), '')).toBeUndefined();
  expect(inputOf([field({ optional: true })], { reason: ' ' })).toEqual({});
});

test.each([
  ['23', undefined],
  ['２３', undefined],
  ['0', 'form.notACount'],
  ['很多', 'form.notACount'],
  ['1001', 'form.notACount'],
  ['', 'form.missing'],
])('a count of %s', (answer, key) => {
  expect(faultOf(field({ kind: 'count', min: 1, max: 1000 }), answer)?.key).toBe(key);
});

test('a choice and a rating must be made', () => {
  expect(faultOf(field({ kind: 'choice' }), undefined)?.key).toBe('form.missing');
  expect(faultOf(field({ kind: 'rating' }), 4)).toBeUndefined();
});

test('waits for photos on their way, and sends them by id', () => {
  const photos = field({ name: 'photos', kind: 'photos', optional: true });
  expect(faultOf(photos, [photo])?.key).toBe('form.photosNotSent');
  expect(faultOf(photos, [{ ...photo, photoId: 'p1' }])).toBeUndefined();
  expect(inputOf([photos], { photos: [{ ...photo, photoId: 'p1' }] })).toEqual({ photos: ['p1'] });
});

test('sends only what the step asks for', () => {
  expect(inputOf([field({})], { reason: ' 路灯已修好 ', other: 'x' })).toEqual({ reason: '路灯已修好' });
});
