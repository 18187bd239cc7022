import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { Outline, Point } from '../contract/address.ts';
import { planMerge, planMove, planOutlines, planSplit } from '../rules/plan-grid-change.ts';
import { loadLastGridCode } from '../store/grid-store.ts';
import { changeGrids, type ChangeOrder, type GridsChanged } from './change-grids.ts';

/** Moves addresses into one grid (调整地址); refusals of {@link planMove} and {@link changeGrids}. */
export const moveAddresses = (
  work: Work,
  order: ChangeOrder & { addresses: readonly string[]; to: string },
): Promise<Result<GridsChanged>> => changeGrids(work, order, (book) => planMove(book, order));

/**
 * Splits a grid in two (拆分网格), by a list of addresses, a drawn line, or both. The new grid has the next code that no grid
 * of the community ever had.
 *
 * @returns what was done, or a refusal of {@link planSplit} or {@link changeGrids}, or `grids.no_more_codes`
 */
export const splitGrid = (
  work: Work,
  order: ChangeOrder & {
    grid: string;
    addresses: readonly string[] | null;
    line: readonly Point[] | null;
    nameZh: string;
    nameEn: string;
  },
): Promise<Result<GridsChanged>> =>
  changeGrids(work, order, async (book) => {
    const code = await nextGridCode(work, order.community);
    return code.ok ? planSplit(book, order, code.value) : code;
  });

/** Merges one grid into another (合并网格); refusals of {@link planMerge} and {@link changeGrids}. */
export const mergeGrids = (
  work: Work,
  order: ChangeOrder & { grid: string; into: string },
): Promise<Result<GridsChanged>> => changeGrids(work, order, (book) => planMerge(book, order));

/** Draws the outlines of grids anew or takes them away (改边界、去掉边界); refusals of {@link planOutlines} and {@link changeGrids}. */
export const redrawGrids = (
  work: Work,
  order: ChangeOrder & { outlines: readonly { gridCode: string; outline: Outline | null }[] },
): Promise<Result<GridsChanged>> => changeGrids(work, order, (book) => planOutlines(book, order));

async function nextGridCode(work: Work, community: string): Promise<Result<string>> {
  const last = Number((await loadLastGridCode(work, community))?.slice(12) ?? 0);
  return last >= 999 ? refuse('grids.no_more_codes') : done(`${community}${String(last + 1).padStart(3, '0')}`);
}
