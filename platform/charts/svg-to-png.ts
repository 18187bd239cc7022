import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

export const drawingFont = 'Noto Sans SC';
let isFontKnown = false;

/** Turns a drawing (图) into PNG with the Chinese font that comes with us, so that it is the same on every machine. */
export async function svgToPng(svg: string, width: number): Promise<Buffer> {
  if (!isFontKnown) tellFont();
  const density = 72 * Math.max(1, width / Number(/\bwidth="(\d+)"/.exec(svg)?.[1] ?? width));
  return sharp(Buffer.from(svg), { density }).resize({ width }).png({ compressionLevel: 9 }).toBuffer();
}

/** The drawing library looks for fonts once, where this file says; a machine without any fonts would draw boxes. */
function tellFont(): void {
  const fonts = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  );
  const folder = mkdtempSync(join(tmpdir(), 'linli-fonts-'));
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  );
  process.env['FONTCONFIG_FILE'] = file;
  isFontKnown = true;
}
