import { useTranslation } from 'react-i18next';
import type { Said } from './failure.ts';

export type Language = 'zh' | 'en';

/** The language in force, and `say`, which picks the words of that language out of both. */
export function useLanguage() {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return { language, say: (words: Said) => words[language] };
}
