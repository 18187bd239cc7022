/** A language by its tag; English as it is written here. */
const localeOf = (tag: string): string => ({ zh: 'zh-CN', en: 'en-GB' })[tag] ?? tag;

const parts = (at: Date, timeZone: string, language: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone, ...options }).format(at);

/** The day, with the year only when it is another one: `7月3日`, `3 July`. */
export function dayOf(at: Date, now: Date, timeZone: string, language: string): string {
  const year = (instant: Date) => parts(instant, timeZone, 'en', { year: 'numeric' });
  const isThisYear = year(at) === year(now);
  return parts(at, timeZone, language, { month: 'long', day: 'numeric', ...(isThisYear ? {} : { year: 'numeric' }) });
}

const clockTime = (at: Date, timeZone: string): string =>
  parts(at, timeZone, 'en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Day and time: `7月3日 18:00`, `3 July 18:00`. */
export const instantOf = (at: Date, now: Date, timeZone: string, language: string): string =>
  `${dayOf(at, now, timeZone, language)} ${clockTime(at, timeZone)}`;

/** The end of a limit: midnight is said as 24:00 of the day that ends, as people say it. */
export function dueOf(at: Date, now: Date, timeZone: string, language: string): string {
  if (clockTime(at, timeZone) !== '00:00') return instantOf(at, now, timeZone, language);
  return `${dayOf(new Date(at.getTime() - 1), now, timeZone, language)} 24:00`;
}
