import type { Address, Outline } from '../contract/address.ts';
import type { Finding, GridBook } from '../contract/grid-change.ts';
import { computeAreaM2, intersect, isInside, middleOf, subtract, unite } from './outline.ts';

/** Seams and overlaps of outlines up to this are the rounding of coordinates and say nothing. */
export const TOLERANCE_M2 = 25;

type Sheets = Pick<GridBook, 'outline' | 'grids' | 'addresses'>;

/**
 * Lists what is not right with the grids of a community (缝隙与重叠检查): a door in no grid or in two, a grid without a
 * door; then, as far as there are outlines, doors outside their grid's outline, grids without one, overlaps, holes, and
 * what sticks out of the community, in square metres.
 *
 * @source S03: address sets with no gap or overlap; standards 3.4: no second grid over the same area
 */
export const checkGrids = (book: Sheets): Finding[] => [...checkAddresses(book), ...checkOutlines(book)];

const finding = (kind: Finding['kind'], grids: readonly string[], more: Partial<Finding> = {}): Finding => ({
  kind,
  grids,
  addressCode: null,
  areaM2: null,
  at: null,
  ...more,
});

function* checkAddresses({ grids, addresses }: Sheets): Generator<Finding> {
  const doors = addresses.filter(({ isDoor }) => isDoor);
  const codes = new Set(grids.map(({ code }) => code));
  const seen = new Map<string, Address>();
  const keys = new Map(addresses.map(({ code, parentCode, key }) => [code, { parentCode, key }]));
  const nameOf = (code: string | null): string => {
    const row = code === null ? undefined : keys.get(code);
    return row ? `${nameOf(row.parentCode)} ${row.key}` : '';
  };
  for (const door of doors) {
    const { code: addressCode, gridCode, point: at } = door;
    const name = nameOf(addressCode);
    if (gridCode === null || !codes.has(gridCode)) yield finding('addressInNoGrid', [], { addressCode, at });
    const same = seen.get(name);
    if (same && same.gridCode !== gridCode && same.gridCode !== null && gridCode !== null)
      yield finding('addressTwice', [same.gridCode, gridCode], { addressCode, at });
    seen.set(name, door);
  }
  const filled = new Set(doors.map(({ gridCode }) => gridCode));
  for (const { code } of grids) if (!filled.has(code)) yield finding('gridWithoutAddress', [code]);
}

function* checkOutlines({ outline, grids, addresses }: Sheets): Generator<Finding> {
  const drawn = grids.flatMap((grid) => (grid.outline ? [{ code: grid.code, outline: grid.outline }] : []));
  if (drawn.length === 0) return;
  for (const { code, outline: own } of grids) if (!own) yield finding('gridWithoutOutline', [code]);
  for (const { isDoor, code: addressCode, gridCode, point } of addresses) {
    const own = drawn.find(({ code }) => code === gridCode);
    if (isDoor && point && own && !isInside(point, own.outline)) {
      const other = drawn.find((one) => isInside(point, one.outline));
      yield finding('addressOutside', other ? [own.code, other.code] : [own.code], { addressCode, at: point });
    }
  }
  for (const [at, one] of drawn.entries())
    for (const other of drawn.slice(at + 1))
      yield* piecesOf(
        'overlap',
        [one.code, other.code],
        boxesMeet(one.outline, other.outline) ? intersect(one.outline, other.outline) : [],
      );
  if (!outline || drawn.length < grids.length) return;
  const whole = unite(drawn.map((one) => one.outline));
  yield* piecesOf('hole', [], subtract(outline, whole));
  for (const one of drawn) yield* piecesOf('outside', [one.code], subtract(one.outline, outline));
}

function* piecesOf(kind: Finding['kind'], grids: readonly string[], pieces: Outline): Generator<Finding> {
  for (const piece of pieces) {
    const areaM2 = Math.round(computeAreaM2([piece]));
    if (areaM2 > TOLERANCE_M2) yield finding(kind, grids, { areaM2, at: middleOf([piece]) });
  }
}

/** Most pairs are far apart, and clipping costs more than looking at the boxes. */
function boxesMeet(one: Outline, other: Outline): boolean {
  const box = (outline: Outline) => {
    const points = outline.flat(2);
    const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
    return { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) };
  };
  const [a, b] = [box(one), box(other)];
  return a.west < b.east && b.west < a.east && a.south < b.north && b.south < a.north;
}
