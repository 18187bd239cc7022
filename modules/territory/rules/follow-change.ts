import type { Address, Outline } from '../contract/address.ts';
import type { ChangePlan } from '../contract/area-change.ts';
import type { GridBook } from '../contract/grid-change.ts';
import { addressCodeOf } from './address-code.ts';
import { subtract, unite } from './outline.ts';

/** Where an address lies from a change of areas on. */
export type AddressMove = Pick<Address, 'code' | 'communityCode' | 'parentCode' | 'gridCode'>;

export type RegisterFollowing = {
  readonly moves: readonly AddressMove[];
  /** Of a road or estate that lies in several communities from now on, one more row in each of the others. */
  readonly copies: readonly (Address & { readonly copyOf: string })[];
  readonly outlines: readonly { readonly areaCode: string; readonly outline: Outline | null }[];
};

/**
 * Works out how addresses and outlines follow a change of areas (地址随区划): each door goes with its grid, what lies on it
 * goes with the door, and a road or estate whose doors go to several communities is written down once in each. An address
 * keeps its code. Doors in no grid stay with the community, or go where all of it goes.
 *
 * The outline of a community is made anew from what it has lost and gained; when a part of that was never drawn, it has
 * none, because a wrong one is worse.
 *
 * @param books the communities that the change names, as they were before it
 * @source S03, S09; decision 0016
 */
export function followChange(
  { ended, successions }: Pick<ChangePlan, 'ended' | 'successions'>,
  books: readonly GridBook[],
): RegisterFollowing {
  const heirs = new Map(successions.filter(({ isWhole }) => isWhole).map(({ from, to }) => [from, to]));
  const followed = books.map((book) => new Following(book, heirs, ended.includes(book.communityCode)));
  return {
    moves: followed.flatMap(({ moves }) => moves),
    copies: followed.flatMap(({ copies }) => copies),
    outlines: [...outlinesOfGrids(books, heirs), ...outlinesOfCommunities(successions, books)],
  };
}

/** One community's register while its doors are being followed. */
class Following {
  readonly moves: AddressMove[] = [];
  readonly copies: (Address & { copyOf: string })[] = [];
  readonly #own: string;
  readonly #rest: string;
  readonly #heirs: ReadonlyMap<string, string>;
  readonly #below: ReadonlyMap<string | null, readonly Address[]>;

  constructor(book: GridBook, heirs: ReadonlyMap<string, string>, isEnded: boolean) {
    this.#own = book.communityCode;
    this.#rest = (isEnded ? heirs.get(book.communityCode) : undefined) ?? book.communityCode;
    this.#heirs = heirs;
    this.#below = Map.groupBy(book.addresses, ({ parentCode }) => parentCode);
    const count = new Map<string, number>();
    for (const place of this.#below.get(null) ?? []) this.#follow(place, new Map(), count);
  }

  /** @param parents by community, the code under which the row goes there; without one, the row stays under its own */
  #follow(row: Address, parents: ReadonlyMap<string, string>, count: Map<string, number>): void {
    const targets = [...this.#communitiesOf(row)].toSorted();
    const nowhere = parents.size === 0 || parents.has(this.#rest) ? this.#rest : [...parents.keys()][0]!;
    const home = targets.includes(this.#own) ? this.#own : (targets[0] ?? nowhere);
    this.#move(row, home, parents.get(home) ?? row.parentCode);
    const codes = new Map<string, string>([[home, row.code]]);
    for (const communityCode of targets.filter((code) => code !== home)) {
      const parentCode = parents.get(communityCode) ?? null;
      const above = parentCode ?? communityCode;
      const n = (count.get(`${above} ${row.kind}`) ?? 0) + 1;
      count.set(`${above} ${row.kind}`, n);
      const code = addressCodeOf(above, row.kind, n);
      codes.set(communityCode, code);
      this.copies.push({ ...row, code, communityCode, parentCode, isDoor: false, gridCode: null, copyOf: row.code });
    }
    const below = this.#below.get(row.code) ?? [];
    if (targets.length > 1) for (const one of below) this.#follow(one, codes, count);
    else for (const one of below) this.#takeAlong(one, home);
  }

  #takeAlong(row: Address, communityCode: string): void {
    this.#move(row, communityCode, row.parentCode);
    for (const one of this.#below.get(row.code) ?? []) this.#takeAlong(one, communityCode);
  }

  #move(row: Address, communityCode: string, parentCode: string | null): void {
    const gridCode = row.gridCode === null ? null : (this.#heirs.get(row.gridCode) ?? row.gridCode);
    const stays = communityCode === row.communityCode && parentCode === row.parentCode && gridCode === row.gridCode;
    if (!stays) this.moves.push({ code: row.code, communityCode, parentCode, gridCode });
  }

  #communitiesOf(row: Address): Set<string> {
    if (row.isDoor) {
      const grid = row.gridCode === null ? undefined : (this.#heirs.get(row.gridCode) ?? row.gridCode);
      return new Set([grid?.slice(0, 12) ?? this.#rest]);
    }
    const doors = (this.#below.get(row.code) ?? []).filter(({ kind }) => kind !== 'home');
    return new Set(doors.flatMap((one) => [...this.#communitiesOf(one)]));
  }
}

/** The outline of a grid that goes on under another code goes with it. */
const outlinesOfGrids = (books: readonly GridBook[], heirs: ReadonlyMap<string, string>) =>
  books
    .flatMap(({ grids }) => grids)
    .flatMap(({ code, outline }) => {
      const areaCode = heirs.get(code);
      if (areaCode === undefined || outline === null) return [];
      return [
        { areaCode: code, outline: null },
        { areaCode, outline },
      ];
    });

function outlinesOfCommunities(successions: ChangePlan['successions'], books: readonly GridBook[]) {
  const outlines = new Map<string, Outline | null>(books.map(({ communityCode, outline }) => [communityCode, outline]));
  const drawn = new Map(books.flatMap(({ grids }) => grids).map(({ code, outline }) => [code, outline]));
  const changed = new Set<string>();
  for (const { from, to, isWhole } of successions.filter((one) => one.from.length === 12)) {
    const was = outlines.get(from) ?? null;
    const into = outlines.get(to) ?? null;
    const parts = successions.filter((one) => one.from.startsWith(from) && one.to.startsWith(to) && one.from !== from);
    if (!isWhole && parts.length === 0) continue;
    const shapes = parts.map((one) => drawn.get(one.from) ?? null);
    const part = isWhole ? was : shapes.every((one) => one !== null) ? unite(shapes) : null;
    outlines.set(to, isWhole ? part && into && unite([part, into]) : part);
    outlines.set(from, isWhole ? null : was && part && subtract(was, part));
    changed.add(from).add(to);
  }
  return [...changed].map((areaCode) => ({ areaCode, outline: outlines.get(areaCode) ?? null }));
}
