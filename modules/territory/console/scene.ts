import type { Scene } from '../../../ui/map/scene.ts';
import type { GridBookView } from '../contract/grid-routes.ts';
import type { Chosen, Door } from './doors.ts';
import type { EditOutline } from './grid-order.ts';
import type { Said } from '../../../ui/console/failure.ts';

type Parts = {
  readonly book: GridBookView;
  readonly doors: readonly Door[];
  readonly chosen: Chosen;
  readonly line: [number, number][] | null;
  readonly redrawn: ReadonlyMap<string, EditOutline | null>;
  readonly grid: string | undefined;
  readonly say: (words: Said) => string;
};

/** What the map of a community shows: outlines with what was dragged, doors in the tone of their grid, and what is wrong. */
export function sceneOf({ book, doors, chosen, line, redrawn, grid, say }: Parts): Scene {
  const toneOf = (code: string | null) => book.grids.findIndex((one) => one.code === code);
  return {
    outline: book.outline,
    areas: book.grids.flatMap(({ code, name, outline }, tone) => {
      const drawn = redrawn.get(code);
      const shape = drawn === undefined ? outline : drawn;
      return shape ? [{ code, label: say(name), outline: shape, tone, isChosen: code === grid }] : [];
    }),
    roads: book.roads,
    places: placesOf(doors),
    doors: doors.flatMap(({ code, short, point, gridCode }) =>
      point ? [{ code, label: short, point, tone: Math.max(0, toneOf(gridCode)), isChosen: chosen.has(code) }] : [],
    ),
    line,
    marks: book.findings.flatMap(({ at }) => (at ? [at] : [])),
  };
}

/** Where the doors of an estate are, on average; roads are named along their course. */
function placesOf(doors: readonly Door[]): Scene['places'] {
  const placed = doors.flatMap(({ place, isOnRoad, point }) => (point && !isOnRoad ? [{ place, point }] : []));
  return [...Map.groupBy(placed, ({ place }) => place)].map(([label, some]) => {
    const mean = (at: 0 | 1) => some.reduce((sum, { point }) => sum + point[at], 0) / some.length;
    return { label, point: [mean(0), mean(1)] as const };
  });
}
