import type { Actor } from '../../../platform/work.ts';
import { allowed, denied, type Allowed, type Denied } from '../kit/facts.ts';
import { dayNumber, dateText, type DayNumber } from './calendar.ts';

/**
 * Says whether someone may set the calendar of the district (谁可设置本区日历): the head of the district's centre, or the
 * program when a district is set up.
 *
 * @returns allowed, or denied with `calendar.not_yours`
 */
export const maySetCalendar = (actor: Actor): Allowed | Denied =>
  actor.kind === 'system' || (actor.kind === 'worker' && actor.postKind === 'dispatchLead')
    ? allowed
    : denied('calendar.not_yours');

/** The day of a date, `YYYY-MM-DD`; undefined for what is not a date of this or the coming times (日期). */
export function readDay(text: string): DayNumber | undefined {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const day = dayNumber(text);
  return !Number.isNaN(day) && dateText(day) === text ? day : undefined;
}
