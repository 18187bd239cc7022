import type { Category } from '../../modules/requests/index.ts';
import type { Act } from './month-acts.ts';
import type { Cast, CastCommunity } from './month-cast.ts';
import type { Needs } from './month-request.ts';

/** An act, and the office minutes since the one before it. */
type Beat = readonly [act: Act, after: number];
/** When the last act was: office minutes before the end of the month, or so that the limit it starts ends today. */
export type LastAct = number | 'dueToday' | 'justNow';
export type Desk = {
  readonly community: CastCommunity;
  readonly beats: readonly Beat[];
  readonly last: LastAct;
  readonly needs: Needs;
  readonly categories?: readonly Category[];
};
type Script = readonly [
  last: readonly LastAct[],
  beats: readonly Beat[],
  needs?: Needs,
  categories?: readonly Category[],
];

const taken: readonly Beat[] = [['accept', 40]];
const quarrel: readonly Beat[] = [
  ...taken,
  ['toProperty', 200],
  ['sendBack', 100],
  ['escalate', 200],
  ['sendBack', 150],
  ['toNeighbour', 200],
];
const atTaskGroup: readonly Beat[] = [...taken, ['escalate', 300], ['accept', 60]];
const offeredToDepartment: readonly Beat[] = [...atTaskGroup, ['refer', 200]];
const atDepartment: readonly Beat[] = [...offeredToDepartment, ['accept', 90]];
const disputed: readonly Beat[] = [...atDepartment, ['giveBack', 300]];

/** What waits in the community of the ready sign-ins, and a few of its longer stories. */
const ownDesk: readonly Script[] = [
  [['justNow', 'justNow', 'justNow', 'justNow', 900], []],
  [[200, 500, 1100, 'dueToday', 'dueToday', 'dueToday'], taken],
  [
    [420, 2400],
    [...taken, ['progress', 400]],
  ],
  [
    [300, 500],
    [...taken, ['ask', 200]],
  ],
  [[150], [...taken, ['ask', 200], ['supplement', 300]]],
  [[120, 260], [...taken, ['explain', 800]], 'explained'],
  [[60], [...taken, ['explain', 500], ['doNotSign', 150], ['progress', 300], ['explain', 400]], 'explained'],
  [[5, 8, 12], [...taken, ['solve', 500]], 'nothing', ['safety', 'elderly', 'gas']],
  [[80, 150], [...taken, ['keep', 700]], 'explained'],
  [[300, 700, 1500], [...taken, ['keep', 600], ['signKeep', 200]], 'explained'],
  [
    [90, 180],
    [...taken, ['toNeighbour', 400]],
  ],
  [[100], [...taken, ['toProperty', 300]]],
  [[200], [...taken, ['toProperty', 300], ['sendBack', 150]]],
  [
    [50, 150],
    [...taken, ['escalate', 500]],
  ],
  [
    [300, 1500, 3000],
    [...taken, ['progress', 300], ['solve', 500]],
  ],
  [[350], [...taken, ['solve', 600], ['rateBad', 400]]],
  [[450], [...taken, ['solve', 600], ['rateBad', 400], ['moreProgress', 200], ['solve', 500]]],
  [[90, 240], quarrel],
  [[400], [...quarrel, ['rule', 200], ['progress', 300], ['solve', 400]]],
  [[700], [['redirect', 60]], 'elsewhere'],
  [[1300], [...taken, ['withdraw', 300]]],
  [[1000], [...taken, ['explain', 500], ['sign', 150], ['ratePartly', 500]], 'explained'],
  [
    [600],
    [
      ...disputed,
      ['rule', 200],
      ['progress', 300],
      ['solve', 500],
      ['rateBad', 300],
      ['moreProgress', 300],
      ['solve', 400],
      ['rateGood', 300],
    ],
  ],
];
const neighboursDesk: readonly Script[] = [
  [['justNow', 'justNow'], []],
  [[250, 800, 'dueToday', 'dueToday'], taken],
  [[2400], [...taken, ['progress', 400]]],
  [[110, 240], [...taken, ['explain', 600]], 'explained'],
  [
    [70, 160],
    [...taken, ['toNeighbour', 300]],
  ],
];
const taskGroupsDesk: readonly Script[] = [
  [
    [60, 130],
    [...taken, ['escalate', 300]],
  ],
  [[200, 700, 'dueToday', 'dueToday', 2600], atTaskGroup],
  [[90, 200], [...atTaskGroup, ['explain', 500]], 'explained'],
  [[220], quarrel],
];
const departmentsDesk: readonly Script[] = [
  [[60, 120, 200], offeredToDepartment],
  [[300, 900, 'dueToday', 'dueToday', 2600], atDepartment],
  [[100, 250], [...atDepartment, ['explain', 400]], 'explained'],
  [
    [1200, 2500],
    [...atDepartment, ['solve', 900]],
  ],
  [[80, 200], disputed],
];
const centresDesk: readonly Script[] = [
  [[120, 350], disputed],
  [[900], [...disputed, ['rule', 300]]],
];

/**
 * What must lie on the desks of the ready sign-ins whatever the day (演示工作台): each of their queues has something, and
 * every state occurs.
 */
export function listDesks(cast: Cast): Desk[] {
  const [own, neighbour, ...others] = cast.communities;
  if (!own || !neighbour) throw new Error('The demo district lacks the communities of the ready sign-ins');
  const sameGroup = others.filter(({ taskGroup }) => taskGroup === own.taskGroup);
  const elsewhere = others.filter(({ taskGroup }) => taskGroup !== own.taskGroup).filter((_, at) => at % 7 === 0);
  const isCityManagement: readonly Category[] = ['lighting', 'waste'];
  return [
    ...lay(ownDesk, [own]),
    ...lay(neighboursDesk, [neighbour]),
    ...lay(taskGroupsDesk, sameGroup),
    ...lay(departmentsDesk, elsewhere, isCityManagement),
    ...lay(centresDesk, elsewhere.toReversed()),
  ];
}

const lay = (
  scripts: readonly Script[],
  communities: readonly CastCommunity[],
  categories?: readonly Category[],
): Desk[] =>
  scripts
    .flatMap(([lasts, beats, needs = handsOver(beats) ? 'facility' : 'nothing', own]) =>
      lasts.map((last) => ({ last, beats, needs, ...(own ? { categories: own } : {}) })),
    )
    .map((desk, at) => ({
      ...desk,
      community: communities[at % communities.length]!,
      ...(categories ? { categories } : {}),
    }));

/** Bodies pass on what several of them may have built or own. */
const handsOver = (beats: readonly Beat[]): boolean =>
  beats.some(([act]) => act === 'toNeighbour' || act === 'toProperty' || act === 'giveBack');
