import type { Clock } from '../kit/define-procedure.ts';
import type { Duration } from '../kit/duration.ts';
import type { ClockRun } from '../kit/matter.ts';
import type { WorkingCalendar } from './calendar.ts';
import { computeDue } from './compute-due.ts';

/** How a clock stands (时钟状态): each has its word, its colour and its shape on the screen. */
export type ClockStanding = 'inTime' | 'near' | 'missed' | 'paused' | 'met' | 'metLate' | 'dropped';

export type TimeLeft = {
  readonly unit: 'workingDays' | 'calendarDays' | 'workingHours' | 'hours' | 'minutes';
  readonly amount: number;
};

/** Says how a run of a clock stands at an instant. */
export function clockStanding(
  run: ClockRun,
  clock: Pick<Clock, 'within' | 'nearWhen'>,
  now: Date,
  calendar: WorkingCalendar,
): ClockStanding {
  if (run.ending === 'dropped') return 'dropped';
  if (run.ending === 'met') return run.dueAt && run.endedAt && run.endedAt > run.dueAt ? 'metLate' : 'met';
  if (!run.dueAt) return 'paused';
  if (now > run.dueAt) return 'missed';
  return isNear(run.dueAt, clock, run.startedAt, now, calendar) ? 'near' : 'inTime';
}

const countsDays = ({ unit }: Duration): boolean =>
  unit === 'workingDays' || unit === 'calendarDays' || unit === 'dayOfMonth';

/**
 * Near (将到期): when no more is left than the clock says; where it says nothing, on the last day of a limit in days and in
 * the last quarter of a limit in hours.
 */
function isNear(
  dueAt: Date,
  { within, nearWhen }: Pick<Clock, 'within' | 'nearWhen'>,
  startedAt: Date,
  now: Date,
  calendar: WorkingCalendar,
): boolean {
  if (nearWhen) return (computeDue(nearWhen, now, [], calendar).dueAt as Date) >= dueAt;
  if (countsDays(within)) return calendar.dayOf(now) >= calendar.dayOf(new Date(dueAt.getTime() - 1));
  return dueAt.getTime() - now.getTime() <= (dueAt.getTime() - startedAt.getTime()) / 4;
}

/** Beyond two days nobody counts hours. */
const HOURS_READ_UP_TO = 48;

/** Computes the time left until a due instant, in the unit of the rule; past it, the time gone by since. */
export function computeTimeLeft(dueAt: Date, within: Duration, now: Date, calendar: WorkingCalendar): TimeLeft {
  const [from, to] = now <= dueAt ? [now, dueAt] : [dueAt, now];
  if (countsDays(within)) {
    const unit = within.unit === 'workingDays' ? 'workingDays' : 'calendarDays';
    const last = calendar.dayOf(new Date(to.getTime() - 1));
    const first = calendar.dayOf(from);
    if (first !== last) {
      let amount = 0;
      for (let day = first + 1; day <= last; day += 1)
        if (unit === 'calendarDays' || calendar.isWorkingDay(day)) amount += 1;
      if (amount > 0) return { unit, amount };
    }
  }
  if (within.unit === 'workingHours') {
    const officeHours = Math.floor(officeMinutesBetween(from, to, calendar) / 60);
    if (officeHours > 0) return { unit: 'workingHours', amount: officeHours };
  }
  const minutes = Math.floor((to.getTime() - from.getTime()) / 60_000);
  if (minutes >= HOURS_READ_UP_TO * 60) return { unit: 'calendarDays', amount: Math.floor(minutes / 1440) };
  return minutes >= 60 ? { unit: 'hours', amount: Math.floor(minutes / 60) } : { unit: 'minutes', amount: minutes };
}

function officeMinutesBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  let minutes = 0;
  for (let day = calendar.dayOf(from); day <= calendar.dayOf(to); day += 1) {
    if (!calendar.isWorkingDay(day)) continue;
    for (const { fromMinute, toMinute } of calendar.hoursOn(day)) {
      const opens = Math.max(calendar.instantOf(day, fromMinute).getTime(), from.getTime());
      const closes = Math.min(calendar.instantOf(day, toMinute).getTime(), to.getTime());
      minutes += Math.max(0, closes - opens) / 60_000;
    }
  }
  return minutes;
}
