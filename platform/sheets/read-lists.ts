import { columnName, type ReadSheet, type SheetCell } from './sheet.ts';

export type ColumnForm = {
  readonly key: string;
  /** Its heading in the form (表头). */
  readonly zh: string;
  /** What offices also write there, and the English heading. */
  readonly aliases: readonly string[];
  readonly needed?: true;
  readonly width: number;
};
export type SheetForm = {
  readonly zh: string;
  readonly aliases: readonly string[];
  readonly columns: readonly ColumnForm[];
};

/** What is wrong in one cell, row or sheet, by row and column as Excel shows them; its sentence stands in `drawer`. */
export type CellFault = {
  readonly sheet: string;
  readonly row: number | null;
  /** Letter, such as C. */
  readonly column: string | null;
  readonly heading: string | null;
  readonly drawer: string;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
};

/** One row of a list, its cells by the key of their column, and a way to say what is wrong in one. */
export type ListRow = {
  readonly row: number;
  readonly text: (key: string) => string;
  readonly fault: (key: string, code: string, details?: CellFault['details']) => CellFault;
};
export type ListsReading<Kind extends string> = {
  readonly lists: Readonly<Partial<Record<Kind, readonly ListRow[]>>>;
  readonly faults: readonly CellFault[];
  /** Sheets and columns that the form does not know; they are not read. */
  readonly ignored: readonly Ignored[];
};

const LONGEST_CELL = 500;
const HEADINGS_WITHIN_ROWS = 10;

/** Spaces, full-width letters, stars and remarks in brackets do not make another heading. */
const foldHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\(.*?\)|\[.*?\]/g, '')
    .replaceAll(/[\s*:：]/g, '')
    .toLowerCase();

const isCalled = (form: { readonly zh: string; readonly aliases: readonly string[] }, text: string): boolean =>
  [form.zh, ...form.aliases].some((name) => foldHeading(name) === foldHeading(text));

/** A sheet of this name explains the others and is no list. */
export const guideSheet = '填写说明';

/**
 * Reads the sheets of a workbook into lists by their forms, forgiving about spaces, full-width characters, title rows above
 * the headings and the order of columns.
 *
 * Faults: `workbook_no_sheets`, `sheet_twice`, `sheet_no_headings`, `column_missing`, `column_twice`, `cell_formula`,
 * `cell_error`, `cell_merged`, `cell_needed`, `cell_too_long`.
 *
 * @param drawer the words in which the faults that the caller finds in a row are said
 */
export function readLists<Kind extends string>(
  sheets: readonly ReadSheet[],
  forms: Readonly<Record<Kind, SheetForm>>,
  drawer: string,
): ListsReading<Kind> {
  const kinds = Object.keys(forms) as Kind[];
  const faults: CellFault[] = [];
  const ignored: Ignored[] = [];
  const lists: Partial<Record<Kind, readonly ListRow[]>> = {};
  for (const sheet of sheets) {
    const kind = kinds.find((one) => isCalled(forms[one], sheet.name));
    if (!kind) {
      if (sheet.name !== guideSheet) ignored.push({ sheet: sheet.name, heading: null });
    } else if (lists[kind]) faults.push(faultAt(sheet.name, 'sheet_twice'));
    else lists[kind] = readList(sheet, forms[kind].columns, drawer, faults, ignored);
  }
  if (Object.keys(lists).length === 0) {
    const names = kinds.map((kind) => forms[kind].zh).join('、');
    faults.push(faultAt(sheets[0]?.name ?? '', 'workbook_no_sheets', { names }));
  }
  return { lists, faults, ignored };
}

type Ignored = { readonly sheet: string; readonly heading: string | null };

const faultAt = (sheet: string, code: string, details: CellFault['details'] = {}): CellFault => ({
  sheet,
  row: null,
  column: null,
  heading: null,
  drawer: 'sheets',
  code,
  details,
});

function readList(
  { name, rows }: ReadSheet,
  columns: readonly ColumnForm[],
  drawer: string,
  faults: CellFault[],
  ignored: Ignored[],
): ListRow[] {
  const headingRow = findHeadingRow(rows, columns);
  if (headingRow < 0) {
    const headings = columns.filter(({ needed }) => needed).map(({ zh }) => zh);
    faults.push(faultAt(name, 'sheet_no_headings', { headings: headings.join('、') }));
    return [];
  }
  const places = new Map<string, number>();
  rows[headingRow]?.forEach(({ text }, index) => {
    if (text.trim() === '') return;
    const column = columns.find((one) => isCalled(one, text));
    if (!column) ignored.push({ sheet: name, heading: text.trim() });
    else if (places.has(column.key))
      faults.push({
        ...faultAt(name, 'column_twice'),
        row: headingRow + 1,
        column: columnName(index),
        heading: column.zh,
      });
    else places.set(column.key, index);
  });
  const missing = columns.filter(({ key, needed }) => needed && !places.has(key));
  for (const { zh } of missing)
    faults.push({ ...faultAt(name, 'column_missing', { heading: zh }), row: headingRow + 1, heading: zh });
  if (missing.length > 0) return [];
  return readBody({ sheet: name, rows, headingRow, columns, places, drawer }, faults);
}

type Body = {
  readonly sheet: string;
  readonly rows: ReadSheet['rows'];
  readonly headingRow: number;
  readonly columns: readonly ColumnForm[];
  readonly places: ReadonlyMap<string, number>;
  readonly drawer: string;
};

function readBody({ sheet, rows, headingRow, columns, places, drawer }: Body, faults: CellFault[]): ListRow[] {
  const list: ListRow[] = [];
  const zhOf = new Map(columns.map(({ key, zh }) => [key, zh]));
  for (let index = headingRow + 1; index < rows.length; index += 1) {
    const cells = rows[index] ?? [];
    const used = [...places.values()].map((place) => cells[place]);
    if (used.every((cell) => !cell || (cell.text.trim() === '' && cell.fault !== 'formula'))) continue;
    const fault: ListRow['fault'] = (key, code, details = {}) => ({
      sheet,
      row: index + 1,
      column: places.has(key) ? columnName(places.get(key) ?? 0) : null,
      heading: zhOf.get(key) ?? null,
      drawer,
      code,
      details,
    });
    const text = (key: string): string => cleanCell(cells[places.get(key) ?? -1]?.text ?? '');
    for (const { key, needed } of columns) {
      const cell = cells[places.get(key) ?? -1];
      if (cell?.fault) faults.push({ ...fault(key, `cell_${cell.fault}`), drawer: 'sheets' });
      else if (needed && text(key) === '') faults.push({ ...fault(key, 'cell_needed'), drawer: 'sheets' });
      else if (text(key).length > LONGEST_CELL)
        faults.push({ ...fault(key, 'cell_too_long', { most: LONGEST_CELL }), drawer: 'sheets' });
    }
    list.push({ row: index + 1, text, fault });
  }
  return list;
}

/** The row among the first ten in which most needed headings stand; at least two of them. */
function findHeadingRow(rows: readonly (readonly SheetCell[])[], columns: readonly ColumnForm[]): number {
  const score = (row: readonly SheetCell[]) =>
    columns.filter((column) => row.some(({ text }) => text.trim() !== '' && isCalled(column, text))).length;
  let best = { at: -1, score: 1 };
  rows.slice(0, HEADINGS_WITHIN_ROWS).forEach((row, at) => {
    if (score(row) > best.score) best = { at, score: score(row) };
  });
  return best.at;
}

/** Without characters that cannot be seen, and with single blanks. */
const cleanCell = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
    .replaceAll(/[ \t\u00A0\u3000]+/g, ' ')
    .trim();
