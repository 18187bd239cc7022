/** Words of a declaration in both languages. */
export type Named = { readonly zh: string; readonly en: string };

/** The words of a declaration alone, without the rest of what they stand in. */
export const wordsOf = ({ zh, en }: Named): Named => ({ zh, en });
