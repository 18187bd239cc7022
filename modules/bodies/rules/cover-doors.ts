/** A door as the chains see it: the names by which it can be meant, widest first. */
export type CoveredDoor = { readonly labels: readonly string[]; readonly homes: number };
export type Cover = { readonly place: string; readonly doors: readonly CoveredDoor[] };

/**
 * Divides the doors of a grid among the places for which somebody is named (包楼包户): each door lies with the finest of
 * them that it lies in. Doors with nobody are put together as widely as can be said of all of them.
 *
 * @param named places with a contact: an estate, a building or a stairwell, as the register writes them
 * @returns every named place, also one without a door, then what is left
 * @source S07: every household has its contact
 */
export function coverDoors(doors: readonly CoveredDoor[], named: readonly string[]): Cover[] {
  const known = new Set(named);
  const placeOf = (door: CoveredDoor) => door.labels.findLast((label) => known.has(label));
  const open = doors.filter((door) => placeOf(door) === undefined);
  const taken = new Set(doors.filter((door) => placeOf(door) !== undefined).flatMap(({ labels }) => labels));
  const left = Map.groupBy(open, ({ labels }) => labels.find((label) => !taken.has(label)) ?? labels.at(-1) ?? '');
  return [
    ...named.map((place) => ({ place, doors: doors.filter((door) => placeOf(door) === place) })),
    ...[...left].map(([place, some]) => ({ place, doors: some })),
  ];
}
