/** Bytes that stand in the text of a request as they are, because no value could be written so. */
export class AsItIs {
  readonly bytes: Buffer;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
}

/** One way of filling a field that no form would (坏输入), and what it is called in a report. */
export type BadValue = {
  readonly name: string;
  readonly value: unknown;
  /** How it stands in an address, when that is not its text. */
  readonly inAddress?: string;
};

/** A value as it is written in an address or a form. */
export const writeText = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

const inside = (levels: number) => new AsItIs(Buffer.from(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`));

/** Stands in what is private: neither a log nor a fault may say it. */
export const marked = 'linli-mark-13977776661-薛拾柒';

/** What every field is tried with; `undefined` leaves it out. */
export const badValues: readonly BadValue[] = [
  { name: 'missing', value: undefined },
  { name: 'null', value: null },
  { name: 'a number', value: 12 },
  { name: 'a negative number', value: -1 },
  { name: 'a fraction', value: 0.5 },
  { name: 'a number out of range', value: 1e300 },
  { name: 'a number past 2^53', value: new AsItIs(Buffer.from('9007199254740993')), inAddress: '9007199254740993' },
  { name: 'no number', value: 'NaN' },
  { name: 'true', value: true },
  { name: 'a list', value: ['x'] },
  { name: 'a long list', value: Array.from({ length: 2_000 }, () => 'x') },
  { name: 'a list of lists', value: [[[]]] },
  { name: 'an object', value: { x: 1 } },
  { name: 'an object with a prototype', value: JSON.parse('{"__proto__":{"admin":true},"constructor":1}') },
  { name: 'a deep object', value: inside(20_000) },
  { name: 'nothing written', value: '' },
  { name: 'blanks', value: ' \t\n\u3000' },
  { name: 'a null byte', value: 'a\u0000b' },
  { name: 'broken UTF-8', value: new AsItIs(Buffer.from([0x22, 0xff, 0xc0, 0x80, 0x22])), inAddress: '%ff%c0%80' },
  { name: 'a broken escape', value: '\\u12', inAddress: '%zz%' },
  { name: 'half a character', value: '\ud83d' },
  { name: 'a direction mark', value: '\u202Eabc' },
  { name: 'too long', value: '长'.repeat(20_000) },
  { name: 'SQL', value: `'; drop table matters.matters; --` },
  { name: 'SQL for a number', value: '1 or 1=1' },
  { name: 'a pattern', value: '%_\\%' },
  { name: 'HTML', value: '"><script>attack(1)</script>' },
  { name: 'a formula', value: '=HYPERLINK("http://x.invalid","y")' },
  { name: 'a path', value: '../../../../etc/passwd' },
  { name: 'a path with a null byte', value: '..\\..\\etc/passwd\u0000.jpg' },
  { name: 'a date that does not exist', value: '2026-02-30' },
  { name: 'a month that does not exist', value: '2026-13' },
  { name: 'an instant far away', value: '+275760-09-13T00:00:00.001Z' },
  { name: 'an instant before all', value: '-271821-04-20T00:00:00.000Z' },
  { name: 'an id of nothing', value: '00000000-0000-4000-8000-000000000000' },
  { name: 'header lines', value: 'x\r\nSet-Cookie: attack=1\r\nX-Attack: 1' },
  { name: 'something private', value: marked },
  { name: 'another address', value: '//attack.invalid/' },
];

const json = 'application/json';
const manyTimes = (text: string, many: number) => Buffer.from(`[${`${text},`.repeat(many)}${text}]`);

/** Whole bodies that are no form at all. */
export const badBodies: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer }[] = [
  { name: 'nothing', type: json, bytes: Buffer.alloc(0) },
  { name: 'half of a JSON text', type: json, bytes: Buffer.from('{"a": [1, 2') },
  { name: 'a JSON text that is no object', type: json, bytes: Buffer.from('"x"') },
  { name: 'a list', type: json, bytes: Buffer.from('[]') },
  { name: 'broken UTF-8', type: json, bytes: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
  { name: 'another encoding', type: 'application/json; charset=utf-16', bytes: Buffer.from('{"a":1}', 'utf16le') },
  { name: 'a deep JSON text', type: json, bytes: Buffer.from('['.repeat(50_000) + ']'.repeat(50_000)) },
  { name: 'a list of a million', type: json, bytes: manyTimes('1', 1_000_000) },
  { name: 'a list that just fits', type: json, bytes: manyTimes('1', 500_000) },
  {
    name: 'XML with entities',
    type: 'application/xml',
    bytes: Buffer.from('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
  },
  { name: 'a form', type: 'application/x-www-form-urlencoded', bytes: Buffer.from('a=1&a[b]=2&__proto__=3') },
  { name: 'text', type: 'text/plain', bytes: Buffer.from('{"a":1}') },
  { name: 'a form with files that has no end', type: 'multipart/form-data; boundary=x', bytes: Buffer.from('--x\r\n') },
  { name: 'a type of nothing', type: 'application/x-nothing', bytes: Buffer.from('x') },
  { name: 'two megabytes', type: json, bytes: Buffer.from(JSON.stringify({ x: 'y'.repeat(2_097_152) })) },
];
