/**
 * A length of time as a rule states it (时长). Working days (工作日), working hours (工作时), calendar days and calendar
 * hours are different things.
 */
export type Length =
  | { readonly unit: 'workingDays'; readonly amount: number }
  | { readonly unit: 'workingHours'; readonly amount: number }
  /** A last day that is a rest day gives way to the next working day, unless `rollsToWorkingDay` is false. */
  | { readonly unit: 'calendarDays'; readonly amount: number; readonly rollsToWorkingDay?: boolean }
  | { readonly unit: 'hours'; readonly amount: number };

/**
 * What a limit (时限) is: a length of time; "same day" (当日, 事不过夜), which ends with the day on which the matter came in;
 * or "by the Nth" (某日前) of the month after the start, or of whichever month brings that day first. A month that is too
 * short ends with its last day.
 */
export type Duration =
  | Length
  | { readonly unit: 'sameDay'; readonly amount: 1 }
  | {
      readonly unit: 'dayOfMonth';
      readonly amount: number;
      readonly of: 'nextMonth' | 'firstToCome';
      readonly rollsToWorkingDay: boolean;
    };

export const workingDays = (amount: number): Length => ({ unit: 'workingDays', amount });
export const workingHours = (amount: number): Length => ({ unit: 'workingHours', amount });
export const calendarDays = (amount: number, how: { rollsToWorkingDay?: boolean } = {}): Length => ({
  unit: 'calendarDays',
  amount,
  ...how,
});
export const hours = (amount: number): Length => ({ unit: 'hours', amount });
export const sameDay = (): Duration => ({ unit: 'sameDay', amount: 1 });
export const byDayOfMonth = (
  day: number,
  how: { of?: 'nextMonth' | 'firstToCome'; rollsToWorkingDay?: boolean } = {},
): Duration => ({ unit: 'dayOfMonth', amount: day, of: 'nextMonth', rollsToWorkingDay: false, ...how });
