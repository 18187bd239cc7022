import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { writeXlsxStream } from 'hucre/xlsx';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type StreamedSheet = {
  readonly name: string;
  /** Lines above the headings: what the sheet shows, who took it out and when. */
  readonly head: readonly (readonly string[])[];
  readonly headings: readonly string[];
  readonly widths: readonly number[];
  readonly rows: AsyncIterable<readonly string[]>;
};

/**
 * Writes a workbook (.xlsx) row by row while it is being read, so that its length costs no memory. Every cell is text, in a
 * column of text: "=1+1" is never a formula, neither when the file is opened nor when somebody edits the cell.
 */
export function streamRows({ name, head, headings, widths, rows }: StreamedSheet): Readable {
  async function* all() {
    for (const line of head) yield cells(line);
    yield [];
    yield [...headings];
    for await (const row of rows) yield cells(row);
  }
  const columns = headings.map((_, at) => ({ width: widths[at] ?? 16, numFmt: '@' }));
  const stream = writeXlsxStream(all(), { name, columns, freezePane: { rows: head.length + 2 } });
  return Readable.fromWeb(stream as NodeReadableStream<Uint8Array>);
}

const cells = (row: readonly string[]) => row.map((text) => (text === '' ? null : text));
