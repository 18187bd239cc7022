import type { CalendarYear } from '../contract/calendar.ts';

type Hours = CalendarYear['timetable']['hours'];

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Office hours as people write them: `09:00-12:00 14:00-18:00`. */
export const writeHours = (hours: Hours): string =>
  hours.map(({ fromMinute, toMinute }) => `${clock(fromMinute)}-${clock(toMinute)}`).join(' ');

/** Reads them back; what cannot be read is no hours, which the server refuses with a sentence. */
export function readHours(text: string): Hours {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/[\s,;、]+/);
  const read = parts.map((part) => /^(\d{1,2}):(\d\d)\s*[-~–—]\s*(\d{1,2}):(\d\d)$/.exec(part));
  if (read.some((part) => part === null)) return [];
  return read.map((part) => {
    const [, fromHour, fromMinute, toHour, toMinute] = part as RegExpExecArray;
    return {
      fromMinute: Number(fromHour) * 60 + Number(fromMinute),
      toMinute: Number(toHour) * 60 + Number(toMinute),
    };
  });
}

/** Dates in a text, each on its own or several on a line. */
export const readDates = (text: string): string[] =>
  text
    .normalize('NFKC')
    .split(/[\s,;、]+/)
    .filter(Boolean);
