import type { Act } from './month-acts.ts';
import { pickByOdds, type Odds } from './month-odds.ts';
import type { Needs } from './month-request.ts';
import type { Random } from './random.ts';

/** An act and how long after the one before: office minutes, for residents' acts minutes of the day. */
export type Beat = { readonly act: Act; readonly after: number };
export type Story = { readonly needs: Needs; readonly beats: readonly Beat[] };
type Pace = { readonly random: Random; readonly isPunctual: boolean };

const DAY = 24 * 60;
const OFFICE_DAY = 7 * 60;

const beat = ({ random }: Pace, act: Act, from: number, to: number): Beat => ({ act, after: random.between(from, to) });

/** Office minutes from accepting to answering; the last of these are late. */
const workTimes = (isPunctual: boolean): Odds<readonly [number, number]> => [
  [24, [100, OFFICE_DAY]],
  [28, [OFFICE_DAY, 1000]],
  [28, [1000, 1700]],
  [16, [1700, 2100]],
  [isPunctual ? 0 : 8, [2500, 3600]],
];
const workTime = ({ random, isPunctual }: Pace): number => random.between(...pickByOdds(random, workTimes(isPunctual)));

const taken = (pace: Pace): Beat =>
  !pace.isPunctual && pace.random.between(1, 100) <= 3
    ? beat(pace, 'accept', OFFICE_DAY, 2 * OFFICE_DAY)
    : beat(pace, 'accept', 10, 150);
const offerTaken = (pace: Pace): Beat => beat(pace, 'accept', 30, pace.isPunctual ? 220 : 280);
const sentBack = (pace: Pace): Beat => beat(pace, 'sendBack', 40, 230);

/** Work with a note or two on the way, then the act that ends it. */
function worked(pace: Pace, ending: Act): Beat[] {
  const minutes = workTime(pace);
  const notes: readonly Act[] = pickByOdds<readonly Act[]>(pace.random, [
    [45, []],
    [40, ['progress']],
    [15, ['progress', 'moreProgress']],
  ]);
  const after = Math.floor(minutes / (notes.length + 1));
  return [...notes, ending].map((act) => ({ act, after }));
}

function judged(pace: Pace): Beat[] {
  const { random } = pace;
  const again = () => [beat(pace, 'rateBad', 60, 5 * DAY), ...worked(pace, 'solve')];
  return pickByOdds(random, [
    [50, () => [beat(pace, 'rateGood', 30, 6 * DAY)]],
    [9, () => [beat(pace, 'ratePartly', 30, 6 * DAY)]],
    [5, () => [...again(), beat(pace, 'rateGood', 60, 4 * DAY)]],
    [2, again],
    [2, () => [beat(pace, 'rateGood', 30, DAY), beat(pace, 'reopen', DAY, 4 * DAY), ...worked(pace, 'solve')]],
    [32, () => []],
  ])();
}

const solved = (pace: Pace): Beat[] => [...worked(pace, 'solve'), ...judged(pace)];
const atTaskGroup = (pace: Pace): Beat[] => [beat(pace, 'escalate', 60, 800), offerTaken(pace)];
const atDepartment = (pace: Pace): Beat[] => [...atTaskGroup(pace), beat(pace, 'refer', 60, 420), offerTaken(pace)];
const accepted = (needs: Needs, tell: (pace: Pace) => Beat[]) => ({
  needs,
  tell: (pace: Pace) => [taken(pace), ...tell(pace)],
});
type Kind = { readonly needs: Needs; readonly tell: (pace: Pace) => Beat[] };

const explainedEnding = (pace: Pace): Beat[] =>
  pickByOdds(pace.random, [
    [3, () => []],
    [2, () => [beat(pace, 'ratePartly', 60, 5 * DAY)]],
    [1, () => [beat(pace, 'rateBad', 60, 3 * DAY), ...worked(pace, 'explain'), beat(pace, 'sign', 30, 300)]],
  ])();

const kinds: Odds<Kind> = [
  [540, accepted('nothing', solved)],
  [70, accepted('explained', (p) => [...worked(p, 'explain'), beat(p, 'sign', 30, 400), ...explainedEnding(p)])],
  [12, accepted('explained', (p) => [...worked(p, 'explain'), beat(p, 'doNotSign', 30, 400), ...solved(p)])],
  [55, accepted('nothing', (p) => [beat(p, 'ask', 60, 600), beat(p, 'supplement', 60, 5 * DAY), ...solved(p)])],
  [
    18,
    accepted('nothing', (p) => [
      beat(p, 'ask', 60, 600),
      beat(p, 'goOn', 2 * OFFICE_DAY, 3 * OFFICE_DAY),
      ...solved(p),
    ]),
  ],
  [35, accepted('facility', (p) => [beat(p, 'toProperty', 60, 500), offerTaken(p), ...solved(p)])],
  [15, accepted('facility', (p) => [beat(p, 'toProperty', 60, 500), sentBack(p), ...solved(p)])],
  [18, accepted('facility', (p) => [beat(p, 'toNeighbour', 60, 500), offerTaken(p), ...solved(p)])],
  [10, accepted('facility', (p) => [beat(p, 'toNeighbour', 60, 500), sentBack(p), ...solved(p)])],
  [55, accepted('nothing', (p) => [...atTaskGroup(p), ...solved(p)])],
  [12, accepted('facility', (p) => [beat(p, 'escalate', 60, 800), sentBack(p), ...solved(p)])],
  [45, accepted('nothing', (p) => [...atDepartment(p), ...solved(p)])],
  [
    10,
    accepted('explained', (p) => [
      ...atDepartment(p),
      ...worked(p, 'explain'),
      beat(p, 'sign', 60, 400),
      ...explainedEnding(p),
    ]),
  ],
  [12, accepted('facility', (p) => [...atTaskGroup(p), beat(p, 'refer', 60, 420), sentBack(p), ...solved(p)])],
  [
    14,
    accepted('facility', (p) => [
      ...atDepartment(p),
      beat(p, 'giveBack', 100, 500),
      beat(p, 'rule', 60, 500),
      ...solved(p),
    ]),
  ],
  [
    12,
    accepted('facility', (p) => [
      beat(p, 'toProperty', 60, 400),
      sentBack(p),
      beat(p, 'escalate', 60, 300),
      sentBack(p),
      beat(p, 'toNeighbour', 60, 300),
      beat(p, 'rule', 60, 500),
      ...solved(p),
    ]),
  ],
  [16, accepted('explained', (p) => [...worked(p, 'keep'), beat(p, 'signKeep', 30, 400)])],
  [22, accepted('nothing', (p) => [beat(p, 'withdraw', 60, 2 * DAY)])],
  [8, { needs: 'nothing', tell: (p) => [beat(p, 'withdraw', 10, 200)] }],
  [25, { needs: 'elsewhere', tell: (p) => [beat(p, 'redirect', 15, 200)] }],
  [12, accepted('elsewhere', (p) => [beat(p, 'redirect', 60, 600)])],
];

/**
 * Invents how a request goes from beginning to end; what lies after the end of the month is not told.
 *
 * @param isPunctual nobody in it is late
 */
export function inventStory(random: Random, isPunctual: boolean): Story {
  const { needs, tell } = pickByOdds(random, kinds);
  return { needs, beats: tell({ random, isPunctual }) };
}
