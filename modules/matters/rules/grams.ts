/**
 * Makes the two-character grams (二元切分) of a text for search; a letter or digit run is folded to lower case first.
 * Each gram stands once.
 */
export function makeGrams(text: string): string[] {
  const grams = new Set<string>();
  for (const run of wordRuns(text)) {
    const signs = [...run];
    for (let i = 0; i + 1 < signs.length; i += 1) grams.add(`${signs[i]}${signs[i + 1]}`);
  }
  return [...grams];
}

/** Runs of letters, digits and Chinese characters; everything else divides them. */
export const wordRuns = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The text as search compares it: folded, without anything between the words. */
export const foldForSearch = (text: string): string => wordRuns(text).join(' ');
