import type { AppointmentFacts, DeputyFacts, Span } from '../contract/staffing.ts';

/** The day before, as ISO dates. */
const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** The last day that is taken: one who left in the middle of a day leaves that day to the next. */
const lastTaken = ({ toOn, endedAt }: Pick<AppointmentFacts, 'toOn' | 'endedAt'>): string | null =>
  endedAt && toOn ? dayBefore(toOn) : toOn;

/** Says whether two stretches of days share a day (任期重叠). */
export function overlaps(a: Span, b: Span): boolean {
  const reaches = (from: string, to: string | null) => to === null || from <= to;
  const isEmpty = ({ fromOn, toOn }: Span) => toOn !== null && toOn < fromOn;
  return !isEmpty(a) && !isEmpty(b) && reaches(a.fromOn, b.toOn) && reaches(b.fromOn, a.toOn);
}

/** The days of an appointment or a deputy that nobody else can have. */
export const takenDays = (one: AppointmentFacts | DeputyFacts): Span => ({
  fromOn: one.fromOn,
  toOn: lastTaken(one),
});

/** Says whether it counts at this instant (在任), `today` being the day of it on the district's clock. */
export const isInForce = (one: AppointmentFacts | DeputyFacts, today: string, now: Date): boolean =>
  one.fromOn <= today && (one.toOn === null || one.toOn >= today) && (one.endedAt === null || one.endedAt > now);
