import { createContext, useContext } from 'react';
import { useIsPrinted } from './is-printed.ts';
import { useLanguage, type Language } from './language.ts';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The district's zone: whoever looks from elsewhere reads the hours of the place. */
export const ZoneContext = createContext('Asia/Shanghai');

type Calendar = { readonly language: Language; readonly zone: string; readonly now: Date };

/** Tells instants (ISO 8601) as people of the district say them; the spoken forms (today, tomorrow) give the date on paper, which is read later. */
export function useTimes() {
  const { language } = useLanguage();
  const zone = useContext(ZoneContext);
  const sayDay = useIsPrinted() ? dayOf : spokenDayOf;
  const calendar = () => ({ language, zone, now: new Date() });
  return {
    day: (at: string) => dayOf(new Date(at), calendar()),
    date: (on: string) => dateOf(on, calendar()),
    moment: (at: string) => momentOf(at, calendar()),
    due: (at: string) => dueMomentOf(at, calendar()),
    spokenMoment: (at: string) => momentOf(at, calendar(), sayDay),
    spokenDue: (at: string) => dueMomentOf(at, calendar(), sayDay),
  };
}

/** Day and hour. */
export function momentOf(at: string, calendar: Calendar, sayDay = dayOf): string {
  const when = new Date(at);
  return `${sayDay(when, calendar)} ${hourOf(when, calendar.zone)}`;
}

/** As `momentOf`, but midnight ends the day before: 7月3日 24:00. */
export function dueMomentOf(at: string, calendar: Calendar, sayDay = dayOf): string {
  const when = new Date(at);
  if (hourOf(when, calendar.zone) !== '00:00') return momentOf(at, calendar, sayDay);
  return `${sayDay(new Date(when.getTime() - MINUTE_MS), calendar)} 24:00`;
}

/** A date that no hour belongs to (`2026-07-03`), as `dayOf` says it; what is no date stays as it is. */
export function dateOf(on: string, calendar: Calendar): string {
  const noon = new Date(`${on}T12:00:00Z`);
  return Number.isNaN(noon.getTime()) ? on : dayOf(noon, { ...calendar, zone: 'UTC' });
}

/** The date; the year only when it is another one. */
function dayOf(when: Date, { language, zone, now }: Calendar): string {
  const year = (instant: Date) => new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(instant);
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(year(when) === year(now) ? {} : { year: 'numeric' }),
  }).format(when);
}

/** Yesterday, today and tomorrow by those words. */
export function spokenDayOf(when: Date, calendar: Calendar): string {
  const { language, zone, now } = calendar;
  const daysAway = dayNumber(when, zone) - dayNumber(now, zone);
  if (Math.abs(daysAway) > 1) return dayOf(when, calendar);
  return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(daysAway, 'day');
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
