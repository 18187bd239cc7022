import { expect, test } from 'vitest';
import type { ByLine } from '../kit/events.ts';
import { cameBack, type Turn } from './came-back.ts';

const [ours, theirs] = ['ours', 'theirs'];
const worker = (bodyId: string): ByLine => ({ role: 'r', actor: 'worker', accountId: 'a', postId: 'p', bodyId });
const reporter: ByLine = { role: 'reporter', actor: 'reporter' };
const turn = (awaits: Turn['awaits'], holderBodyId = ours): Turn => ({ awaits, holderBodyId });
const here = turn('holder');

test.each<[string, Turn, Turn, ByLine | undefined, boolean | null]>([
  ['whoever was asked to take it declines', turn('offered'), here, worker(theirs), true],
  ['the person who asked denies the answer', turn('nobody'), here, reporter, true],
  ['the person sends what was missing', turn('reporter'), here, reporter, true],
  ['the decider rules that we do it', turn('offeredHead'), here, worker(theirs), true],
  ['our head does not sign', turn('holderHead'), here, worker(ours), true],
  ['our colleague finds it unsolved', turn('second'), here, worker(ours), true],
  ['we take what was offered to us', turn('offered'), here, worker(ours), false],
  ['we take back our offer', turn('offered'), here, worker(ours), false],
  ['somebody else takes it', turn('offered', theirs), here, worker(ours), false],
  ['we answer', here, turn('nobody'), worker(ours), false],
  ['we note how far we are', here, here, worker(ours), false],
  ['the first contact adds something', here, here, worker(theirs), null],
  ['a limit runs out', here, here, undefined, null],
])('%s', (_, before, after, by, expected) => {
  expect(cameBack(before, after, by)).toBe(expected);
});
