import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldAddress, readNumber } from './fold-address.ts';
import { parseAddress } from './parse-address.ts';
import { processorMs } from '../../../tests/support/processor-ms.ts';

const read = (text: string) => {
  const { place, buildings, number, stairwell, floor, room } = parseAddress(text);
  return [place, buildings.join('+'), number, stairwell, floor, room].map((part) => part ?? '').join('|');
};

describe('reading an address (地址解析)', () => {
  test.each([
    ['听雨小区3号楼2单元401室', '听雨小区|3||2|4|401'],
    ['听雨小区3号楼2单元401', '听雨小区|3||2|4|401'],
    ['听雨小区３号楼２单元４０１室', '听雨小区|3||2|4|401'],
    ['听雨小区 三号楼 二单元', '听雨小区|3||2||'],
    ['听雨小区三号楼二单元四零一', '听雨小区|3||2|4|401'],
    ['听雨小区十二号楼', '听雨小区|12||||'],
    ['听雨小区二十号楼一单元', '听雨小区|20||1||'],
    ['听雨小区一百零五栋', '听雨小区|105||||'],
    ['听雨小区两栋', '听雨小区|2||||'],
    ['听雨小区03栋02单元', '听雨小区|3||2||'],
    ['听雨小区3栋', '听雨小区|3||||'],
    ['听雨小区3幢2单元', '听雨小区|3||2||'],
    ['听雨小区A座1203', '听雨小区|a|||12|1203'],
    ['听雨小区Ａ座１２０３室', '听雨小区|a|||12|1203'],
    ['听雨小区12b栋', '听雨小区|12b||||'],
    ['听雨小区甲座', '听雨小区|甲||||'],
    ['听雨小区3-2-401', '听雨小区|3||2|4|401'],
    ['听雨小区3－2－401', '听雨小区|3||2|4|401'],
    ['听雨小区3—2—401室', '听雨小区|3||2|4|401'],
    ['3-2-401', '|3||2|4|401'],
    ['听雨小区3-2', '听雨小区|3||2||'],
    ['听雨小区3-401', '听雨小区|3|||4|401'],
    ['听雨小区a-401', '听雨小区|a|||4|401'],
    ['听雨小区3号楼2-401', '听雨小区|3||2|4|401'],
    ['听雨小区3#2单元401', '听雨小区|3||2|4|401'],
    ['听雨小区3#-2-401', '听雨小区|3||2|4|401'],
    ['听雨小区3＃楼', '听雨小区|3||||'],
    ['听雨小区3号楼2门401', '听雨小区|3||2|4|401'],
    ['听雨小区3号楼401', '听雨小区|3|||4|401'],
    ['听雨小区3号楼401号', '听雨小区|3|||4|401'],
    ['听雨小区3号楼2单元5层502', '听雨小区|3||2|5|502'],
    ['听雨小区3号楼二单元四楼东户', '听雨小区|3||2|4|'],
    ['听雨小区3楼2门', '听雨小区|3||2||'],
    ['听雨小区3楼2单元', '听雨小区|3||2||'],
    ['听雨小区3楼', '听雨小区||||3|'],
    ['听雨小区2单元401', '听雨小区|||2|4|401'],
    ['听雨小区401室', '听雨小区||||4|401'],
    ['清溪街12号', '清溪街||12|||'],
    ['清溪街12号院3栋', '清溪街|3|12|||'],
    ['清溪街12号3号楼2单元', '清溪街|3|12|2||'],
    ['清溪街十二号', '清溪街||12|||'],
    ['清溪街57号附近', '清溪街||57|||'],
    ['听雨小区3号楼和5号楼之间', '听雨小区|3+5||||'],
    ['听雨小区3号楼2单元门口', '听雨小区|3||2||'],
    ['听雨小区3号楼2门口', '听雨小区|3||||'],
    ['听雨小区3号门', '听雨小区|||||'],
    ['五一新村6号楼', '五一新村|6||||'],
    ['云栖苑二期3号楼', '云栖苑二期|3||||'],
    ['听雨小区', '听雨小区|||||'],
    ['听雨小区东门往北300米', '听雨小区东门往北300米|||||'],
    ['听雨小区3号楼前20米处', '听雨小区|3||||'],
    ['2026年听雨小区3号楼', '2026年听雨小区|3||||'],
    ['电话13800138000', '电话13800138000|||||'],
    ['第三网格', '第三网格|||||'],
    ['', '|||||'],
    ['   ', '|||||'],
    ['3', '3|||||'],
    ['听雨小区\u202E3号\u0000楼\n2单元', '听雨小区|3||2||'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('what is written from parts is read back as those parts', () => {
    const numeral = fc.integer({ min: 1, max: 199 });
    const written = fc.record({
      place: fc.constantFrom('听雨小区', '五一新村', '云栖苑二期', '大樟树巷'),
      building: numeral,
      stairwell: fc.integer({ min: 1, max: 20 }),
      floor: fc.integer({ min: 1, max: 33 }),
      flat: fc.integer({ min: 1, max: 9 }),
      form: fc.constantFrom('words', 'dashes', 'hash', 'numerals', 'fullWidth'),
    });
    fc.assert(
      fc.property(written, ({ place, building, stairwell, floor, flat, form }) => {
        const room = `${floor}0${flat}`;
        const text = {
          words: `${place}${building}号楼${stairwell}单元${room}室`,
          dashes: `${place}${building}-${stairwell}-${room}`,
          hash: `${place}${building}#${stairwell}单元${room}`,
          numerals: `${place}${inChinese(building)}号楼${inChinese(stairwell)}单元${room}`,
          fullWidth: [...`${place}${building}号楼${stairwell}单元${room}室`].map(wide).join(' '),
        }[form];
        expect(parseAddress(text)).toEqual({
          place,
          buildings: [String(building)],
          stairwell: String(stairwell),
          floor: String(floor),
          room,
        });
      }),
    );
  });

  test('any text is read, in a moment and without a fault', async () => {
    const piece = fc.constantFrom('号楼', '3', '-', '十', '百', '单元', 'a', '#', '\u0000', '\uD800', '门', '楼', ' ');
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 400 }),
        (parts) => {
          const text = parts.join('');
          const { buildings } = parseAddress(text);
          expect(buildings.every((one) => readNumber(one) === one)).toBe(true);
          expect(foldAddress(foldAddress(text))).toBe(foldAddress(text));
        },
      ),
    );
    expect(await processorMs(() => parseAddress('3-'.repeat(200_000)))).toBeLessThan(500);
    expect(await processorMs(() => parseAddress('十'.repeat(400_000)))).toBeLessThan(500);
  });
});

const digits = '零一二三四五六七八九';
function inChinese(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds > 0 ? `${digits[hundreds]}百` : '';
  const middle =
    tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十` : hundreds > 0 && ones > 0 ? '零' : '';
  return `${head}${middle}${ones > 0 ? digits[ones] : ''}`;
}
const wide = (character: string) =>
  /[0-9]/.test(character) ? String.fromCodePoint((character.codePointAt(0) as number) + 0xfee0) : character;
