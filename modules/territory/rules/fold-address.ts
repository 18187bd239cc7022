const unwanted = /[\s\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const dashes = /[‐‑‒–—―−﹣－ー_~～]/gu;
const digitOf: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from('零一二三四五六七八九', (character, digit) => [character, digit]),
);
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100 };

/** Writes an address as texts are compared (地址归一): half width, small letters, no spaces or control characters, one dash. */
export const foldAddress = (text: string): string =>
  text.normalize('NFKC').toWellFormed().replace(unwanted, '').replace(dashes, '-').toLowerCase();

/**
 * Reads a number as addresses write it: 3, 03, 三, 十二, 一百零五, 四零一, 二〇一, 两, b, 12b; gives it in digits.
 *
 * @returns undefined for what is no number
 */
export function readNumber(text: string): string | undefined {
  if (/^[a-z]?\d{1,6}[a-z]?$|^[a-z]$|^[甲乙丙丁戊]$/.test(text)) return text.replace(/^([a-z]?)0+(?=\d)/, '$1');
  const numeral = text.replaceAll(/[〇○]/g, '零').replaceAll('两', '二');
  if (!/^[零一二三四五六七八九十百]{1,7}$/.test(numeral)) return undefined;
  if (!/[十百]/.test(numeral))
    return [...numeral]
      .map((one) => digitOf[one])
      .join('')
      .replace(/^0+(?=\d)/, '');
  return readTens(numeral);
}

/** 十二 is 12, 二十 is 20, 一百零五 is 105. */
function readTens(numeral: string): string | undefined {
  let total = 0;
  let digit: number | null = null;
  for (const character of numeral) {
    const unit = tens[character];
    if (unit === undefined) {
      digit = digitOf[character] as number;
      continue;
    }
    if (total > 0 && unit >= 100) return undefined;
    total += (digit ?? 1) * unit;
    digit = null;
  }
  return String(total + (digit ?? 0));
}
