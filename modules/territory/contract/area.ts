/** A tenant (区): its number is the six-digit division code. */
export type District = {
  readonly districtId: number;
  readonly nameZh: string;
  readonly nameEn: string;
  /** IANA name, such as Asia/Shanghai. */
  readonly timeZone: string;
};

export const areaKinds = ['district', 'subdistrict', 'community', 'grid'] as const;
/** district 区, subdistrict 街道 (also a town, or a unit that is no street), community 社区 or 村, grid 网格. Below it are addresses. */
export type AreaKind = (typeof areaKinds)[number];

/** One step of an area's path, from the district down. */
export type AreaStep = {
  readonly code: string;
  readonly kind: AreaKind;
  readonly nameZh: string;
  readonly nameEn: string;
};

/** An area (区划) that exists today. */
export type Area = AreaStep & {
  readonly parentCode: string | null;
  /** Estates and buildings inside a grid, as people call them. */
  readonly addresses: readonly string[];
};

/** Kind and parent follow from the code: 6 digits district, 9 sub-district, 12 community, 15 grid, then our own. */
export type NewArea = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly addresses?: readonly string[] | undefined;
  /** ISO date. */
  readonly foundedOn: string;
};
