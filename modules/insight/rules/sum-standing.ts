import { ageBands } from '../contract/measure.ts';

/** Open matters that are alike in part of the area, holder, state and age. */
export type StandingGroup = {
  readonly part: string;
  readonly holderId: string;
  readonly procedure: string;
  readonly version: number;
  readonly state: string;
  readonly fromDays: number;
  readonly open: number;
  readonly overdue: number;
  readonly dueToday: number;
  readonly waiting: number;
  readonly onBooks: number;
  readonly oldestDueAt: Date | null;
};

export type Stuck = { readonly open: number; readonly overdue: number; readonly oldestDueAt: string | null };

/** Adds groups up: how many stand open, how many over a limit, and since when the first of those. */
export function sumStuck(groups: readonly StandingGroup[]): Stuck {
  const dues = groups.flatMap(({ oldestDueAt }) => (oldestDueAt ? [oldestDueAt.getTime()] : []));
  return {
    open: total(groups, 'open'),
    overdue: total(groups, 'overdue'),
    oldestDueAt: dues.length === 0 ? null : new Date(Math.min(...dues)).toISOString(),
  };
}

/** All figures of what stands now (在办、超时、今天到期、等群众回应、挂账). */
export const sumStanding = (groups: readonly StandingGroup[]) => ({
  ...sumStuck(groups),
  dueToday: total(groups, 'dueToday'),
  waiting: total(groups, 'waiting'),
  onBooks: total(groups, 'onBooks'),
});

/** The same by some part of the groups; a part without a group is missing. */
export function sumBy(
  groups: readonly StandingGroup[],
  keyOf: (group: StandingGroup) => string,
): ReadonlyMap<string, Stuck> {
  return new Map([...Map.groupBy(groups, keyOf)].map(([key, alike]) => [key, sumStuck(alike)]));
}

/** By age, all bands, also the empty ones. */
export const sumAges = (groups: readonly StandingGroup[]) =>
  ageBands.map((fromDays) => {
    const { open, overdue } = sumStuck(groups.filter((group) => group.fromDays === fromDays));
    return { fromDays, open, overdue };
  });

const total = (groups: readonly StandingGroup[], of: 'open' | 'overdue' | 'dueToday' | 'waiting' | 'onBooks'): number =>
  groups.reduce((sum, group) => sum + group[of], 0);
