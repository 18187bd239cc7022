import type { AddressKind } from '../contract/address.ts';
import { foldAddress, readNumber } from './fold-address.ts';

const endings: Readonly<Record<Exclude<AddressKind, 'place'>, RegExp>> = {
  building: /(号楼|号院|号|#楼|#|栋|幢|座|楼)$/,
  stairwell: /(单元|门)$/,
  home: /(室|号|户)$/,
};

/** The key by which an address is found and told from its neighbours: 三号楼, 3栋 and 03# are one building. */
export function addressKeyOf(kind: AddressKind, name: string): string {
  const folded = foldAddress(name);
  if (kind === 'place') return folded;
  const bare = folded.replace(endings[kind], '');
  return readNumber(bare) ?? folded;
}

const plainName = { building: '号楼', stairwell: '单元', home: '' } as const;
/** Writes a bare number as people read it: 3 is 3号楼; what has a word of its own stays. */
export const addressNameOf = (kind: AddressKind, name: string): string =>
  kind !== 'place' && /^\d+$/.test(name) ? `${name}${plainName[kind]}` : name;
