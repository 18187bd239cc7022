import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

export type BadFile = {
  readonly name: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  /** Harmless when what is bad in it is left unread. */
  readonly mayBeRead?: true;
};

const number32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([number32(data.length), named, number32(crc32(named))]);
}

/** A picture in black of one bit a point, which is small on the way and large when it is opened. */
function pngOf(width: number, height: number, beside: readonly Buffer[] = []): Buffer {
  const head = Buffer.concat([number32(width), number32(height), Buffer.from([1, 0, 0, 0, 0])]);
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  const parts = [chunk('IHDR', head), ...beside, chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

/** A zip file of these entries; `says` is the size that its list gives, which may be a lie. */
function zipOf(entries: readonly { readonly name: string; readonly data: Buffer; readonly says?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, data, says = data.length } of entries) {
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    list.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, rest, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('504b0506', 0, 'hex');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const part = (name: string, text: string) => ({ name, data: Buffer.from(text) });
const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">${'bcdefgh'
  .split('')
  .map((name, n) => `<!ENTITY ${name} "${`&${'abcdefg'[n]};`.repeat(20)}">`)
  .join('')}<!ENTITY f1 SYSTEM "file:///etc/passwd">]>`;
const workbook = part(
  'xl/workbook.xml',
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
);
const kinds = part(
  '[Content_Types].xml',
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
);
const links = part(
  'xl/_rels/workbook.xml.rels',
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
);
const sheet = (text: string) => part('xl/worksheets/sheet1.xml', text);
const cell = (text: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`;
const book = (...more: readonly { readonly name: string; readonly data: Buffer; readonly says?: number }[]) =>
  zipOf([kinds, workbook, links, ...more]);

/**
 * Files that are not what they seem (炸弹文件): pictures and workbooks that are small on the way and huge when they are
 * opened, that call for other files, or whose names lead elsewhere.
 *
 * @param scale how many times the limits of the server the bombs go
 */
export function makeBadFiles(scale: number): readonly BadFile[] {
  const huge = { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(scale * 45_000_000, 32) };
  return [
    { name: 'a picture of too many points', fileName: 'a.png', bytes: pngOf(scale * 8_000, scale * 8_000) },
    {
      mayBeRead: true,
      name: 'a picture with a text that unpacks hugely',
      fileName: 'a.png',
      bytes: pngOf(8, 8, [
        chunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(scale * 30_000_000))])),
      ]),
    },
    {
      name: 'a picture that says it is enormous',
      fileName: 'a.gif',
      bytes: Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(4, 255), Buffer.alloc(40)]),
    },
    {
      name: 'a drawing with entities and a file of the server',
      fileName: 'a.jpg',
      bytes: Buffer.from(
        `<?xml version="1.0"?>${laughs}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><text>&h;&f1;</text><image xlink:href="file:///etc/passwd"/></svg>`,
      ),
    },
    {
      name: 'half of a picture',
      fileName: 'a.jpg',
      bytes: Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    },
    { name: 'an empty file', fileName: 'a.jpg', bytes: Buffer.alloc(0) },
    {
      name: 'a workbook that unpacks hugely',
      fileName: 'a.xlsx',
      bytes: book(huge),
    },
    {
      name: 'a workbook that says it is small',
      fileName: 'a.xlsx',
      bytes: book({ ...huge, says: 100 }),
    },
    {
      name: 'a workbook of a thousand parts',
      fileName: 'a.xlsx',
      bytes: book(...Array.from({ length: 1_000 }, (_, n) => part(`xl/a${n}.xml`, ''))),
    },
    {
      mayBeRead: true,
      name: 'a workbook with entities',
      fileName: 'a.xlsx',
      bytes: book(sheet(`<?xml version="1.0"?>${laughs}${cell('&h;&f1;')}`)),
    },
    {
      mayBeRead: true,
      name: 'a workbook with a formula',
      fileName: 'a.xlsx',
      bytes: book(sheet(cell('=HYPERLINK("http://x.invalid")'))),
    },
    {
      mayBeRead: true,
      name: 'a workbook whose parts lead elsewhere',
      fileName: 'a.xlsx',
      bytes: book(sheet(cell('x')), part('../../../../tmp/linli-attack', 'x'), part('/tmp/linli-attack', 'x')),
    },
    { name: 'a zip file that ends too early', fileName: 'a.xlsx', bytes: book(sheet(cell('x'))).subarray(0, 700) },
  ];
}

/** Names of files that lead elsewhere, or end the header they stand in. */
export const badFileNames: readonly string[] = [
  '../../../../tmp/linli-attack.png',
  '/tmp/linli-attack.png',
  '..\\..\\linli-attack.png',
  'a\u0000.png',
  'CON',
  `${'长'.repeat(5_000)}.png`,
  'a.png"; name="other',
  '=1+1.xlsx',
  '<script>attack(1)</script>.png',
];

/** A picture that is one. */
export const smallPicture: Buffer = pngOf(8, 8);
