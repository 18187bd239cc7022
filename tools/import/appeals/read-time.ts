import { Temporal } from 'temporal-polyfill';

const form =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)\s*(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads a time as earlier records write it (时间): `2019-04-25T09:32:09+08:00`, `2019-04-25 09:32:09`, `2019/4/25 9:32`.
 * Without an offset it is local time in `timeZone`. A day without a time of day is not enough.
 *
 * @returns undefined when it is not a time that ever was
 */
export function readTime(written: string, timeZone: string): Date | undefined {
  const parts = form.exec(written.trim());
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0));
  try {
    const local = Temporal.PlainDateTime.from(
      { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second! },
      { overflow: 'reject' },
    );
    const zone = parts[7] === 'Z' ? 'UTC' : (parts[7] ?? timeZone);
    return new Date(local.toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return undefined;
  }
}
