import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Address, Outline, Point } from '../contract/address.ts';
import type { GridBook, GridPlan, GridSheet } from '../contract/grid-change.ts';
import { checkGrids } from './check-grids.ts';
import { isInside, isOutline, unite } from './outline.ts';
import { splitOutline } from './split-outline.ts';

const nothing = { moves: [], founded: null, ended: null, into: null, outlines: [], undecided: [] } as const;

type Named = { readonly nameZh: string; readonly nameEn: string };

/**
 * Plans to move doors into one grid (调整地址).
 *
 * @param addresses codes of doors, buildings or places; of the last two all doors below are meant
 * @returns the plan, or a refusal:
 *   - `grids.nothing_chosen`: no address was chosen, or all are in that grid already
 *   - `grids.grid_unknown`, `grids.address_unknown`: it is not, or no longer, one of this community
 *   - `grids.would_be_empty`: a grid would be left without any address
 * @source S03
 */
export function planMove(book: GridBook, input: { addresses: readonly string[]; to: string }) {
  const target = book.grids.find(({ code }) => code === input.to);
  if (!target) return refuse('grids.grid_unknown');
  const doors = doorsOf(book, input.addresses);
  if (!doors) return refuse('grids.address_unknown');
  const moving = doors.filter(({ gridCode }) => gridCode !== target.code);
  if (moving.length === 0) return refuse('grids.nothing_chosen');
  const codes = new Set(moving.map(({ code }) => code));
  const emptied = book.grids.find(
    ({ code }) =>
      moving.some((door) => door.gridCode === code) && doorsIn(book, code).every((door) => codes.has(door.code)),
  );
  if (emptied) return refuse('grids.would_be_empty', saidName(emptied));
  return done<GridPlan>({ ...nothing, kind: 'move', moves: movesOf(moving, target.code) });
}

/**
 * Plans to split one grid in two (拆分网格), by a list of addresses, by a drawn line, or by both: the list says which doors
 * go, the line where the outline is cut. By a line alone the side with fewer doors becomes the new grid; doors that have
 * no place on the map stay, and are named as `undecided`.
 *
 * @param newCode the code of the new grid
 * @returns the plan, or a refusal:
 *   - `grids.grid_unknown`, `grids.address_unknown`, `grids.address_elsewhere`: an address lies in another grid
 *   - `grids.nothing_chosen`, `grids.would_be_empty`: one of the two would have no address
 *   - `grids.name_needed`, `grids.name_taken`
 *   - `grids.no_outline`, `grids.line_misses`: there is nothing to cut, or the line does not cut it in two
 * @source S03
 */
export function planSplit(
  book: GridBook,
  input: { grid: string; addresses: readonly string[] | null; line: readonly Point[] | null } & Named,
  newCode: string,
) {
  const grid = book.grids.find(({ code }) => code === input.grid);
  if (!grid) return refuse('grids.grid_unknown');
  const named = checkName(book, input);
  if (!named.ok) return named;
  const own = doorsIn(book, grid.code);
  if (input.line && !grid.outline) return refuse('grids.no_outline', saidName(grid));
  const parts = input.line && grid.outline ? splitOutline(grid.outline, input.line) : null;
  if (parts === undefined) return refuse('grids.line_misses');

  const chosen = input.addresses ? doorsOf(book, input.addresses) : parts ? smallerSide(own, parts) : [];
  if (!chosen) return refuse('grids.address_unknown');
  if (chosen.some(({ gridCode }) => gridCode !== grid.code)) return refuse('grids.address_elsewhere', saidName(grid));
  if (chosen.length === 0) return refuse('grids.nothing_chosen');
  if (chosen.length === own.length) return refuse('grids.would_be_empty', saidName(grid));

  const codes = new Set(chosen.map(({ code }) => code));
  const outlines = parts ? outlinesOf(parts, { grid: grid.code, newCode, codes, own }) : [];
  return done<GridPlan>({
    ...nothing,
    kind: 'split',
    founded: { code: newCode, ...named.value },
    moves: movesOf(chosen, newCode),
    outlines,
    undecided: parts && !input.addresses ? own.filter(({ point }) => !point).map(({ code }) => code) : [],
  });
}

/**
 * Plans to merge one grid into another (合并网格): its addresses and its outline go over, and it ends.
 *
 * @returns the plan, or the refusal `grids.grid_unknown`, or `grids.same_grid`
 * @source S03, S09
 */
export function planMerge(book: GridBook, input: { grid: string; into: string }) {
  const [grid, into] = [input.grid, input.into].map((code) => book.grids.find((one) => one.code === code));
  if (!grid || !into) return refuse('grids.grid_unknown');
  if (grid === into) return refuse('grids.same_grid');
  const drawn = [grid.outline, into.outline].filter((outline) => outline !== null);
  return done<GridPlan>({
    ...nothing,
    kind: 'merge',
    ended: grid.code,
    into: into.code,
    moves: movesOf(doorsIn(book, grid.code), into.code),
    outlines: [
      { gridCode: grid.code, outline: null },
      ...(drawn.length > 0 ? [{ gridCode: into.code, outline: unite(drawn) }] : []),
    ],
  });
}

/**
 * Plans new outlines of grids (改边界), several at once where they share an edge.
 *
 * @returns the plan, or a refusal:
 *   - `grids.nothing_chosen`, `grids.grid_unknown`
 *   - `grids.not_an_outline`: too few or too many points, no area, or no degrees
 *   - `grids.would_miss`: no door of the grid would lie in it
 *   - `grids.would_overlap`, `grids.would_gap`, `grids.would_stick_out`: it would make more of an overlap or hole than is there today, with its size in m²
 * @source S03: no gap or overlap; standards 3.4
 */
