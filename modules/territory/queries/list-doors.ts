import type { Work } from '../../../platform/work.ts';
import { loadDoors } from '../store/address-store.ts';

/** A door (门) of a grid: the finest address above the home. */
export type Door = {
  readonly code: string;
  readonly gridCode: string;
  /** How it and what it lies in are written, the place first: 听雨小区, 听雨小区3号楼, 听雨小区3号楼2单元. */
  readonly labels: readonly string[];
  /** Homes behind it that one may see. */
  readonly homes: number;
};

/** Lists the doors of a grid, or of all grids below an area, in the order of the register (门牌清单). */
export async function listDoors(work: Work, under: string): Promise<Door[]> {
  const rows = await loadDoors(work, under);
  return rows.map(({ names, ...door }) => ({ ...door, labels: names.map((_, i) => names.slice(0, i + 1).join('')) }));
}
