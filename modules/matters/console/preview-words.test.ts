import { expect, test } from 'vitest';
import { fillSentence } from './preview-words.ts';

const asks = '联络员请{{target}}出主意（{{other}}）。';

test.each([
  [asks, { target: '水务局', other: '新的一件' }, '联络员请水务局出主意（新的一件）。'],
  [asks, { target: undefined, other: '2611-00001-2' }, '联络员请…出主意（2611-00001-2）。'],
  [asks, { target: '水务局', other: '' }, '联络员请水务局出主意（…）。'],
  ['延长到{{until}}。', { target: undefined, other: undefined }, '延长到…。'],
])('%s with %o reads %s', (says, known, sentence) => {
  expect(fillSentence(says, known)).toBe(sentence);
});