export function planOutlines(
  book: GridBook,
  input: { outlines: readonly { gridCode: string; outline: Outline | null }[] },
) {
  if (input.outlines.length === 0) return refuse('grids.nothing_chosen');
  if (input.outlines.some(({ gridCode }) => !book.grids.some(({ code }) => code === gridCode)))
    return refuse('grids.grid_unknown');
  if (!input.outlines.every(({ outline }) => outline === null || isOutline(outline)))
    return refuse('grids.not_an_outline');
  const missed = book.grids.find(({ code }) =>
    input.outlines.some((one) => one.gridCode === code && missesAll(book, one)),
  );
  if (missed) return refuse('grids.would_miss', saidName(missed));
  // A grid is its addresses: one without an outline is found as such, and the place it leaves is no new gap.
  if (input.outlines.every(({ outline }) => outline === null))
    return done<GridPlan>({ ...nothing, kind: 'outlines', outlines: input.outlines });
  const after = withOutlines(book, input.outlines);
  const [was, would] = [checkGrids(book), checkGrids(after)];
  const codes = { overlap: 'grids.would_overlap', hole: 'grids.would_gap', outside: 'grids.would_stick_out' } as const;
  for (const kind of ['overlap', 'hole', 'outside'] as const) {
    const sum = (findings: readonly { kind: string; areaM2: number | null }[]) =>
      findings.reduce((total, one) => total + (one.kind === kind ? (one.areaM2 ?? 0) : 0), 0);
    const more = sum(would) - sum(was);
    if (more > 0) return refuse(codes[kind], { areaM2: more });
  }
  return done<GridPlan>({ ...nothing, kind: 'outlines', outlines: input.outlines });
}

/** None of the grid's doors whose place is known stands in it: drawn at another place, or at another size of the map. */
function missesAll(book: GridBook, { gridCode, outline }: { gridCode: string; outline: Outline | null }): boolean {
  if (outline === null) return false;
  const placed = doorsIn(book, gridCode).filter(({ point }) => point !== null);
  return placed.length > 0 && countIn(placed, outline) === 0;
}

/** The book as it stands after a plan: what is shown before anything is done. */
export function applyPlan(book: GridBook, plan: GridPlan): GridBook {
  const to = new Map(plan.moves.map((move) => [move.addressCode, move.to]));
  const founded: GridSheet[] = plan.founded ? [{ ...plan.founded, outline: null }] : [];
  const moved = {
    ...book,
    grids: [...book.grids.filter(({ code }) => code !== plan.ended), ...founded],
    addresses: book.addresses.map((one) => ({ ...one, gridCode: to.get(one.code) ?? one.gridCode })),
  };
  return withOutlines(moved, plan.outlines);
}

const withOutlines = (book: GridBook, outlines: GridPlan['outlines']): GridBook => ({
  ...book,
  grids: book.grids.map((grid) => {
    const drawn = outlines.find(({ gridCode }) => gridCode === grid.code);
    return drawn ? { ...grid, outline: drawn.outline } : grid;
  }),
});

const saidName = ({ nameZh, nameEn }: GridSheet) => ({ gridZh: nameZh, gridEn: nameEn });
const doorsIn = ({ addresses }: GridBook, gridCode: string) =>
  addresses.filter((one) => one.isDoor && one.gridCode === gridCode);
const movesOf = (doors: readonly Address[], to: string) =>
  doors.map(({ code, gridCode }) => ({ addressCode: code, from: gridCode, to }));

/** The doors at or below these codes; undefined when one of them is not in the book. */
function doorsOf({ addresses }: GridBook, codes: readonly string[]): Address[] | undefined {
  const known = new Set(addresses.map(({ code }) => code));
  if (codes.some((code) => !known.has(code))) return undefined;
  const wanted = new Set(codes);
  const above = new Map(addresses.map(({ code, parentCode }) => [code, parentCode]));
  const isWanted = (code: string | null | undefined): boolean =>
    code !== null && code !== undefined && (wanted.has(code) || isWanted(above.get(code)));
  return addresses.filter(({ isDoor, code }) => isDoor && isWanted(code));
}

function checkName(
  { grids }: GridBook,
  { nameZh, nameEn }: Named,
): Result<Named, 'grids.name_needed' | 'grids.name_taken'> {
  const named = { nameZh: nameZh.normalize('NFKC').trim(), nameEn: nameEn.normalize('NFKC').trim() };
  if (named.nameZh === '' || named.nameEn === '') return refuse('grids.name_needed');
  if (grids.some((grid) => grid.nameZh === named.nameZh || grid.nameEn === named.nameEn))
    return refuse('grids.name_taken');
  return done(named);
}

type Parts = { readonly left: Outline; readonly right: Outline };
const countIn = (doors: readonly Address[], outline: Outline) =>
  doors.filter(({ point }) => point && isInside(point, outline)).length;

function smallerSide(own: readonly Address[], { left, right }: Parts): Address[] {
  const [onLeft, onRight] = [left, right].map((side) => own.filter(({ point }) => point && isInside(point, side)));
  return ((onLeft?.length ?? 0) <= (onRight?.length ?? 0) ? onLeft : onRight) ?? [];
}

/** The part in which more of the chosen doors stand is the new grid's. */
function outlinesOf(
  { left, right }: Parts,
  { grid, newCode, codes, own }: { grid: string; newCode: string; codes: ReadonlySet<string>; own: readonly Address[] },
) {
  const chosen = own.filter(({ code }) => codes.has(code));
  const share = (side: Outline) => countIn(chosen, side) / Math.max(1, countIn(own, side));
  const [forNew, forOld] = share(left) >= share(right) ? [left, right] : [right, left];
  return [
    { gridCode: newCode, outline: forNew },
    { gridCode: grid, outline: forOld },
  ];
}
