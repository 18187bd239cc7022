import { inflateRawSync } from 'node:zlib';
import { done, refuse, type Result } from '../result.ts';

export type PackageRefusal =
  | 'workbook.old_format'
  | 'workbook.not_a_workbook'
  | 'workbook.encrypted'
  | 'workbook.too_large';

const MOST_BYTES_UNPACKED = 40 * 1_048_576;
const MOST_ENTRIES = 500;
const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const centralEnd = 0x06054b50;
const centralEntry = 0x02014b50;

/**
 * Says whether bytes are an .xlsx package that may be opened, before any parser sees it.
 *
 * Every entry is really unpacked against one common budget (40 MB), because sizes that a package states may be false.
 *
 * @returns done, or a refusal: `workbook.old_format` (.xls, or an .xlsx behind a password, which has the same outside:
 *   `workbook.encrypted`), `workbook.not_a_workbook`, `workbook.too_large`
 */
export function checkPackage(bytes: Buffer): Result<undefined, PackageRefusal> {
  if (bytes.subarray(0, 8).equals(oldOffice))
    return refuse(
      bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'workbook.encrypted' : 'workbook.old_format',
    );
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (bytes.readUInt32LE(0) !== 0x04034b50 || end < 0 || end + 22 > bytes.length)
    return refuse('workbook.not_a_workbook');
  try {
    return unpackAll(bytes, end);
  } catch {
    return refuse('workbook.not_a_workbook');
  }
}

function unpackAll(bytes: Buffer, end: number): Result<undefined, PackageRefusal> {
  if (bytes.readUInt32LE(end) !== centralEnd) return refuse('workbook.not_a_workbook');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) return refuse('workbook.too_large');
  let at = bytes.readUInt32LE(end + 16);
  let left = MOST_BYTES_UNPACKED;
  let hasWorkbook = false;
  for (let entry = 0; entry < count; entry += 1) {
    if (bytes.readUInt32LE(at) !== centralEntry) return refuse('workbook.not_a_workbook');
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const nameLength = bytes.readUInt16LE(at + 28);
    hasWorkbook ||= bytes.toString('utf8', at + 46, at + 46 + nameLength) === 'xl/workbook.xml';
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const size = unpackedSize(bytes.subarray(start, start + packed), method, left);
    if (size === undefined) return refuse('workbook.too_large');
    left -= size;
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return hasWorkbook ? done(undefined) : refuse('workbook.not_a_workbook');
}

/** How large an entry really is; undefined when it does not fit into what is left of the budget. */
function unpackedSize(packed: Buffer, method: number, left: number): number | undefined {
  if (method === 0) return packed.length <= left ? packed.length : undefined;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) }).length;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}
