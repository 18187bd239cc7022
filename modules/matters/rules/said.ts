import type { SealedEntry } from './seal-entry.ts';

/** What people wrote in a matter, and the marks from 1 to 5 that the person who asked gave; oldest first. */
export type Said = {
  readonly words: readonly { readonly name: string; readonly text: string }[];
  readonly ratings: readonly number[];
};

/** What was said in entries that were just made (文字与评价). */
export const saidIn = (entries: readonly SealedEntry[]): Said => ({
  words: entries.flatMap((entry) => entry.words),
  ratings: entries.flatMap(({ content }) => {
    const mark = content.input?.['rating'];
    return typeof mark === 'number' ? [mark] : [];
  }),
});
