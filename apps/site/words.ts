import { addWords, languages, say, type Language } from '../../platform/i18n/words.ts';
import en from './words/en.json' with { type: 'json' };
import zh from './words/zh.json' with { type: 'json' };

export { languages, type Language };

type Keys<Tree> = { [K in keyof Tree & string]: Tree[K] extends string ? K : `${K}.${Keys<Tree[K]>}` }[keyof Tree &
  string];
/** The path of a sentence in `words/zh.json`; one that is not there does not compile. */
export type Key = Keys<typeof zh>;
export type Say = (key: Key, fill?: Readonly<Record<string, string | number>>) => string;

addWords('site', { zh, en });

/** Gives the site's words in one language. */
export const wordsOf =
  (language: Language): Say =>
  (key, fill) =>
    say('site', key, fill)[language];
