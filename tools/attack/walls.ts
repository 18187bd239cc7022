import { readFileSync } from 'node:fs';

/** Counts the committed table of who may pass which door (墙表); `npm run walls` makes it anew and the tests compare. */
export function readWalls() {
  const table = JSON.parse(readFileSync(new URL('../../tests/walls/routes.json', import.meta.url), 'utf8')) as Record<
    string,
    string
  >;
  const cells = Object.values(table).flatMap((row) => row.split(' · '));
  return {
    rows: Object.keys(table).length,
    cells: cells.length,
    users: new Set(cells.map((cell) => cell.split(' ')[0])).size,
  };
}
