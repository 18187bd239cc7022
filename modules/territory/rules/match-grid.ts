import type { Area, GridMatch } from '../contract/area.ts';

/**
 * Matches what someone wrote about a place with the grids (网格) of a community.
 *
 * A grid matches when the text contains one of its address names. A short name inside a longer one that is also
 * there ("云栖苑" in "云栖苑二期") says nothing of its own. One grid left: found. Several: candidates, never a guess.
 */
export function matchGrid(grids: readonly Area[], text: string): GridMatch {
  const place = normalise(text);
  const names = grids.flatMap((grid) => grid.addresses.map((address) => ({ grid, name: normalise(address) })));
  const spans = names.flatMap(({ grid, name }) =>
    occurrencesOf(name, place).map((from) => ({ grid, from, to: from + name.length })),
  );
  const own = spans.filter(
    (span) =>
      !spans.some(
        (other) => other.from <= span.from && other.to >= span.to && other.to - other.from > span.to - span.from,
      ),
  );
  const matched = [...new Set(own.map((span) => span.grid))];
  const [grid] = matched;
  return grid && matched.length === 1 ? { found: true, grid } : { found: false, candidates: matched };
}

/** Full-width digits, spaces and capitals are the same place. */
const normalise = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

function occurrencesOf(name: string, place: string): number[] {
  if (name === '') return [];
  const found: number[] = [];
  for (let at = place.indexOf(name); at >= 0; at = place.indexOf(name, at + 1)) found.push(at);
  return found;
}
