import type { Work } from '../../../platform/work.ts';
import type { CalendarYear } from '../contract/calendar.ts';
import { dateText, dayNumber } from '../rules/calendar.ts';
import { printCalendar } from '../rules/calendar-print.ts';
import { yearOf } from '../rules/calendar.ts';
import { maySetCalendar } from '../rules/may-set-calendar.ts';
import { ORDINARY_TIMETABLE } from '../rules/timetable.ts';
import { loadCalendar, loadOwnDaysOf } from '../store/calendar-store.ts';
import { calendarOf } from '../store/ground-store.ts';

/** Gets one year of the calendar of the district (本区日历): each day as it is counted, and what the district says itself. */
export async function getCalendarYear(work: Work, year: number): Promise<CalendarYear> {
  const calendar = await calendarOf(work);
  const kept = await loadCalendar(work);
  const today = calendar.dayOf(work.now);
  const first = dayNumber(`${year}-01-01`);
  const days = Array.from({ length: dayNumber(`${year + 1}-01-01`) - first }, (_, i) => {
    const day = first + i;
    // 1970-01-01 was a Thursday.
    return { day: dateText(day), weekday: ((day + 3) % 7) + 1, works: calendar.isWorkingDay(day) };
  });
  const own = await loadOwnDaysOf(work, year);
  const { hours, summer } = kept?.timetable ?? ORDINARY_TIMETABLE;
  return {
    year,
    today: dateText(today),
    isAnnounced: calendar.isAnnounced(first),
    maySet: maySetCalendar(work.actor).allowed,
    timetable: {
      hours: [...hours],
      ...(summer ? { summer: { ...summer, hours: [...summer.hours] } } : {}),
    },
    days,
    own: own.map(({ setAt, ...day }) => ({ ...day, setAt: setAt.toISOString() })),
    isRecounting: kept?.countedBy !== printCalendar(calendar, yearOf(today)),
    moved: kept?.moved ?? 0,
  };
}
