import { describe, expect, test } from 'vitest';
import { codesMeantBy, divisionFormOf } from './division-code.ts';
import { englishNameOf, pinyinOf } from './division-names.ts';
import { gramsOfName } from './division-grams.ts';
import { readDivision } from './read-division.ts';
import { readSearchWords } from './read-search-words.ts';

describe('a line of the national list (全国区划)', () => {
  test('is read with its short code, parent, pinyin and English name', () => {
    expect(readDivision('990199001002,community,清溪里社区居委会\r')).toEqual({
      code: '990199001002',
      level: 'community',
      tier: 5,
      parentCode: '990199001',
      nationalCode: '990199001002',
      nameZh: '清溪里社区居委会',
      nameEn: 'Qingxili Community',
      pinyin: 'qingxilishequjuweihui',
      initials: 'qxlsqjwh',
      grams: ['清溪', '溪里', '里社'],
    });
  });

  test('that stands twice is two divisions, one in the other', () => {
    const city = readDivision('991900000000,city,样例市');
    const district = readDivision('991900000000,district,样例市');
    expect([city?.code, city?.parentCode, district?.code, district?.parentCode]).toEqual([
      '9919',
      '99',
      '991900',
      '9919',
    ]);
    const island = ['district', 'subdistrict', 'community'].map(
      (level) => readDivision(`990527000000,${level},样例县`)?.code,
    );
    expect(island).toEqual(['990527', '990527000', '990527000000']);
  });

  test.each([
    ['a code that is none of its level', '990199001002,subdistrict,清溪街道'],
    ['a code that is too short', '990199,district,样例区'],
    ['an unknown level', '990199000000,county,样例区'],
    ['no name', '990199000000,district, '],
    ['a part too many', '990199000000,district,样例区,1'],
    ['nothing', ''],
  ])('with %s is none', (_, line) => expect(readDivision(line)).toBeUndefined());
});

test('a unit at the level of a street is called what it is', () => {
  expect(
    ['990199001', '990199101', '990199201', '990199301', '990199403', '990199500', '990199'].map(divisionFormOf),
  ).toEqual(['street', 'town', 'township', 'township', 'otherUnit', 'otherUnit', null]);
});

test.each([
  ['东华门街道', 'subdistrict', 'Donghuamen Sub-district'],
  ['样例经济开发区', 'subdistrict', 'Yanglijingjikaifaqu'],
  ['重庆市', 'province', 'Chongqing City'],
  ['绿园区', 'district', 'Lüyuan District'],
  ['王家村委会', 'community', 'Wangjia Village'],
  ['复兴路24号社区居委会', 'community', 'Fuxinglu24hao Community'],
] as const)('%s is %s %s', (zh, level, en) => expect(englishNameOf(zh, level)).toBe(en));

test('pinyin is as people type it', () => {
  expect(pinyinOf('吕梁24号')).toEqual({ pinyin: 'lvliang24hao', initials: 'll24h' });
  expect(gramsOfName('村民委员会')).toEqual([]);
});

test.each([
  [' Dong Hua-men ', { kind: 'letters', text: 'donghuamen' }],
  ['lü yuan', { kind: 'letters', text: 'lvyuan' }],
  ['620102', { kind: 'digits', text: '620102' }],
  ['东华 门', { kind: 'name', text: '东华门' }],
  ['东', undefined],
  ['', undefined],
])('“%s” is looked up as %o', (words, read) => expect(readSearchWords(words)).toEqual(read));

test('twelve digits mean every level that they fill', () => {
  expect(codesMeantBy('441900000000')).toEqual(['4419', '441900', '441900000', '441900000000']);
  expect(codesMeantBy('620102')).toEqual(['620102']);
  expect(codesMeantBy('62010')).toEqual([]);
});
