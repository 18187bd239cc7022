import { expect, test } from 'vitest';
import { inReadingOrder } from './in-reading-order.ts';
import type { CellFault } from './read-lists.ts';

const at = (cell: string): CellFault => {
  const [, sheet = '', column = '', row = '1'] = /^(\D+) ([A-Z]*)(\d+)$/.exec(cell) ?? [];
  return { sheet, row: Number(row), column, heading: null, code: 'day', details: {}, drawer: 'bodies' };
};

test('names what is wrong sheet by sheet, row by row, and AA after Z', () => {
  const faults = ['人员 B2', '机构 AA3', '机构 Z3', '机构 C2'].map(at);
  const read = inReadingOrder(faults, ['机构', '人员']).map(({ sheet, column, row }) => `${sheet} ${column}${row}`);
  expect(read).toEqual(['机构 C2', '机构 Z3', '机构 AA3', '人员 B2']);
});
