/** A spreadsheet takes a cell that begins with one of these for a formula and runs it. */
const formula = /^[=+\-@\t\r]/;

/**
 * Writes one cell (单元格) by RFC 4180. A text that a spreadsheet would run gets an apostrophe before it, which shows it
 * as text; a number is written as it is.
 */
export function writeCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its end. */
export const writeLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(writeCell).join(',')}\r\n`;
