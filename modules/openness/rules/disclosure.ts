import { createHash } from 'node:crypto';
import { maskText } from '../../requests/index.ts';
import { readPeriodCode } from './disclosure-due.ts';
import { findDisclosureItem, isPublicNotice } from './disclosure-items.ts';

export const WORDS_MIN = 10;
export const WORDS_MAX = 5000;
const ROWS_MAX = 200;
const COLUMNS_MAX = 12;
const CELL_MAX = 200;
const REASON_MIN = 5;
const REASON_MAX = 300;

/** A table as people read it: the first row names the columns. Empty: none. */
export type Rows = readonly (readonly string[])[];
export type Draft = { readonly words: string; readonly rows: Rows };
export type Masked = Draft & {
  /** Names exactly this masked form: whoever publishes has had it before their eyes. */
  readonly seen: string;
  readonly hasHidden: boolean;
};
export type Wish = Draft & {
  readonly item: string;
  readonly period: string;
  readonly seen: string;
  readonly corrects: string | null;
  readonly reason: string;
  /** Number of the matter that a notice is about, as it was typed; empty: none. */
  readonly about: string;
};
type Faults = Readonly<Record<string, { readonly code: string; readonly details?: Readonly<Record<string, number>> }>>;

/** Masks what is about to be disclosed (公开稿), words and cells, by the same masking as requests. */
export function maskDraft({ words, rows }: Draft): Masked {
  const clean = { words: words.trim(), rows: rows.map((row) => row.map((cell) => cell.trim())) };
  const masked = { words: maskText(clean.words), rows: clean.rows.map((row) => row.map(maskText)) };
  const seen = createHash('sha256').update(JSON.stringify(masked)).digest('hex');
  return { ...masked, seen, hasHidden: JSON.stringify(masked) !== JSON.stringify(clean) };
}

const lengthOf = (text: string): number => [...text.trim()].length;
const isSound = (rows: Rows): boolean =>
  rows.length === 0 ||
  (rows.length >= 2 &&
    rows.length <= ROWS_MAX + 1 &&
    rows.every(
      (row) =>
        row.length === rows[0]?.length && row.length <= COLUMNS_MAX && row.every((cell) => lengthOf(cell) <= CELL_MAX),
    ));

/** What is wrong in the words and the table alone, by field. */
export function faultsInDraft({ words, rows }: Draft): Faults {
  return {
    ...(lengthOf(words) < WORDS_MIN || lengthOf(words) > WORDS_MAX
      ? { words: { code: 'disclosure.words', details: { min: WORDS_MIN, max: WORDS_MAX } } }
      : {}),
    ...(isSound(rows)
      ? {}
      : { rows: { code: 'disclosure.rows', details: { rows: ROWS_MAX, columns: COLUMNS_MAX, cell: CELL_MAX } } }),
  };
}

/** What is wrong in what is disclosed and for when, by field: an item of the list, a period of its rhythm that has begun. */
export function faultsInOccasion({ item: code, period: typed }: Pick<Wish, 'item' | 'period'>, today: string): Faults {
  const item = findDisclosureItem(code);
  if (!item) return { item: { code: 'disclosure.no_such_item' } };
  const period = readPeriodCode(item.rhythm, typed);
  return !period || period.first > today ? { period: { code: 'disclosure.period' } } : {};
}

/**
 * Says what is wrong in a disclosure (公开内容), by field; empty when nothing is. Words are always asked for: who cannot see a picture
 * or open a file has to learn the same.
 */
export function faultsInDisclosure(wish: Wish, today: string): Faults {
  const reason = lengthOf(wish.reason);
  const faults = {
    ...faultsInOccasion(wish, today),
    ...(wish.about.trim() !== '' && !isPublicNotice(wish.item)
      ? { about: { code: 'disclosure.about_notice_only' } }
      : {}),
    ...faultsInDraft(wish),
    ...(wish.corrects !== null && (reason < REASON_MIN || reason > REASON_MAX)
      ? { reason: { code: 'disclosure.reason', details: { min: REASON_MIN, max: REASON_MAX } } }
      : {}),
  };
  if (Object.keys(faults).length > 0 || maskDraft(wish).seen === wish.seen) return faults;
  return { words: { code: 'disclosure.look_first' } };
}

/** Which file this is, by its content: a PDF, or a picture that is made anew; undefined for anything else. */
export function kindOfFile(bytes: Buffer): 'pdf' | 'picture' | undefined {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  const isPng = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const isJpeg = bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
  return isPng || isJpeg ? 'picture' : undefined;
}
