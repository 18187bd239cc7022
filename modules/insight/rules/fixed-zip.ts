const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
/** 1 January 1980, 00:00, in the form of MS-DOS: the first instant that a zip file can say. */
const TIME = 0;
const DATE = 0x21;

/**
 * Sets the time of every entry of a zip file (压缩包时间) to the same instant, in place, so that what is packed twice is equal byte
 * for byte.
 *
 * @throws when it is no zip file that one piece describes
 */
export function fixZipTimes(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_BYTES > bytes.length || bytes.readUInt32LE(end) !== END) throw new Error('not a zip file');
  const entries = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < entries; i += 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new Error('the list of the zip file is broken');
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== LOCAL) throw new Error('an entry of the zip file is broken');
    bytes.writeUInt16LE(TIME, at + 12);
    bytes.writeUInt16LE(DATE, at + 14);
    bytes.writeUInt16LE(TIME, local + 10);
    bytes.writeUInt16LE(DATE, local + 12);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
