import type { Work } from '../../../platform/work.ts';
import type { Point } from '../contract/address.ts';
import { loadAddressPath } from '../store/address-store.ts';

/** Finds the point of an address of the register (点位), or of what it stands in: a stairwell has that of its building. Undefined where none was drawn. */
export async function findPoint(work: Work, addressCode: string): Promise<Point | undefined> {
  const path = await loadAddressPath(work, addressCode);
  return path.findLast(({ point }) => point !== null)?.point ?? undefined;
}
