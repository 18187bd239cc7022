/** The area an address of the pages of figures names: `/overview?area=990102001`. */
export type AreaSearch = { readonly area?: string | undefined };

/** A code of digits may arrive as a number. */
const textOf = (value: unknown): string | undefined =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;

export function readAreaSearch(search: Record<string, unknown>): AreaSearch {
  const area = textOf(search['area']);
  return area === undefined ? {} : { area };
}

const names = [
  'of',
  'area',
  'own',
  'place',
  'holder',
  'procedure',
  'state',
  'fromDays',
  'belowDays',
  'detail',
  'subject',
  'from',
  'until',
] as const;

/** The figure whose matters are asked for, as the address says it. What it does not know it leaves out. */
export type BehindSearch = { readonly [Name in (typeof names)[number]]?: string };

export function readBehindSearch(search: Record<string, unknown>): BehindSearch {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = textOf(search[name]);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}
