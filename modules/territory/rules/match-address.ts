import type { Address, Candidate, Match, ParsedAddress } from '../contract/address.ts';
import { foldAddress } from './fold-address.ts';
import { LONGEST_READ, parseAddress } from './parse-address.ts';

/** Names one place of the text; what follows it up to the next place says which door. */
type Span = { readonly place: Address; readonly from: number; readonly to: number };

/** As PostgreSQL reads it too. */
export const nameEnding = '(小区|家园|花园|新村|公寓|雅苑|家属院|大院)$';
const ending = new RegExp(nameEnding, 'u');
/** What people leave away of a name: 听雨 for 听雨小区. */
const stemOf = (key: string): string => {
  const stem = key.replace(ending, '');
  return stem.length >= 2 ? stem : key;
};

/**
 * Matches what someone wrote about a place with the register of addresses (地址匹配).
 *
 * A place counts when the text contains its name; a short name inside a longer one that is also there ("云栖苑" in
 * "云栖苑二期") says nothing of its own, and a road right before an estate only leads to it. Names without their ending
 * (听雨 for 听雨小区) count where no whole name does. All doors that the text may mean lie in one grid: found. Several:
 * candidates, one for each place and grid, never a guess.
 *
 * @param rows places that the text may name, with all buildings and stairwells below them
 * @source S03: route any matter at an address to its grid in one step
 */
export function matchAddress(text: string, rows: readonly Address[]): Match {
  const folded = foldAddress(text.slice(0, LONGEST_READ));
  const childrenOf = Map.groupBy(rows, ({ parentCode }) => parentCode);
  const spans = findPlaces(folded, childrenOf.get(null) ?? []);
  if (spans.length === 0) return { found: false, reason: 'unknownPlace', candidates: [] };
  const read = spans.map((span) => {
    const next = spans.find(({ from }) => from >= span.to);
    const parsed = parseAddress(folded.slice(span.to, next?.from));
    return { ...span, parsed, ...findDoors(span.place, parsed, childrenOf) };
  });
  const meant = read.filter((one) => !read.some((other) => isBetter(other, one, childrenOf)));
  const doors = meant.flatMap((one) => one.doors);
  const grids = new Set(doors.map(({ gridCode }) => gridCode));
  const [gridCode] = grids;
  if (grids.size === 1 && gridCode) {
    const [first] = meant as [(typeof meant)[number]];
    const { communityCode, code: addressCode } = first.row;
    const address = { gridCode, communityCode, addressCode, label: labelOf(first.row, rows) };
    return { found: true, gridCode, address, parsed: { ...first.parsed, place: first.place.name } };
  }
  const candidates = meant.flatMap(({ place, doors: some }) => candidatesOf(place, some, rows));
  return { found: false, reason: grids.size === 1 ? 'inNoGrid' : 'ambiguous', candidates };
}

function findPlaces(folded: string, places: readonly Address[]): Span[] {
  const whole = occurrences(folded, places, ({ key }) => key);
  const spans = whole.length > 0 ? whole : occurrences(folded, places, ({ key }) => stemOf(key));
  const own = spans.filter(
    (span) => !spans.some(({ from, to }) => from <= span.from && to >= span.to && to - from > span.to - span.from),
  );
  return own
    .filter((span) => !leadsOn(span, own, folded))
    .toSorted((a, b) => a.from - b.from || a.place.code.localeCompare(b.place.code));
}

/** A road right before an estate, or with only its number between: 清溪街听雨小区, 清溪街12号听雨小区. */
const leadsOn = ({ place, to }: Span, spans: readonly Span[], folded: string): boolean =>
  place.isRoad &&
  spans.some((next) => !next.place.isRoad && next.from >= to && /^(\d{1,4}号?)?$/.test(folded.slice(to, next.from)));

function occurrences(folded: string, places: readonly Address[], nameOf: (place: Address) => string): Span[] {
  return places.flatMap((place) => {
    const name = nameOf(place);
    const found: Span[] = [];
    for (let at = name === '' ? -1 : folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1))
      found.push({ place, from: at, to: at + name.length });
    return found.slice(0, 3);
  });
}

type Read = Span & { readonly named: number };

/**
 * Of one road, or one place that a change of areas divided or brought together from two communities, the row that has the
 * number is meant. Two estates that only share a name stay two.
 */
const isBetter = (one: Read, other: Read, childrenOf: Children): boolean =>
  one.from === other.from &&
  one.to === other.to &&
  one.named > other.named &&
  ((one.place.isRoad && other.place.isRoad) ||
    one.place.communityCode === other.place.communityCode ||
    cameFrom(one.place, other.place, childrenOf) ||
    cameFrom(other.place, one.place, childrenOf));

/** Codes stay: what lies here and was first registered there begins with the code of there. */
const cameFrom = (here: Address, there: Address, childrenOf: Children): boolean =>
  doorsUnder(here, childrenOf).some(({ code }) => code.startsWith(there.code));

type Children = ReadonlyMap<string | null, readonly Address[]>;

/**
 * The finest row that the text names, all doors under it, and how many levels below the place it is. A number that the
 * register lacks narrows nothing.
 */
function findDoors(
  place: Address,
  parsed: ParsedAddress,
  childrenOf: Children,
): { row: Address; doors: Address[]; named: number } {
  const named = place.isRoad && parsed.number !== undefined ? [parsed.number] : parsed.buildings;
  const wanted = named.length > 0 ? named : parsed.number !== undefined ? [parsed.number] : [];
  const buildings = (childrenOf.get(place.code) ?? []).filter(({ key }) => wanted.includes(key));
  if (buildings.length === 0 || buildings.length < wanted.length)
    return { row: place, doors: doorsUnder(place, childrenOf), named: 0 };
  const stairwells = buildings.map((building) =>
    (childrenOf.get(building.code) ?? []).find(
      ({ kind, key }) => kind === 'stairwell' && parsed.stairwell !== undefined && key === parsed.stairwell,
    ),
  );
  const rows = buildings.map((building, at) => stairwells[at] ?? building);
  return {
    row: rows.length === 1 ? (rows[0] as Address) : place,
    doors: rows.flatMap((row) => doorsUnder(row, childrenOf)),
    named: stairwells.every((one) => one !== undefined) ? 2 : 1,
  };
}

function doorsUnder(row: Address, childrenOf: Children): Address[] {
  if (row.isDoor) return [row];
  return (childrenOf.get(row.code) ?? []).flatMap((child) => doorsUnder(child, childrenOf));
}

/** One for each grid in which doors of this place lie. */
const candidatesOf = (place: Address, doors: readonly Address[], rows: readonly Address[]): Candidate[] =>
  [...Map.groupBy(doors, ({ gridCode }) => gridCode)]
    .toSorted(([a], [b]) => (a ?? '').localeCompare(b ?? ''))
    .map(([gridCode, some]) => {
      const [first, last] = [some[0] as Address, some.at(-1) as Address];
      const names = some.map((door) => labelOf(door, rows).slice(place.name.length));
      const span = some.length > 3 ? `${names[0]}…${names.at(-1)}` : names.join('、');
      const { communityCode } = place;
      if (first === last) return { gridCode, communityCode, addressCode: first.code, label: labelOf(first, rows) };
      return { gridCode, communityCode, addressCode: place.code, label: `${place.name} ${span}` };
    });

/** How an address is written, from its place down: 听雨小区3号楼2单元. */
export function labelOf(row: Address, rows: readonly Address[]): string {
  const parent = row.parentCode === null ? undefined : rows.find(({ code }) => code === row.parentCode);
  return `${parent ? labelOf(parent, rows) : ''}${row.name}`;
}
