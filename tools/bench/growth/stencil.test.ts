import { expect, test } from 'vitest';
import { OWN, type SourceMatter } from './source-matters.ts';
import { cutStencil, printSheet } from './stencil.ts';

const id = '01900000-0000-7000-8000-00000000000a';
const body = '01900000-0000-7000-8000-00000000006b';
const source: SourceMatter = {
  id,
  number: '2611-00421-9',
  openedOn: '2026-11-02',
  openedAtMs: Date.parse('2026-11-02T02:00:00Z'),
  isOpen: false,
  community: '990102001001',
  place: '3号楼 门口',
  rows: [
    [`990102\t${id}\t2611-00421-9\t2026-11-02 02:00:00+00\t${body}\t990102001001003\t3号楼 门口\t3号楼门口\n`],
    [`990102\t${OWN}\t${id}\n`],
  ],
};
let count = 0;
function printed(sheet: Parameters<typeof printSheet>[0] | undefined, print: Parameters<typeof printSheet>[1]): string {
  let text = '';
  const sink = {
    bytes: (bytes: Buffer) => void (text += bytes.toString()),
    signs: (signs: string) => void (text += signs),
  };
  if (sheet) printSheet(sheet, print, sink);
  return text;
}
const print = { id: 'NEW', number: 'NUMBER', shiftDays: -365, nextId: () => `own${++count}`, door: '-7' };

test('a copy has another id, number, own ids, days and door, and all else as it was', () => {
  const { sheets } = cutStencil(source);
  expect(sheets.slice(0, 2).map((sheet) => printed(sheet, print))).toEqual([
    `990102\tNEW\tNUMBER\t2025-11-02 02:00:00+00\t${body}\t990102001001003\t3号楼 门口-7\t3号楼门口-7\n`,
    '990102\town1\tNEW\n',
  ]);
});

test('a copy for another district has its bodies and areas too', () => {
  const [sheet] = cutStencil(source, 990102).sheets;
  const elsewhere = (name: string) => `<${name.slice(-6)}>`;
  expect(printed(sheet, { ...print, elsewhere })).toBe(
    '<990102>\tNEW\tNUMBER\t2025-11-02 02:00:00+00\t<00006b>\t<001003>\t3号楼 门口-7\t3号楼门口-7\n',
  );
});
