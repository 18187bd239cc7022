import { divisionLevels, type DivisionForm, type DivisionLevel } from '../contract/division.ts';

const digitsOf: Readonly<Record<DivisionLevel, number>> = {
  province: 2,
  city: 4,
  district: 6,
  subdistrict: 9,
  community: 12,
};

export const isDivisionLevel = (text: string): text is DivisionLevel =>
  (divisionLevels as readonly string[]).includes(text);

/**
 * The code of a division (区划代码) without the zeros that fill it up to twelve digits. With its level a unit that the list
 * has twice, such as a city without districts, is two divisions, one in the other.
 *
 * @returns undefined when the twelve digits are not those of a unit of this level
 */
export function shortCodeOf(nationalCode: string, level: DivisionLevel): string | undefined {
  const digits = digitsOf[level];
  return /^[1-9][0-9]{11}$/.test(nationalCode) && /^0*$/.test(nationalCode.slice(digits))
    ? nationalCode.slice(0, digits)
    : undefined;
}

/** The code one level up; null for a province. */
export function parentDivisionOf(code: string): string | null {
  const up = { 4: 2, 6: 4, 9: 6, 12: 9 }[code.length];
  return up === undefined ? null : code.slice(0, up);
}

export const levelOfCode = (code: string): DivisionLevel | undefined =>
  divisionLevels.find((level) => digitsOf[level] === code.length);

/** The codes that somebody may mean who wrote digits: itself, and without the zeros at its end. */
export const codesMeantBy = (digits: string): string[] =>
  digits.length === 12
    ? divisionLevels.flatMap((level) => shortCodeOf(digits, level) ?? [])
    : levelOfCode(digits)
      ? [digits]
      : [];

/**
 * What a unit at the level of a sub-district is (乡级单位类型), by the first digit of its part of the code: 0 street, 1 town,
 * 2 and 3 township, 4 and 5 units that are no streets: development zones, farms, regiments, prison enterprises.
 *
 * @source the national list of 2023, whose 2,128 + 582 units of 4xx and 5xx are of these kinds
 */
export function divisionFormOf(code: string): DivisionForm | null {
  if (code.length !== 9) return null;
  const form = { '0': 'street', '1': 'town', '2': 'township', '3': 'township' } as const;
  return form[code[6] as keyof typeof form] ?? 'otherUnit';
}
