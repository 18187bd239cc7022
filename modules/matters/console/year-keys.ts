const DAY_MS = 86_400_000;
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const asText = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/**
 * The day to which a key moves in a year of days (方向键): arrows by a day or a week, Home and End within the month, Page Up and
 * Page Down by a month; undefined for other keys and beyond the year.
 */
export function dayAfterKey(day: string, key: string): string | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOf = (m: number) => new Date(Date.UTC(year, m, 0)).getUTCDate();
  const inMonth = (m: number, d: number) => asText(Date.UTC(year, m - 1, Math.min(d, lastOf(m))));
  const moved = ((): string | undefined => {
    if (key === 'Home') return inMonth(month, 1);
    if (key === 'End') return inMonth(month, 31);
    if (key === 'PageUp') return month > 1 ? inMonth(month - 1, date) : undefined;
    if (key === 'PageDown') return month < 12 ? inMonth(month + 1, date) : undefined;
    const step = steps[key];
    return step === undefined ? undefined : asText(Date.parse(day) + step * DAY_MS);
  })();
  return moved?.startsWith(String(year)) ? moved : undefined;
}
