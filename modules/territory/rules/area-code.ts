import type { AreaKind } from '../contract/area.ts';

const kindByLength: Readonly<Record<number, AreaKind>> = {
  6: 'district',
  9: 'subdistrict',
  12: 'community',
  15: 'grid',
};

/** Says what kind of area (区划) a code names; undefined when it is not 6, 9, 12 or 15 digits. */
export const areaKindOf = (code: string): AreaKind | undefined =>
  /^[1-9][0-9]*$/.test(code) ? kindByLength[code.length] : undefined;

/** The code one level up; undefined above a district. */
export const parentOf = (code: string): string | undefined => (code.length > 6 ? code.slice(0, -3) : undefined);

/** The sub-district (街道) a code lies in; undefined for a district. */
export const subdistrictOf = (code: string): string | undefined => (code.length >= 9 ? code.slice(0, 9) : undefined);

/** The community (社区) a code lies in; undefined above a community. */
export const communityOf = (code: string): string | undefined => (code.length >= 12 ? code.slice(0, 12) : undefined);

/** Computes the codes from the district down to this one, itself included. */
export const computeAreaPath = (code: string): string[] =>
  [6, 9, 12, 15].filter((length) => length <= code.length).map((length) => code.slice(0, length));
