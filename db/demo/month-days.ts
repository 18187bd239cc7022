import type { WorkingCalendar } from '../../modules/matters/index.ts';
import type { CastCommunity } from './month-cast.ts';
import { pickByOdds, type Odds } from './month-odds.ts';
import type { Random } from './random.ts';

const DAYS = 30;

/** How much comes in by hour of the day: most in the evening, after work. */
const hours: Odds<number> = [
  [3, 7],
  [7, 8],
  [10, 9],
  [11, 10],
  [8, 11],
  [5, 12],
  [5, 13],
  [8, 14],
  [9, 15],
  [8, 16],
  [10, 17],
  [14, 18],
  [18, 19],
  [17, 20],
  [11, 21],
  [4, 22],
];

/** Invents when a request comes in: on any of the thirty days before `until`, on Mondays most, and never after `until`. */
export function inventInstant(calendar: WorkingCalendar, random: Random, until: Date): Date {
  const today = calendar.dayOf(until);
  const earliest = until.getTime() - DAYS * 86_400_000;
  const days: Odds<number> = Array.from({ length: DAYS + 1 }, (_, ago) => [
    dayWeight(calendar, today - ago),
    today - ago,
  ]);
  for (;;) {
    const day = pickByOdds(random, days);
    const minute = pickByOdds(random, hours) * 60 + random.between(0, 59);
    const at = calendar.instantOf(day, minute).getTime() + random.between(0, 59_999);
    if (at >= earliest && at <= until.getTime()) return new Date(at);
  }
}

function dayWeight(calendar: WorkingCalendar, day: number): number {
  if (!calendar.isWorkingDay(day)) return 5;
  return isMonday(day) ? 15 : 10;
}

/** Day 0 of the calendar was a Thursday. */
const isMonday = (day: number): boolean => (day + 3) % 7 === 0;

/** How much comes from each community: large ones more, and no two alike. */
export const weighCommunities = (random: Random, communities: readonly CastCommunity[]): Odds<CastCommunity> =>
  communities.map((community) => [community.grids.length * random.between(6, 14), community]);
