import type { Measure } from '../contract/measure.ts';
import type { JudgedView, WeekView } from '../contract/views.ts';

/** The sum of one measure on one day, in one part of the area. */
export type DaySum = {
  readonly day: string;
  readonly part: string;
  readonly measure: Measure;
  readonly detail: string;
  readonly n: number;
};

const DAY_MS = 86_400_000;
/** A day so many days on, as `2026-11-01`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
/** The Monday of the week of a day. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

export const within = (sums: readonly DaySum[], from: string, until: string): DaySum[] =>
  sums.filter(({ day }) => day >= from && day <= until);

/** How much of a measure there was; with a detail, of that alone. */
export const totalOf = (sums: readonly DaySum[], measure: Measure, detail?: string): number =>
  sums.reduce(
    (sum, one) => (one.measure === measure && (detail === undefined || one.detail === detail) ? sum + one.n : sum),
    0,
  );

/** What coming in means: opened in an area; for a body, taken by it. */
export const comesIn = (isBody: boolean): Measure => (isBody ? 'taken' : 'in');

/** Week by week (每周进、结、超), the last one up to today; a week without anything has noughts. */
export function sumWeeks(sums: readonly DaySum[], today: string, weeks: number, isBody: boolean): WeekView[] {
  const first = addDays(mondayOf(today), -7 * (weeks - 1));
  return Array.from({ length: weeks }, (_, i) => {
    const from = addDays(first, 7 * i);
    const sunday = addDays(from, 6);
    const until = sunday > today ? today : sunday;
    return { from, until, ...sumFlow(within(sums, from, until), isBody) };
  });
}

/** In, ended, over a limit, opened again (进、结、超、重办). */
export const sumFlow = (sums: readonly DaySum[], isBody: boolean) => ({
  in: totalOf(sums, comesIn(isBody)),
  ended: totalOf(sums, 'ended'),
  missed: totalOf(sums, 'missed'),
  reopened: totalOf(sums, 'reopened'),
});

/** How residents judged (群众评价): marks, solved or not, return visits, opened again. */
export const sumJudged = (sums: readonly DaySum[]): JudgedView => ({
  answered: totalOf(sums, 'answered'),
  ratings: [1, 2, 3, 4, 5].map((mark) => totalOf(sums, 'rated', String(mark))),
  said: {
    yes: totalOf(sums, 'said', 'yes'),
    partly: totalOf(sums, 'said', 'partly'),
    no: totalOf(sums, 'said', 'no'),
  },
  visited: {
    solved: totalOf(sums, 'visited', 'solved'),
    partly: totalOf(sums, 'visited', 'partly'),
    unsolved: totalOf(sums, 'visited', 'unsolved'),
    notReached: totalOf(sums, 'visited', 'notReached'),
  },
  reopened: totalOf(sums, 'reopened'),
});

/** What {@link sumOpen} is summed from. */
export const OPEN_MEASURES = ['in', 'taken', 'passed', 'ended', 'reopened'] as const satisfies readonly Measure[];

/** How many stood open at the end of the days summed, when they are all there ever were: come in, less ended or passed on, with those that began again. */
export const sumOpen = (sums: readonly DaySum[], isBody: boolean): number =>
  totalOf(sums, comesIn(isBody)) -
  (isBody ? totalOf(sums, 'passed') : 0) -
  totalOf(sums, 'ended') +
  totalOf(sums, 'reopened', 'final');
