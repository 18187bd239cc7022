import { expect, test } from 'vitest';
import type { ClockRun, Facts, Matter } from '../../matters/index.ts';
import { benefitDetermination } from '../procedures/benefit-determination.ts';
import { hasBeenPosted, noObjectionIsOpen, postedInFull } from './posting.ts';
import { postingIsMasked } from './posting-text.ts';

type Run = Pick<ClockRun, 'clock'> & { from: number; to: number | null; ranOut?: boolean };
const day = (number: number | null): Date | null =>
  number === null ? null : new Date(`2026-09-${String(number).padStart(2, '0')}T10:00:00+08:00`);
const factsWith = (...runs: Run[]): Facts => ({
  matter: {
    clocks: runs.map(({ clock, from, to, ranOut }) => ({
      clock,
      startedAt: day(from),
      endedAt: day(to),
      missedAt: ranOut ? day(to) : null,
    })),
  } as unknown as Matter,
  input: {},
  now: new Date('2026-09-30T10:00:00+08:00'),
});

const assessed: Run = { clock: 'assessment', from: 1, to: 3 };
const hung: Run = { clock: 'posting', from: 3, to: 11, ranOut: true };

test.each<[string, Run[], boolean]>([
  ['a posting that ran out after the assessment', [assessed, hung], true],
  ['no posting at all', [assessed], false],
  ['a posting that hangs still', [assessed, { clock: 'posting', from: 3, to: null }], false],
  ['a posting that an objection ended', [assessed, { clock: 'posting', from: 3, to: 5 }], false],
  [
    'a posting ended by an objection, and a second one that ran out',
    [assessed, { clock: 'posting', from: 3, to: 5 }, { clock: 'posting', from: 8, to: 16, ranOut: true }],
    true,
  ],
  [
    'a posting of an earlier proposal that was assessed again since',
    [assessed, hung, { clock: 'assessment', from: 12, to: 14 }],
    false,
  ],
  [
    'a posting of an earlier proposal that is being assessed again',
    [assessed, hung, { clock: 'assessment', from: 12, to: null }],
    false,
  ],
])('%s', (_, runs, full) => {
  const facts = factsWith(...runs);
  expect(postedInFull.holds(facts)).toBe(full);
  expect(hasBeenPosted.mayBegin?.(facts)).toEqual(
    full ? { allowed: true } : { allowed: false, code: 'determination.not_posted_in_full' },
  );
});

test('nothing is decided while an objection is open, and is when it has been verified', () => {
  const open = factsWith(assessed, { clock: 'verification', from: 5, to: null });
  expect(noObjectionIsOpen.mayBegin?.(open)).toEqual({ allowed: false, code: 'determination.objection_open' });
  const verified = factsWith(assessed, { clock: 'verification', from: 5, to: 8 });
  expect(noObjectionIsOpen.mayBegin?.(verified)).toEqual({ allowed: true });
});

test('the rules name clocks that the procedure has', () => {
  expect(Object.keys(benefitDetermination.clocks)).toEqual(
    expect.arrayContaining(['assessment', 'posting', 'verification']),
  );
});

test.each<[string, string | null]>([
  ['张**，3口人，拟享受最低生活保障，每月780元。', null],
  ['李某某户，危房改造，拟补助2.5万元。', null],
  ['三口之家，拟享受最低生活保障。', 'determination.posting_names_nobody'],
  ['申请人：王小明，家属张**，拟享受低保。', 'determination.posting_shows_person'],
  ['张**（13800001234），拟享受低保。', 'determination.posting_shows_person'],
  ['张**，3号楼2单元501室，拟享受低保。', 'determination.posting_shows_person'],
])('%s: %s', (posting, code) => {
  const answer = postingIsMasked.checksInput?.({ ...factsWith(), input: { posting } });
  expect(answer).toEqual(code ? { allowed: false, code } : { allowed: true });
});
