/**
 * One cell of a spreadsheet as text: numbers and codes as written, days as 2026-01-31. `fault` says why it is not taken
 * as it stands: `formula` (its value would be somebody's calculation), `error` (#REF! and the like), `merged`.
 */
export type SheetCell = { readonly text: string; readonly fault?: 'formula' | 'error' | 'merged' };

/** A sheet as it was read; `rows[0]` is row 1 as the office's program numbers it. */
export type ReadSheet = { readonly name: string; readonly rows: readonly (readonly SheetCell[])[] };

/** A sheet to write: every cell is text, whatever it begins with. */
export type WrittenSheet = {
  readonly name: string;
  readonly headings: readonly string[];
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
};

/** The name of a column as the office's program shows it: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnName(before - 1) : '') + String.fromCodePoint(65 + (index % 26));
}
