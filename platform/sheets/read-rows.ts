import { readXlsx, type Cell, type CellValue, type Sheet } from 'hucre/xlsx';
import { done, refuse, type Result } from '../result.ts';
import { checkPackage, type PackageRefusal } from './check-package.ts';
import './words.ts';
import type { ReadSheet, SheetCell } from './sheet.ts';

export type WorkbookRefusal = PackageRefusal | 'workbook.too_many_rows' | 'workbook.too_many_columns';

export const MOST_WORKBOOK_BYTES = 5 * 1_048_576;
/** Enough for the posts of a large district; a list longer than this is not one that somebody checked. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;

/**
 * Reads a workbook (.xlsx) into rows of text.
 *
 * @returns its sheets in order, hidden ones left out, or a refusal of `checkPackage`, `workbook.too_many_rows`
 *   or `workbook.too_many_columns`
 */
export async function readRows(bytes: Buffer): Promise<Result<readonly ReadSheet[], WorkbookRefusal>> {
  if (bytes.length > MOST_WORKBOOK_BYTES) return refuse('workbook.too_large');
  if (bytes.length < 30) return refuse('workbook.not_a_workbook');
  const checked = checkPackage(bytes);
  if (!checked.ok) return checked;
  let sheets: readonly Sheet[];
  try {
    ({ sheets } = await readXlsx(bytes, { maxRows: MOST_ROWS + 1, readStyles: true }));
  } catch {
    return refuse('workbook.not_a_workbook');
  }
  const shown = sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden);
  for (const { name, rows } of shown) {
    if (rows.length > MOST_ROWS) return refuse('workbook.too_many_rows', { sheet: name, most: MOST_ROWS });
    if (rows.some((row) => row.length > MOST_COLUMNS))
      return refuse('workbook.too_many_columns', { sheet: name, most: MOST_COLUMNS });
  }
  return done(shown.map(readSheet));
}

function readSheet({ name, rows, cells, merges = [] }: Sheet): ReadSheet {
  const merged = new Set(merges.flatMap(placesIn));
  return {
    name,
    rows: rows.map((row, rowIndex) =>
      row.map((value, columnIndex) => {
        const place = `${rowIndex},${columnIndex}`;
        return readCell(value, cells?.get(place), merged.has(place));
      }),
    ),
  };
}

type Merge = NonNullable<Sheet['merges']>[number];

function placesIn({ startRow, startCol, endRow, endCol }: Merge): string[] {
  const places: string[] = [];
  for (let row = startRow; row <= Math.min(endRow, startRow + MOST_ROWS); row += 1)
    for (let column = startCol; column <= Math.min(endCol, MOST_COLUMNS); column += 1) places.push(`${row},${column}`);
  return places;
}

function readCell(value: CellValue, cell: Cell | undefined, isMerged: boolean): SheetCell {
  const text = textOf(value);
  if (cell?.formula !== undefined || cell?.type === 'formula') return { text, fault: 'formula' };
  if (cell?.type === 'error') return { text, fault: 'error' };
  return isMerged ? { text, fault: 'merged' } : { text };
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}
