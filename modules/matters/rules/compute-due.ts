import type { Clock } from '../kit/define-procedure.ts';
import type { Duration } from '../kit/duration.ts';
import type { ClockRun, Extension, Pause } from '../kit/matter.ts';
import { dateText, dayNumber, type DayNumber, type WorkingCalendar } from './calendar.ts';
import { withinOf } from './within-of.ts';

export type Due = {
  /** When the time is used up; absent while the clock stands still. */
  readonly dueAt: Date | null;
  /** A day of a year that has not been announced was counted by its weekday. */
  readonly provisional: boolean;
};

/** A limit further away than this is a mistake, not a limit. */
const LONGEST_SEARCH_DAYS = 4000;

const stoodStillAt = (pauses: readonly Pause[], at: number): boolean =>
  pauses.some((p) => p.from.getTime() <= at && (p.to === null || at < p.to.getTime()));

/**
 * Computes when a limit (时限) runs out.
 *
 * - *working days*: the day of the start is not counted; a working day is used up when the office closes on it while
 *   the clock runs; the limit ends when the last one closes.
 * - *calendar days*: the day of the start is not counted; a day is used up at midnight; if the last one is a rest day,
 *   the next working day takes its place, unless the rule says otherwise.
 * - *working hours* and *hours*: time passes from the very start, inside office hours or always.
 * - *same day*: midnight of the day of the start. What comes in after closing, or on a rest day, has come in on the
 *   next working day.
 * - *by the Nth*: midnight at the end of that day; a rest day gives way to the next working day where the rule says so.
 *
 * A pause that begins and ends between two closings costs and gains nothing; pausing never shortens what is left.
 *
 * @source 民法典 art. 201 (first day not counted), art. 203 (rest days, close of business); decision 0003
 */
export function computeDue(
  within: Duration,
  startedAt: Date,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): Due {
  switch (within.unit) {
    case 'hours':
      return { dueAt: hoursLater(within.amount, startedAt, pauses), provisional: false };
    case 'workingHours':
      return workingHoursLater(within.amount, startedAt, pauses, calendar);
    case 'sameDay':
      return nthDayEnd(1, dayItCameIn(startedAt, calendar), midnight, 'working', pauses, calendar);
    case 'workingDays':
      return nthDayEnd(
        within.amount,
        calendar.dayOf(startedAt) + 1,
        calendar.closingMinuteOn,
        'working',
        pauses,
        calendar,
      );
    case 'calendarDays':
      return calendarDaysLater(within, startedAt, pauses, calendar);
    case 'dayOfMonth': {
      const which = within.rollsToWorkingDay ? 'working' : 'every';
      return nthDayEnd(1, dayMeant(within, calendar.dayOf(startedAt)), midnight, which, pauses, calendar);
    }
  }
}

/** Until then a chosen day ended when the office opened on it, whatever it was chosen for; limits that began earlier keep that. */
const CLOSES_SINCE = new Date('2026-11-27T00:00:00+08:00');

/**
 * When one run of a clock runs out: its extensions (延期) lengthen the limit, its pauses put it off. A day that was chosen
 * (选定日期) is the day by which something is done, so it ends when the office closes on it; where the timer takes it up again by
 * itself, such as what was kept on the books, it comes up when the office opens. A rest day gives way to the next working day.
 *
 * @source 民法典 art. 203 (close of business); decision 0033
 */
export function computeDueOf(
  clock: Pick<Clock, 'within' | 'whenMissed'>,
  run: Pick<ClockRun, 'startedAt' | 'pauses' | 'extensions' | 'dueOn' | 'setAmount'>,
  calendar: WorkingCalendar,
): Due {
  const { startedAt, pauses, extensions, dueOn } = run;
  if (dueOn === undefined) return computeDue(lengthen(withinOf(clock, run), extensions), startedAt, pauses, calendar);
  const isDoneByIt = clock.whenMissed.take === undefined && startedAt >= CLOSES_SINCE;
  const endOf = isDoneByIt ? calendar.closingMinuteOn : openingMinuteOn(calendar);
  return nthDayEnd(1, dayNumber(dueOn), endOf, 'working', pauses, calendar);
}

const openingMinuteOn = (calendar: WorkingCalendar) => (day: DayNumber) => calendar.hoursOn(day)[0]?.fromMinute ?? 0;

/** The limit with its extensions, all in the unit of the limit: 60 days and 30 more are 90 days from the start. */
const lengthen = (within: Duration, extensions: readonly Extension[]): Duration =>
  within.unit === 'sameDay' || within.unit === 'dayOfMonth'
    ? within
    : { ...within, amount: extensions.reduce((sum, { by }) => sum + by.amount, within.amount) };

