import { writeXlsx } from 'hucre/xlsx';
import type { WrittenSheet } from './sheet.ts';

/** Writes a workbook (.xlsx) in which every cell is text: codes keep their zeros, and "=1+1" stays a word. */
export async function writeRows(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name, headings, widths, rows }) => ({
      name,
      columns: headings.map((_, index) => ({ width: widths[index] ?? 16, numFmt: '@' })),
      rows: [[...headings], ...rows.map((row) => row.map((text) => (text === '' ? null : text)))],
      freezePane: { rows: 1 },
    })),
  });
  return Buffer.from(bytes);
}
