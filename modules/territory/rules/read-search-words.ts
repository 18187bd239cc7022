export type SearchWords = { readonly kind: 'digits' | 'letters' | 'name'; readonly text: string };

/**
 * Reads what somebody looks a place up by (检索词): digits are a code, Latin letters are pinyin or its initials, the rest is
 * part of a name.
 *
 * @returns undefined for less than two characters
 */
export function readSearchWords(words: string): SearchWords | undefined {
  const text = words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s'’-]/g, '');
  if ([...text].length < 2) return undefined;
  if (/^[0-9]{2,24}$/.test(text)) return { kind: 'digits', text };
  if (/^[a-zü0-9]+$/.test(text)) return { kind: 'letters', text: text.replaceAll('ü', 'v') };
  return { kind: 'name', text };
}
