export const divisionLevels = ['province', 'city', 'district', 'subdistrict', 'community'] as const;
/** 省, 地市, 区县, 乡级 (street, town, township or a unit that is none of them), 村级 (residents' or villagers' committee). */
export type DivisionLevel = (typeof divisionLevels)[number];

export const divisionForms = ['street', 'town', 'township', 'otherUnit'] as const;
/**
 * What a unit at the level of a sub-district is: 街道, 镇, 乡, and units that are no streets and are counted like them
 * (开发区、农场、兵团团场、监狱企业等).
 */
export type DivisionForm = (typeof divisionForms)[number];

/** A division (行政区划) of the national list. */
export type Division = {
  /** 2 digits province, 4 city, 6 district, 9 sub-district, 12 community: without the zeros that fill it up. */
  readonly code: string;
  readonly level: DivisionLevel;
  readonly parentCode: string | null;
  /** The 12 digits of the national list; a few stand for the same unit at two levels. */
  readonly nationalCode: string;
  readonly nameZh: string;
  /** From pinyin, until somebody gives a better one. */
  readonly nameEn: string;
};

/** A division with what it is found by, as the import writes it. */
export type DivisionEntry = Division & {
  readonly tier: number;
  readonly pinyin: string;
  readonly initials: string;
  readonly grams: readonly string[];
};
