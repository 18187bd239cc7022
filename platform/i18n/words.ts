import { createInstance } from 'i18next';
import type { Refusal } from '../result.ts';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
/** The same words in both languages. */
export type Both = Readonly<Record<Language, string>>;
type WordFile = Readonly<Record<string, unknown>>;

const books = createInstance();
void books.init({
  lng: 'zh',
  fallbackLng: false,
  initAsync: false,
  resources: {},
  interpolation: { escapeValue: false },
  returnNull: false,
});
const drawers: string[] = [];

/** Adds the words of one module or app under its name; both languages together. */
export function addWords(name: string, words: Readonly<Record<Language, WordFile>>): void {
  for (const language of languages) books.addResourceBundle(language, name, words[language], true, true);
  if (!drawers.includes(name)) drawers.push(name);
}

/** Says one sentence in both languages. A missing key is a fault of ours and is thrown. */
export function say(name: string, key: string, values: Readonly<Record<string, unknown>> = {}): Both {
  const one = (language: Language): string => {
    if (!books.exists(key, { lng: language, ns: name, ...values }))
      throw new Error(`no ${language} words for ${name}:${key}`);
    return books.t(key, { lng: language, ns: name, ...values });
  };
  return { zh: one('zh'), en: one('en') };
}

/** Says a refusal: what, why, what now. The sentence is found by the permanent code in whichever module holds it. */
export function sayRefusal({ code, details }: Pick<Refusal, 'code' | 'details'>): Both {
  const key = `refusals.${code}`;
  const name = drawers.find((drawer) => books.exists(key, { lng: 'zh', ns: drawer }));
  if (!name) throw new Error(`no words for the refusal ${code}`);
  return say(name, key, details ?? {});
}
