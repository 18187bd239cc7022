import type { CellFault } from './read-lists.ts';

/** Faults of a workbook in the order in which one reads it (自上而下、自左而右): sheet by sheet, row by row, column by column. */
export const inReadingOrder = (faults: readonly CellFault[], sheets: readonly string[]): CellFault[] =>
  faults.toSorted(
    (a, b) =>
      sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || (a.row ?? 0) - (b.row ?? 0) || columnOf(a) - columnOf(b),
  );

/** A is 1, Z 26, AA 27. */
const columnOf = ({ column }: CellFault): number =>
  [...(column ?? '')].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
