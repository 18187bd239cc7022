import { listCommunityNames, listEstateNames, subdistrictNames } from './names.ts';
import type { Random } from './random.ts';

export const demoDistrict = {
  code: 990102,
  nameZh: '栖川区',
  nameEn: 'Qichuan District',
  timeZone: 'Asia/Shanghai',
  foundedOn: '2019-05-01',
} as const;

type PlanArea = { code: string; nameZh: string; nameEn: string; addresses: string[] };
const communityCount = 150;
const numerals = ['一', '二', '三', '四', '五', '六'];

/** Invents the demo district's areas: 24 sub-districts, 150 communities, three to six grids each. */
export function inventAreas(random: Random): PlanArea[] {
  const communityNames = listCommunityNames(random);
  const perSubdistrict = Math.floor(communityCount / subdistrictNames.length);
  const withOneMore = communityCount % subdistrictNames.length;
  const district = {
    code: String(demoDistrict.code),
    nameZh: demoDistrict.nameZh,
    nameEn: demoDistrict.nameEn,
    addresses: [],
  };

  return [
    district,
    ...subdistrictNames.flatMap(({ zh, en }, index) => {
      const code = `${demoDistrict.code}${digits(index + 1)}`;
      const names = communityNames.splice(0, perSubdistrict + (index < withOneMore ? 1 : 0));
      return [
        { code, nameZh: `${zh}街道`, nameEn: `${en} Sub-district`, addresses: [] },
        ...names.flatMap((name, at) => inventCommunity(random, `${code}${digits(at + 1)}`, name)),
      ];
    }),
  ];
}

function inventCommunity(random: Random, code: string, name: { zh: string; en: string }): PlanArea[] {
  const estates = listEstateNames(random);
  const grids = numerals.slice(0, random.between(3, numerals.length)).map((numeral, index) => ({
    code: `${code}${digits(index + 1)}`,
    nameZh: `${name.zh}社区第${numeral}网格`,
    nameEn: `${name.en} Grid ${index + 1}`,
    // The street runs through the first two grids, so that a place on it does not say which.
    addresses: [...estates.splice(0, random.between(2, 4)), ...(index < 2 ? [`${name.zh}街`] : [])],
  }));
  return [{ code, nameZh: `${name.zh}社区`, nameEn: `${name.en} Community`, addresses: [] }, ...grids];
}

const digits = (number: number) => String(number).padStart(3, '0');
