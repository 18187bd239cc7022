/** One stretch of office hours, in minutes after local midnight. */
export type OfficeHours = { readonly fromMinute: number; readonly toMinute: number };

/** The hours of an office (作息时间); between two dates of each year, `MM-DD`, both included, it may keep summer hours. */
export type Timetable = {
  readonly hours: readonly OfficeHours[];
  readonly summer?: { readonly from: string; readonly to: string; readonly hours: readonly OfficeHours[] };
};

export const ORDINARY_TIMETABLE: Timetable = {
  hours: [
    { fromMinute: 9 * 60, toMinute: 12 * 60 },
    { fromMinute: 14 * 60, toMinute: 18 * 60 },
  ],
};

/** The office hours on a date, `MM-DD`. */
export function hoursAt({ hours, summer }: Timetable, monthDay: string): readonly OfficeHours[] {
  if (!summer) return hours;
  const { from, to } = summer;
  const isSummer = from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
  return isSummer ? summer.hours : hours;
}

/** Whether a timetable can be counted by: on each day at least one stretch, each after the one before, within the day. */
export const isSoundTimetable = ({ hours, summer }: Timetable): boolean =>
  areSound(hours) && (!summer || (areSound(summer.hours) && isMonthDay(summer.from) && isMonthDay(summer.to)));

const areSound = (hours: readonly OfficeHours[]): boolean =>
  hours.length > 0 &&
  hours.every(
    ({ fromMinute, toMinute }, i) =>
      Number.isInteger(fromMinute) &&
      Number.isInteger(toMinute) &&
      (hours[i - 1]?.toMinute ?? 0) <= fromMinute &&
      fromMinute < toMinute &&
      toMinute <= 24 * 60,
  );

/** The leap year lets the 29th of February through. */
const isMonthDay = (text: string): boolean =>
  /^\d\d-\d\d$/.test(text) && new Date(`2024-${text}T00:00:00Z`).toJSON()?.slice(5, 10) === text;
