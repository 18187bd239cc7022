import { matterTables, OWN, type SourceMatter } from './source-matters.ts';

const DAY_MS = 86_400_000;
const dayTexts = new Map<number, string>();

/** Days since 1970 as COPY writes them. */
export function dayText(day: number): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  dayTexts.set(day, text);
  return text;
}
export const dayOf = (text: string): number => Date.parse(text) / DAY_MS;

/** What is different in each copy. */
export type Print = {
  readonly id: string;
  readonly number: string;
  /** Whole days, so that hours and days of the week's working hours stay. */
  readonly shiftDays: number;
  readonly nextId: () => string;
  /** Stands behind the place, so that not all copies tell of the same door. */
  readonly door: string;
  /** What stands elsewhere for an id or an area of the source; absent where nothing changes. */
  readonly elsewhere?: (name: string) => string;
};

type Cut = {
  readonly before: Buffer;
  readonly kind: 'id' | 'own' | 'number' | 'day' | 'name' | 'place';
  readonly value: string | number;
};
type Sheet = { readonly cuts: readonly Cut[]; readonly end: Buffer };

/** The rows of a matter, cut where copies differ (模板). */
export type Stencil = { readonly source: SourceMatter; readonly sheets: readonly (Sheet | undefined)[] };

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`);

/**
 * Cuts the rows of a matter at its id, number, own ids and days and behind its place, and with a district also at all other ids and area codes.
 *
 * @param district the district of the source, when copies are for other districts
 */
export function cutStencil(source: SourceMatter, district?: number): Stencil {
  const names = district === undefined ? '' : `|(?<name>(?<![0-9a-f])${uuid}|\\b${district}[0-9]{0,18}\\b)`;
  const places = [source.place, source.place.replaceAll(/\s/g, '')].map(escaped).join('|');
  const place = source.place === '' ? '' : `|(?<=\t)(?<place>${places})(?=[\t\n])`;
  const pattern = new RegExp(
    `(?<id>${source.id})|(?<own>${OWN})|(?<number>${escaped(source.number)})|(?<day>\\b20[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9]))${place}${names}`,
    'g',
  );
  const sheets = matterTables.map((_, at) => {
    const text = (source.rows[at] ?? []).join('');
    if (text === '') return undefined;
    const cuts: Cut[] = [];
    let from = 0;
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups as Partial<Record<Cut['kind'], string>>;
      const kind = (['id', 'own', 'number', 'day', 'name', 'place'] as const).find((one) => groups[one] !== undefined);
      if (!kind) continue;
      const found = match[0];
      const until = match.index + (kind === 'place' ? found.length : 0);
      cuts.push({
        before: Buffer.from(text.slice(from, until)),
        kind,
        value: kind === 'day' ? dayOf(found) : found,
      });
      from = match.index + found.length;
    }
    return { cuts, end: Buffer.from(text.slice(from)) };
  });
  return { source, sheets };
}

/** Where copies go: bytes that were made once, and the few signs that are different each time, all of them ASCII. */
export type Sink = { readonly bytes: (bytes: Buffer) => void; readonly signs: (text: string) => void };

/** Writes one copy of the rows of one table. */
export function printSheet({ cuts, end }: Sheet, print: Print, sink: Sink): void {
  for (const { before, kind, value } of cuts) {
    sink.bytes(before);
    if (kind === 'id') sink.signs(print.id);
    else if (kind === 'day') sink.signs(dayText((value as number) + print.shiftDays));
    else if (kind === 'own') sink.signs(print.nextId());
    else if (kind === 'number') sink.signs(print.number);
    else if (kind === 'place') sink.signs(print.door);
    else sink.signs(print.elsewhere?.(value as string) ?? String(value));
  }
  sink.bytes(end);
}
