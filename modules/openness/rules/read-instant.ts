const w3 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/**
 * Reads an instant in the W3C's form with its time zone (日期时间), such as `2010-01-01T00:00:00Z`. A space where a plus
 * belongs is one: that is what an unescaped plus becomes in an address.
 *
 * @returns undefined when it is none, such as the 30th of February or a time without a zone
 * @source https://www.w3.org/TR/NOTE-datetime
 */
export function readInstant(typed: string): Date | undefined {
  const text = typed.trim().replace(/ (\d\d:?\d\d)$/, '+$1');
  const parts = w3.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone = ''] = parts;
  const date = `${year}-${month}-${day}`;
  const midnight = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(date)) return undefined;
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const instant = new Date(`${date}T${hour}:${minute}:${second}${fraction.slice(0, 4)}${offset}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