const midnight = (): number => 24 * 60;

function dayMeant({ amount, of }: Extract<Duration, { unit: 'dayOfMonth' }>, startedOn: DayNumber): DayNumber {
  const [year, month] = dateText(startedOn).split('-').map(Number) as [number, number];
  const inMonth = (later: number): DayNumber => {
    const lastDay = new Date(Date.UTC(year, month + later, 0));
    return dayNumber(`${lastDay.toISOString().slice(0, 8)}${pad(Math.min(amount, lastDay.getUTCDate()))}`);
  };
  const thisMonth = inMonth(0);
  return of === 'firstToCome' && thisMonth > startedOn ? thisMonth : inMonth(1);
}
const pad = (day: number): string => String(day).padStart(2, '0');

function dayItCameIn(startedAt: Date, calendar: WorkingCalendar): DayNumber {
  const day = calendar.dayOf(startedAt);
  return startedAt < calendar.instantOf(day, calendar.closingMinuteOn(day)) ? day : day + 1;
}

function nthDayEnd(
  count: number,
  firstDay: DayNumber,
  endMinuteOn: (day: DayNumber) => number,
  which: 'working' | 'every',
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): Due {
  let left = count;
  let provisional = false;
  for (let day = firstDay; day < firstDay + LONGEST_SEARCH_DAYS; day += 1) {
    if (!calendar.isAnnounced(day)) provisional = which === 'working';
    if (which === 'working' && !calendar.isWorkingDay(day)) continue;
    const end = calendar.instantOf(day, endMinuteOn(day));
    if (pauses.some((p) => p.to === null && p.from <= end)) return { dueAt: null, provisional: false };
    if (stoodStillAt(pauses, end.getTime())) continue;
    left -= 1;
    if (left === 0) return { dueAt: end, provisional };
  }
  throw new Error(`a limit of ${count} days finds no end within ${LONGEST_SEARCH_DAYS} days`);
}

function calendarDaysLater(
  { amount, rollsToWorkingDay = true }: Extract<Duration, { unit: 'calendarDays' }>,
  startedAt: Date,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): Due {
  const counted = nthDayEnd(amount, calendar.dayOf(startedAt) + 1, midnight, 'every', pauses, calendar);
  if (!counted.dueAt || !rollsToWorkingDay) return counted;
  const lastDay = calendar.dayOf(new Date(counted.dueAt.getTime() - 1));
  if (calendar.isWorkingDay(lastDay)) return { dueAt: counted.dueAt, provisional: !calendar.isAnnounced(lastDay) };
  return nthDayEnd(1, lastDay, midnight, 'working', pauses, calendar);
}

function hoursLater(count: number, startedAt: Date, pauses: readonly Pause[]): Date | null {
  let due = startedAt.getTime() + count * 3_600_000;
  for (const pause of [...pauses].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (pause.from.getTime() >= due) break;
    if (pause.to === null) return null;
    due += Math.max(0, pause.to.getTime() - Math.max(pause.from.getTime(), startedAt.getTime()));
  }
  return new Date(due);
}

function workingHoursLater(count: number, startedAt: Date, pauses: readonly Pause[], calendar: WorkingCalendar): Due {
  let left = count * 3_600_000;
  let provisional = false;
  const first = calendar.dayOf(startedAt);
  for (let day = first; day < first + LONGEST_SEARCH_DAYS; day += 1) {
    if (!calendar.isAnnounced(day)) provisional = true;
    if (!calendar.isWorkingDay(day)) continue;
    for (const hours of calendar.hoursOn(day)) {
      let at = Math.max(calendar.instantOf(day, hours.fromMinute).getTime(), startedAt.getTime());
      const end = calendar.instantOf(day, hours.toMinute).getTime();
      while (at < end) {
        const pause = pauses.find((p) => p.from.getTime() <= at && (p.to === null || at < p.to.getTime()));
        if (pause) {
          if (pause.to === null) return { dueAt: null, provisional: false };
          at = Math.min(end, pause.to.getTime());
          continue;
        }
        const nextPause = Math.min(...pauses.map((p) => p.from.getTime()).filter((from) => from > at), end);
        const stretch = nextPause - at;
        if (stretch >= left) return { dueAt: new Date(at + left), provisional };
        left -= stretch;
        at = nextPause;
      }
    }
  }
  throw new Error(`a limit of ${count} working hours finds no end`);
}
