import type { GridBookView } from '../contract/grid-routes.ts';

type AddressRow = GridBookView['addresses'][number];
export type Door = AddressRow & {
  /** How it is written, from its place down. */
  readonly label: string;
  /** The same without the place. */
  readonly short: string;
  readonly place: string;
  readonly isOnRoad: boolean;
};

/** The doors of a register with how they are written, in the order of the register. */
export function listDoors({ addresses }: GridBookView): Door[] {
  const rows = new Map(addresses.map((row) => [row.code, row]));
  const pathOf = (row: AddressRow): AddressRow[] => {
    const parent = row.parentCode === null ? undefined : rows.get(row.parentCode);
    return [...(parent ? pathOf(parent) : []), row];
  };
  return addresses
    .filter(({ isDoor }) => isDoor)
    .map((row) => {
      const path = pathOf(row);
      const [place = '', ...rest] = path.map(({ name }) => name);
      const isOnRoad = path[0]?.isRoad ?? false;
      return { ...row, place, isOnRoad, label: `${place}${rest.join('')}`, short: rest.join('') || place };
    });
}

export type Chosen = ReadonlySet<string>;

/** The choice with these doors added, or taken away. */
export function choose(chosen: Chosen, doors: readonly string[], isOn: boolean): Chosen {
  const next = new Set(chosen);
  for (const door of doors) {
    if (isOn) next.add(door);
    else next.delete(door);
  }
  return next;
}
