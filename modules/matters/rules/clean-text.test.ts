import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, shortenToTitle } from './clean-text.ts';
import { processorMs } from '../../../tests/support/processor-ms.ts';

test.each([
  ['marks that turn the reading direction', '路灯\u202E坏了\u202C', '路灯坏了'],
  ['isolates and other direction marks', '\u2066门\u2069\u200F口\u061C', '门口'],
  ['signs without width', '积\u200B水\uFEFF严\u2060重', '积水严重'],
  ['NUL and other control signs', '漏\u0000水\u0007\u001B[31m\u009F', '漏水[31m'],
  ['a lone half of a pair', '井盖\uD83D丢了', '井盖\uFFFD丢了'],
  ['line breaks of three kinds', '一\r\n二\r三\n四', '一\n二\n三\n四'],
  ['tabs', '3\t号楼', '3 号楼'],
  ['more than one empty line', '一\n\n\n\n二', '一\n\n二'],
  ['empty lines with spaces in them', '一\n \n\u3000\n\n二', '一\n\n二'],
  ['space at both ends', ' \u3000\n 灯 坏 \n\n', '灯 坏'],
  ['empty lines that only a removed sign divided', '一\n\u200B\n\u200B\n二', '一\n\n二'],
])('cleans %s', (_, typed, clean) => {
  expect(cleanText(typed)).toBe(clean);
});

test.each([
  ['a family joined of three people', '👨‍👩‍👧'],
  ['a skin colour', '👍🏽'],
  ['a heart with its variation sign', '❤️'],
  ['a flag', '🇨🇳'],
  ['Uyghur', 'سالام، قوشنام'],
  ['Tibetan', 'བཀྲ་ཤིས་བདེ་ལེགས།'],
  ['Mongolian', 'ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ'],
  ['Persian with its joining sign', 'می‌خواهم'],
  ['a rare character outside the basic plane', '𠮷野家'],
  ['brackets, quotes and code', "<b>“3号”</b> & 'x'"],
])('keeps %s', (_, typed) => {
  expect(cleanText(typed)).toBe(typed);
});

test('cleans what is clean no further, and leaves nothing unwanted', () => {
  const sign = fc.oneof(
    fc.constantFrom('\n', '\r', '\n', ' ', '\t', '\u3000', '水'),
    fc.constantFrom('\u202E', '\u200B', '\0', '\uD83D', '\uDE00', '\uFEFF'),
    fc.nat(0xffff).map((code) => String.fromCharCode(code)),
  );
  const typed = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(typed, (text) => {
      const clean = cleanText(text);
      expect(cleanText(clean)).toBe(clean);
      expect(clean.isWellFormed()).toBe(true);
      expect(clean).not.toMatch(/[\0\r\t\u200B\u202A-\u202E\u2066-\u2069]|\n\s*\n\s*\n|^\s|\s$/);
    }),
    { numRuns: 2000 },
  );
});

test('cleans a long run of spaces and empty lines without taking long', async () => {
  const long = `${' '.repeat(300_000)}x${'\n '.repeat(300_000)}x`;
  expect(await processorMs(() => cleanText(long))).toBeLessThan(500);
});

test.each([
  ['灯坏了', '灯坏了'],
  ['一'.repeat(40), '一'.repeat(40)],
  ['一'.repeat(41), `${'一'.repeat(39)}…`],
  ['第一行\n第二行', '第一行 第二行'],
  ['🌊'.repeat(50), `${'🌊'.repeat(39)}…`],
])('shortens %s to a title of one line', (text, title) => {
  expect(shortenToTitle(text)).toBe(title);
});
