import type { AddressKind } from '../contract/address.ts';

const letters = { place: 'E', building: 'B', stairwell: 'U', home: 'R' } as const;
const digits = { place: 3, building: 3, stairwell: 2, home: 4 } as const;

/** The code of the n-th address of its kind below a parent (地址编码): 990102001001E003B012U02R0401. Never used again. */
export const addressCodeOf = (above: string, kind: AddressKind, n: number): string =>
  `${above}${letters[kind]}${String(n).padStart(digits[kind], '0')}`;

/** The number with which a code ends. */
export const numberIn = (code: string): number => Number(/\d+$/.exec(code)?.[0] ?? 0);

/** How many addresses of a kind one parent can have. */
export const mostBelow = (kind: AddressKind): number => 10 ** digits[kind] - 1;
