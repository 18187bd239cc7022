import { createInstance } from 'i18next';
import { wordsOf, type Language, type Say } from '../words.ts';
import type { TongueHead, WordTree } from './check-tongue.ts';

/** A language of the site: the two that come with it, or one that a words file adds (语言包). */
export type Tongue = {
  /** What stands in the cookie and in addresses. */
  readonly id: string;
  /** For the page, and for how days are written. */
  readonly tag: string;
  /** As its speakers write it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** In which of the two languages names are said, and what a words file lacks. */
  readonly base: Language;
  /** The words; `onMissing` is told the key of each sentence said in the base language instead. */
  readonly sayWith: (onMissing: (key: string) => void) => Say;
};

const own = (id: Language, tag: string, name: string): Tongue => ({
  id,
  tag,
  name,
  direction: 'ltr',
  base: id,
  sayWith: () => wordsOf(id),
});

const chinese = own('zh', 'zh-CN', '中文');
const ownTongues: readonly Tongue[] = [chinese, own('en', 'en', 'English')];

/** Makes a language of what a words file says. */
export function makeTongue({ tag, name, direction, fallback }: TongueHead, words: WordTree): Tongue {
  const id = tag.toLowerCase();
  const book = createInstance();
  void book.init({
    lng: tag,
    fallbackLng: false,
    initAsync: false,
    resources: { [tag]: { site: words } },
    defaultNS: 'site',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return {
    id,
    tag,
    name,
    direction,
    base: fallback,
    sayWith:
      (onMissing) =>
      (key, fill = {}) => {
        if (book.exists(key, { ...fill })) return book.t(key, { ...fill });
        onMissing(key);
        return wordsOf(fallback)(key, fill);
      },
  };
}

/** Both own languages first, then those added. */
export const allTongues = (added: readonly Tongue[]): readonly Tongue[] => [...ownTongues, ...added];

/** The language asked for, if the site has it. */
export const findTongue = (id: unknown, added: readonly Tongue[]): Tongue | undefined =>
  allTongues(added).find((tongue) => tongue.id === id);

export const firstTongue = chinese;
