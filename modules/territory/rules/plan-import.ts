import type { Address, AddressKind } from '../contract/address.ts';
import type { GridBook } from '../contract/grid-change.ts';
import { addressCodeOf, mostBelow, numberIn } from './address-code.ts';
import { addressKeyOf, addressNameOf } from './address-key.ts';
import { readNumber } from './fold-address.ts';
import type { LineFault, ListedAddress } from './read-address-list.ts';

export type ImportPlan = {
  readonly added: readonly Address[];
  /** Doors that are no longer the finest address, because something finer came below them. */
  readonly undoored: readonly string[];
  /** Points of addresses that were there and had none. */
  readonly placed: readonly { readonly code: string; readonly point: readonly [number, number] }[];
  readonly known: number;
};

/**
 * Plans what a list adds to the register (导入地址); an address that is there already is counted and left alone.
 *
 * The grid of a line is the one it names, else `defaultGrid`, else that of what it lies in or beside, when that is one
 * grid. Nothing moves: a line that puts a known address into another grid is a fault.
 *
 * @returns the plan, and each fault with its line: `import.no_grid`, `import.grid_unknown`, `import.twice` (two lines put
 *   one address into two grids), `import.other_grid` (it lies in another grid), `import.too_many_below`
 * @source S03
 */
export function planImport(book: GridBook, rows: readonly ListedAddress[], defaultGrid: string | null) {
  const register = new Register(book);
  const faults: LineFault[] = [];
  for (const row of rows) {
    const fault = addRow(register, row, row.grid === '' ? defaultGrid : row.grid);
    if (fault) faults.push({ line: row.line, ...fault });
  }
  return { plan: register.plan(), faults };
}

type Fault = Omit<LineFault, 'line'>;

function addRow(register: Register, row: ListedAddress, saidGrid: string | null): Fault | undefined {
  const wanted = saidGrid === null ? null : register.findGrid(saidGrid);
  if (wanted === undefined) return { code: 'import.grid_unknown', gridZh: saidGrid ?? '', gridEn: saidGrid ?? '' };
  const levels = [
    ['place', row.place],
    ['building', row.building],
    ['stairwell', row.stairwell],
  ] as const;
  const path = levels.filter(([, name]) => name !== '');
  let parent: Address | null = null;
  for (const [at, [kind, name]] of path.entries()) {
    const known: Address | undefined = register.find(parent, kind, name);
    const isLast = at === path.length - 1;
    if (known) {
      if (isLast && known.isDoor && wanted !== null && known.gridCode !== wanted)
        return (
          register.saidBefore(known, row.line) ?? { code: 'import.other_grid', ...register.nameOf(known.gridCode) }
        );
      if (isLast && row.room === '') register.see(known, row.point);
      parent = known;
      continue;
    }
    const inherited: string | null | undefined = parent?.isDoor ? parent.gridCode : undefined;
    if (inherited && wanted !== null && inherited !== wanted)
      return { code: 'import.other_grid', ...register.nameOf(inherited) };
    const grid: string | null = wanted ?? inherited ?? register.onlyGridUnder(parent);
    if (grid === null) return { code: 'import.no_grid' };
    const added: Address | undefined = register.add(parent, {
      kind,
      name,
      grid,
      line: row.line,
      point: isLast ? row.point : null,
    });
    if (!added) return { code: 'import.too_many_below' };
    parent = added;
  }
  if (row.room === '' || parent === null) return undefined;
  const home = register.find(parent, 'home', row.room);
  if (home) register.see(home, null);
  else if (!register.add(parent, { kind: 'home', name: row.room, grid: null, line: row.line, point: row.point }))
    return { code: 'import.too_many_below' };
  return undefined;
}

type New = { kind: AddressKind; name: string; grid: string | null; line: number; point: Address['point'] };

/** The register while a list is being read into it. */
class Register {
  readonly #book: GridBook;
  readonly #rows: Map<string, Address>;
  readonly #byName: Map<string, string[]>;
  readonly #below = new Map<string | null, string[]>();
  readonly #last = new Map<string, number>();
  readonly #lines = new Map<string, number>();
  readonly #undoored = new Set<string>();
  readonly #placed = new Map<string, readonly [number, number]>();
  #known = 0;

  constructor(book: GridBook) {
    this.#book = book;
    this.#rows = new Map(book.addresses.map((row) => [row.code, row]));
    this.#byName = new Map();
    for (const row of book.addresses) this.#enter(row);
    for (const code of book.goneCodes) this.#count(code);
  }

