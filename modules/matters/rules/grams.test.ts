import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSearch, makeGrams, wordRuns } from './grams.ts';

describe('grams (二元切分)', () => {
  test.each([
    ['路灯坏了', ['路灯', '灯坏', '坏了']],
    ['路灯，坏了', ['路灯', '坏了']],
    ['３号Ｂ座', ['3号', '号b', 'b座']],
    ['ABC abc', ['ab', 'bc']],
    ['灯', []],
    ['灯 坏', []],
    ['？！…', []],
    ['', []],
    ['𠮷野家', ['𠮷野', '野家']],
    ['水水水', ['水水']],
    ['水🌊管', []],
  ])('of %s', (text, grams) => {
    expect(makeGrams(text)).toEqual(grams);
  });

  test('of a part of a text are among those of the text, so that search by grams misses nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('路灯坏了水管Ab３ ，')) }),
        fc.nat(),
        fc.nat(),
        (text, from, length) => {
          const part = text.slice(from % (text.length + 1)).slice(0, length % 10);
          expect(makeGrams(text)).toEqual(expect.arrayContaining(makeGrams(part)));
          for (const run of wordRuns(part)) expect(foldForSearch(text)).toContain(run);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

test.each([
  ['3号楼，路灯坏了！', '3号楼 路灯坏了'],
  ['Ａｂ－１２', 'ab 12'],
  ['\n', ''],
])('folds %j for comparison', (text, folded) => {
  expect(foldForSearch(text)).toBe(folded);
});
