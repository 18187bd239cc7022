import type { Actor } from '../../../platform/work.ts';
import { allowed, denied, type Allowed, type Denied } from '../kit/facts.ts';
import { leadsCentre } from './leads-centre.ts';

/**
 * Says whether someone may set the calendar of the district (谁可设置本区日历): the head of the district's centre, or the
 * program when a district is set up.
 *
 * @returns allowed, or denied with `calendar.not_yours`
 */
export const maySetCalendar = (actor: Actor): Allowed | Denied =>
  leadsCentre(actor) ? allowed : denied('calendar.not_yours');