  /** A grid by its code, its name, or the number with which its code ends. */
  findGrid(said: string): string | undefined {
    const name = said.normalize('NFKC').trim();
    const digits = readNumber(/^第?(.+?)(?:号?网格)?$/.exec(name)?.[1]?.toLowerCase() ?? '');
    const grid = this.#book.grids.find(({ code, nameZh, nameEn }) => [code, nameZh, nameEn].includes(name));
    const numbered = this.#book.grids.filter(
      ({ code }) => digits !== undefined && String(Number(code.slice(-3))) === digits,
    );
    return grid?.code ?? (numbered.length === 1 ? numbered[0]?.code : undefined);
  }

  nameOf(code: string | null): { gridZh: string; gridEn: string } {
    const grid = this.#book.grids.find((one) => one.code === code);
    return { gridZh: grid?.nameZh ?? '—', gridEn: grid?.nameEn ?? '—' };
  }

  /** By its name; a road that came from two communities is in the register twice, and either may have the building. */
  find(parent: Address | null, kind: AddressKind, name: string): Address | undefined {
    const parents = parent ? (this.#byName.get(nameKey(parent.parentCode, parent.key)) ?? []) : [null];
    const key = addressKeyOf(kind, name);
    const [code] = parents.flatMap((above) => this.#byName.get(nameKey(above, key)) ?? []);
    return code === undefined ? undefined : this.#rows.get(code);
  }

  /** The same address came in this very list, with another grid. */
  saidBefore({ code }: Address, line: number): Fault | undefined {
    const other = this.#lines.get(code);
    return other === undefined || other === line ? undefined : { code: 'import.twice', other };
  }

  see({ code, point }: Address, given: Address['point']): void {
    if (!this.#lines.has(code)) this.#known += 1;
    if (given && !point) this.#placed.set(code, given);
  }

  onlyGridUnder(parent: Address | null): string | null {
    if (!parent) return null;
    const grids = new Set(this.#doorsBelow(parent.code).map(({ gridCode }) => gridCode));
    return grids.size === 1 ? ([...grids][0] ?? null) : null;
  }

  #doorsBelow(code: string): Address[] {
    const row = this.#rows.get(code);
    if (row?.isDoor) return [row];
    return (this.#below.get(code) ?? []).flatMap((one) => this.#doorsBelow(one));
  }

  #enter(row: Address): void {
    const named = nameKey(row.parentCode, row.key);
    this.#byName.set(named, [...(this.#byName.get(named) ?? []), row.code]);
    if (row.kind !== 'home') this.#below.set(row.parentCode, [...(this.#below.get(row.parentCode) ?? []), row.code]);
    this.#count(row.code);
  }

  add(parent: Address | null, { kind, name, grid, line, point }: New): Address | undefined {
    const { communityCode } = this.#book;
    const above = parent?.code ?? communityCode;
    const n = (this.#last.get(seriesOf(addressCodeOf(above, kind, 0))) ?? 0) + 1;
    if (n > mostBelow(kind)) return undefined;
    const row: Address = {
      code: addressCodeOf(above, kind, n),
      communityCode,
      parentCode: parent?.code ?? null,
      kind,
      name: addressNameOf(kind, name.normalize('NFKC').trim()),
      key: addressKeyOf(kind, name),
      isRoad: kind === 'place' && /(路|街|巷|道|弄|胡同)$/.test(name.trim()),
      isDoor: kind !== 'home',
      gridCode: grid,
      point,
    };
    this.#rows.set(row.code, row);
    this.#enter(row);
    this.#lines.set(row.code, line);
    if (parent?.isDoor && kind !== 'home') this.#undoor(parent);
    return row;
  }

  plan(): ImportPlan {
    const added = [...this.#lines.keys()].map((code) => this.#rows.get(code) as Address);
    const placed = [...this.#placed].map(([code, point]) => ({ code, point }));
    return { added, undoored: [...this.#undoored], placed, known: this.#known };
  }

  #count(code: string): void {
    const series = seriesOf(code);
    this.#last.set(series, Math.max(numberIn(code), this.#last.get(series) ?? 0));
  }

  #undoor(parent: Address): void {
    this.#rows.set(parent.code, { ...parent, isDoor: false, gridCode: null });
    if (!this.#lines.has(parent.code)) this.#undoored.add(parent.code);
  }
}

/** What numbers are given in: the code without its last number. */
const seriesOf = (code: string) => code.replace(/\d+$/, '');
const nameKey = (parentCode: string | null, key: string) => `${parentCode ?? ''} ${key}`;
