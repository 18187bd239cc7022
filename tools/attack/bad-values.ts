/** One way of filling a field that no form would (坏输入), and what it is called in a report. */
export type BadValue = { readonly name: string; readonly value: unknown };

const deep = (levels: number): unknown => {
  let inner: unknown = 'x';
  for (let i = 0; i < levels; i += 1) inner = { inner };
  return inner;
};

/** What every field is tried with; `undefined` leaves it out. */
export const badValues: readonly BadValue[] = [
  { name: 'missing', value: undefined },
  { name: 'null', value: null },
  { name: 'a number', value: 12 },
  { name: 'a negative number', value: -1 },
  { name: 'a fraction', value: 0.5 },
  { name: 'a number out of range', value: 1e300 },
  { name: 'true', value: true },
  { name: 'a list', value: ['x'] },
  { name: 'a long list', value: Array.from({ length: 2_000 }, () => 'x') },
  { name: 'an object', value: { x: 1 } },
  { name: 'an object with a prototype', value: JSON.parse('{"__proto__":{"admin":true},"constructor":1}') },
  { name: 'a deep object', value: deep(500) },
  { name: 'nothing written', value: '' },
  { name: 'blanks', value: ' \t\n\u3000' },
  { name: 'a null byte', value: 'a\u0000b' },
  { name: 'half a character', value: '\ud83d' },
  { name: 'a direction mark', value: '\u202Eabc' },
  { name: 'too long', value: '长'.repeat(20_000) },
  { name: 'SQL', value: `'; drop table matters.matters; --` },
  { name: 'a pattern', value: '%_\\%' },
  { name: 'HTML', value: '<script>alert(1)</script>' },
  { name: 'a formula', value: '=HYPERLINK("http://x","y")' },
  { name: 'a path', value: '../../../../etc/passwd' },
  { name: 'a date that does not exist', value: '2026-02-30' },
  { name: 'an instant far away', value: '+275760-09-13T00:00:00.001Z' },
  { name: 'an id of nothing', value: '00000000-0000-4000-8000-000000000000' },
  { name: 'header lines', value: 'x\r\nSet-Cookie: y=z' },
];

/** Whole bodies that are no form at all. */
export const badBodies: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer }[] = [
  { name: 'nothing', type: 'application/json', bytes: Buffer.alloc(0) },
  { name: 'half of a JSON text', type: 'application/json', bytes: Buffer.from('{"a": [1, 2') },
  { name: 'a JSON text that is no object', type: 'application/json', bytes: Buffer.from('"x"') },
  {
    name: 'broken UTF-8',
    type: 'application/json',
    bytes: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  },
  { name: 'a deep JSON text', type: 'application/json', bytes: Buffer.from('['.repeat(50_000) + ']'.repeat(50_000)) },
  {
    name: 'XML with entities',
    type: 'application/xml',
    bytes: Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
  },
  { name: 'a type of nothing', type: 'application/x-nothing', bytes: Buffer.from('x') },
  { name: 'two megabytes', type: 'application/json', bytes: Buffer.from(JSON.stringify({ x: 'y'.repeat(2_097_152) })) },
];
