import type { NamedView, Subdistrict } from '../deps.ts';

/** A sub-district or community as a page speaks of it; `within` is the sub-district of a community. */
export type NamedArea = { readonly code: string; readonly name: NamedView; readonly within?: Subdistrict };

/** Finds a sub-district or community by its code; undefined when there is none. */
export function findNamedArea(code: string, subdistricts: readonly Subdistrict[]): NamedArea | undefined {
  for (const subdistrict of subdistricts) {
    if (subdistrict.code === code) return { code, name: subdistrict.name };
    const community = subdistrict.communities.find((one) => one.code === code);
    if (community) return { code, name: community.name, within: subdistrict };
  }
  return undefined;
}

/** An address with those of its arguments that say something. */
export function pathWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path;
}

/** The first value of an argument of an address, as text. */
export function askedOf(query: unknown, name: string): string {
  const value = (query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.trim() : '';
}
