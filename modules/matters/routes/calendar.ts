import type { Context } from '../../../platform/http/context.ts';
import type { Handlers } from '../../../platform/http/serve.ts';
import { done } from '../../../platform/result.ts';
import { changeCalendar, previewCalendar } from '../actions/change-calendar.ts';
import type { calendarRoutes } from '../contract/calendar.ts';
import { getCalendarYear } from '../queries/get-calendar-year.ts';

/** What is answered about the calendar of the district. */
export const calendarHandlers: Handlers<Context, typeof calendarRoutes> = {
  'GET /api/calendar/:year': ({ inScope }, { params }) =>
    inScope(async (work) => done(await getCalendarYear(work, params.year))),
  'POST /api/calendar/preview': ({ inScope }, { body }) => inScope((work) => previewCalendar(work, body)),
  'POST /api/calendar/changes': async ({ inScope }, { body }) => {
    const changed = await inScope((work) => changeCalendar(work, body));
    return changed.ok ? done({}) : changed;
  },
};
