/**
 * A length of time as a rule states it (时限). Working days (工作日), working hours (工作时), calendar days and
 * calendar hours are different things; "same day" (当日, 事不过夜) ends with the day on which the matter came in.
 */
export type Duration =
  | { readonly unit: 'workingDays'; readonly amount: number }
  | { readonly unit: 'workingHours'; readonly amount: number }
  | { readonly unit: 'calendarDays'; readonly amount: number }
  | { readonly unit: 'hours'; readonly amount: number }
  | { readonly unit: 'sameDay'; readonly amount: 1 };


export const workingDays = (amount: number): Duration => ({ unit: 'workingDays', amount });
export const workingHours = (amount: number): Duration => ({ unit: 'workingHours', amount });
export const calendarDays = (amount: number): Duration => ({ unit: 'calendarDays', amount });
export const hours = (amount: number): Duration => ({ unit: 'hours', amount });
export const sameDay = (): Duration => ({ unit: 'sameDay', amount: 1 });
