import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';

const Day = z.string().max(20).describe('YYYY-MM-DD');
const Words = z.string().max(200).default('');
const Hours = z.array(z.object({ fromMinute: z.number().int(), toMinute: z.number().int() })).max(6);
const TimetableShape = z.object({
  hours: Hours,
  summer: z.object({ from: z.string().max(5), to: z.string().max(5), hours: Hours }).optional(),
});

/** One change of the calendar of a district: a day, the office hours, or a whole year from the State Council's paper. */
export const CalendarChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day'), day: Day, works: z.boolean(), reason: Words, source: Words }),
  z.object({ kind: z.literal('hours'), timetable: TimetableShape }),
  z.object({
    kind: z.literal('year'),
    year: z.number().int().min(2020).max(2099),
    rests: z.array(Day).max(120),
    works: z.array(Day).max(60),
    reason: Words,
    source: Words,
  }),
]);
export type CalendarChange = z.infer<typeof CalendarChange>;

export const CalendarYear = z.object({
  year: z.number().int(),
  today: Day,
  isAnnounced: z.boolean(),
  maySet: z.boolean(),
  timetable: TimetableShape,
  days: z.array(z.object({ day: Day, weekday: z.number().int().describe('1 Monday … 7 Sunday'), works: z.boolean() })),
  own: z.array(
    z.object({ day: Day, works: z.boolean(), reason: z.string(), source: z.string(), setAt: z.iso.datetime() }),
  ),
  isRecounting: z.boolean().describe('running limits are being counted anew'),
  moved: z.number().int().describe('limits that moved since the calendar was set last'),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

export const calendarRoutes = {
  'GET /api/calendar/:year': route({
    permission: 'procedures.read',
    summary: 'One year of the calendar by which this district counts its limits',
    params: z.object({ year: z.coerce.number().int().min(2020).max(2099) }),
    reply: CalendarYear,
  }),
  'POST /api/calendar/preview': route({
    permission: 'calendar.set',
    summary: 'How many running limits a change of the calendar would move; changes nothing',
    body: CalendarChange,
    reply: z.object({ moves: z.number().int() }),
  }),
  'POST /api/calendar/changes': route({
    permission: 'calendar.set',
    summary: 'Change the calendar of the district; running limits follow within a minute',
    body: CalendarChange,
    reply: z.object({}),
  }),
};
