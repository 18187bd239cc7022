import { createContext, useContext } from 'react';
import { useLanguage, type Language } from './language.ts';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The district's zone: whoever looks from elsewhere reads the hours of the place. */
export const ZoneContext = createContext('Asia/Shanghai');

/** Tells instants (ISO 8601) as people of the district say them. */
export function useTimes() {
  const { language } = useLanguage();
  const zone = useContext(ZoneContext);
  return {
    moment: (at: string) => momentOf(at, language, zone, new Date()),
    due: (at: string) => dueMomentOf(at, language, zone, new Date()),
    day: (at: string) => dayOf(new Date(at), language, zone, new Date()),
  };
}

/** Day and hour; yesterday, today and tomorrow by those words, the year only when it is another one. */
export function momentOf(at: string, language: Language, zone: string, now: Date): string {
  const when = new Date(at);
  return `${dayOf(when, language, zone, now)} ${hourOf(when, zone)}`;
}

/** As `momentOf`, but midnight ends the day before: 7月3日 24:00. */
export function dueMomentOf(at: string, language: Language, zone: string, now: Date): string {
  const when = new Date(at);
  if (hourOf(when, zone) !== '00:00') return momentOf(at, language, zone, now);
  return `${dayOf(new Date(when.getTime() - MINUTE_MS), language, zone, now)} 24:00`;
}

function dayOf(when: Date, language: Language, zone: string, now: Date): string {
  const daysAway = dayNumber(when, zone) - dayNumber(now, zone);
  if (Math.abs(daysAway) <= 1)
    return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(daysAway, 'day');
  const year = (instant: Date) => new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(instant);
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(year(when) === year(now) ? {} : { year: 'numeric' }),
  }).format(when);
}

/** Counts days of the zone, so that two instants of one day have the same number. */
const dayNumber = (when: Date, zone: string) => {
  const isoDay = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(when);
  return Date.parse(isoDay) / DAY_MS;
};

const hourOf = (when: Date, zone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(when);
