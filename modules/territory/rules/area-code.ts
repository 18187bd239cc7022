import type { AreaKind } from '../contract/area.ts';

/** Digits of the code of each kind, from the top; each code begins with the code of what it lies in. */
const ladder: readonly (readonly [digits: number, kind: AreaKind])[] = [
  [6, 'district'],
  [9, 'subdistrict'],
  [12, 'community'],
  [15, 'grid'],
];

/** The street part of communities that lie in no sub-district, because the district runs them itself (区直管社区). */
const NO_SUBDISTRICT = '000';
/** What the codes of communities begin with that a district runs itself. */
export const runByDistrictIn = (district: string): string => district + NO_SUBDISTRICT;

const isRunByDistrict = (code: string): boolean => code.length > 9 && code.slice(6, 9) === NO_SUBDISTRICT;

/** Says what kind of area (区划) a code names; undefined when no kind has that many digits, or it names no sub-district. */
export function areaKindOf(code: string): AreaKind | undefined {
  if (!/^[1-9][0-9]*$/.test(code) || (code.length === 9 && code.endsWith(NO_SUBDISTRICT))) return undefined;
  return ladder.find(([digits]) => digits === code.length)?.[1];
}

/** Computes the codes from the district down to this one, itself included. */
export const computeAreaPath = (code: string): string[] =>
  ladder
    .map(([digits]) => digits)
    .filter((digits) => digits <= code.length && !(digits === 9 && isRunByDistrict(code)))
    .map((digits) => code.slice(0, digits));

/** The code one level up; undefined above a district. */
export const parentOf = (code: string): string | undefined => computeAreaPath(code).at(-2);

/** The sub-district (街道) a code lies in; undefined for a district and for what the district runs itself. */
export const subdistrictOf = (code: string): string | undefined =>
  code.length >= 9 && !isRunByDistrict(code) ? code.slice(0, 9) : undefined;

/** The community (社区) a code lies in; undefined above a community. */
export const communityOf = (code: string): string | undefined => (code.length >= 12 ? code.slice(0, 12) : undefined);
