import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawScore, drawVisits, type Candidate } from './draw-visits.ts';

const digest = Buffer.from('00'.repeat(32), 'hex');
const settled = (stratum: string, ...numbers: string[]): Candidate[] =>
  numbers.map((number) => ({ procedureId: 'library-card', stratum, number, oneIn: 2 }));

/** By hand: sha256sum over "linli visit 1", sixty-four zeros, "library-card" and the number, each on a line, no line end. */
const byHand: Readonly<Record<string, string>> = {
  '2611-00001-1': '1cb96238',
  '2611-00002-7': '51c89c30',
  '2611-00003-2': '55426216',
  '2611-00009-1': '032e594c',
  '2611-00007-1': '8a7f99a6',
  '2611-00008-1': '4adfc07c',
  '2611-00010-1': 'b9694f04',
};

test('the score of a candidate is the one that sha256sum gives', () => {
  for (const [number, score] of Object.entries(byHand))
    expect(drawScore(digest, settled('north', number)[0]!).slice(0, 8), number).toBe(score);
});

test('draws the smallest scores of each sub-district, one in so many, rounded up', () => {
  const north = settled('north', '2611-00001-1', '2611-00002-7', '2611-00003-2', '2611-00009-1');
  const south = settled('south', '2611-00007-1', '2611-00008-1', '2611-00010-1');
  // Two of four: 032e, 1cb9. Two of three: 4adf, 8a7f.
  const drawn = ['2611-00001-1', '2611-00007-1', '2611-00008-1', '2611-00009-1'];
  expect(drawVisits(digest, [...north, ...south])).toEqual(drawn);
  expect(drawVisits(digest, [...south, ...north].toReversed())).toEqual(drawn);
});

test('asks somebody wherever anything was settled, and nobody where nothing was', () => {
  expect(drawVisits(digest, settled('north', '2611-00001-1'))).toEqual(['2611-00001-1']);
  expect(drawVisits(digest, [])).toEqual([]);
});

test('another digest gives another draw, so that nobody can choose on the day itself', () => {
  const many = settled('north', ...Array.from({ length: 40 }, (_, n) => `2611-${String(n).padStart(5, '0')}-0`));
  const other = createHash('sha256').update('another day').digest();
  expect(drawVisits(other, many)).toHaveLength(20);
  expect(drawVisits(other, many)).not.toEqual(drawVisits(digest, many));
});
