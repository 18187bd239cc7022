import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { sayRefusal } from '../i18n/words.ts';
import { readRows } from './read-rows.ts';
import { columnName } from './sheet.ts';
import { writeRows } from './write-rows.ts';

const texts = async (bytes: Buffer) => {
  const read = await readRows(bytes);
  if (!read.ok) throw new Error(read.code);
  return read.value.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(({ text }) => text)) }));
};
const sheet = async (more: Partial<Parameters<typeof writeXlsx>[0]['sheets'][number]>) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: '表', rows: [['甲', '乙']], ...more }] }));

/** A package with one entry whose stated size is a lie. */
function packageOf(name: string, content: Buffer, statedSize = content.length): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30 + name.length);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(statedSize, 22);
  head.writeUInt16LE(name.length, 26);
  head.write(name, 30);
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(statedSize, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.write(name, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(head.length + packed.length, 16);
  return Buffer.concat([head, packed, entry, end]);
}

describe('workbooks (工作簿)', () => {
  test('come back as they were written; what looks like a formula stays text', async () => {
    const rows = [
      ['=1+1', '+86', '-2', '@mail'],
      ['000123', ' 空 格 ', '', '行一\n行二'],
    ];
    const bytes = await writeRows([{ name: '区划', headings: ['一', '二', '三', '四'], widths: [10], rows }]);
    expect(await texts(bytes)).toEqual([{ name: '区划', rows: [['一', '二', '三', '四'], ...rows] }]);
    const read = await readRows(bytes);
    expect(read.ok && read.value[0]?.rows.flat().filter(({ fault }) => fault)).toEqual([]);
  });

  test('give numbers, long codes, days and yes or no as text', async () => {
    const rows = [[990_199_001_001_001, 3.5, new Date('2026-01-31T00:00:00Z'), true]];
    expect((await texts(await sheet({ rows })))[0]?.rows).toEqual([['990199001001001', '3.5', '2026-01-31', '是']]);
  });

  test('point at formulas and merged cells', async () => {
    const bytes = await sheet({
      rows: [
        ['甲', '乙'],
        ['丙', null],
        ['丁', 3],
      ],
      merges: [{ startRow: 1, startCol: 0, endRow: 1, endCol: 1 }],
      cells: new Map([['2,1', { formula: 'A1&"x"', formulaResult: '甲x' }]]),
    });
    const read = await readRows(bytes);
    if (!read.ok) throw new Error(read.code);
    expect(read.value[0]?.rows[1]?.map(({ fault }) => fault)).toEqual(['merged', 'merged']);
    expect(read.value[0]?.rows[2]?.[1]).toMatchObject({ fault: 'formula' });
  });

  test.each([
    ['an old .xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'workbook.old_format'],
    ['a picture', Buffer.alloc(400, 7), 'workbook.not_a_workbook'],
    ['nothing', Buffer.alloc(0), 'workbook.not_a_workbook'],
    ['a ZIP of something else', packageOf('a.txt', Buffer.from('hello')), 'workbook.not_a_workbook'],
    ['a bomb', packageOf('xl/workbook.xml', Buffer.alloc(300 * 1_048_576)), 'workbook.too_large'],
    [
      'a bomb that says it is small',
      packageOf('xl/workbook.xml', Buffer.alloc(90 * 1_048_576), 12),
      'workbook.too_large',
    ],
    ['a package cut off', packageOf('xl/workbook.xml', Buffer.alloc(99)).subarray(20), 'workbook.not_a_workbook'],
  ])('refuse %s in words', async (_, bytes, code) => {
    const read = await readRows(bytes);
    expect(read).toMatchObject({ ok: false, code });
    expect(sayRefusal({ code }).zh.length).toBeGreaterThan(10);
  });

  test('refuse a hundred thousand rows in words', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => [String(index), '某某社区']);
    expect(await readRows(await sheet({ rows }))).toMatchObject({
      code: 'workbook.too_many_rows',
      details: { sheet: '表', most: 20_000 },
    });
  });

  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('name column %i %s', (index, name) => expect(columnName(index)).toBe(name));
});
