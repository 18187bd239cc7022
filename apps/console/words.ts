import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../ui/console/language.ts';

const STORED = 'linli.language';
const tags = { zh: 'zh-CN', en: 'en' } as const;
const load = {
  zh: () => import('./words/zh.json', { with: { type: 'json' } }),
  en: () => import('./words/en.json', { with: { type: 'json' } }),
};

/** The language chosen before on this machine; Chinese first. */
const remembered = (): Language => (localStorage.getItem(STORED) === 'en' ? 'en' : 'zh');

export async function startWords() {
  const language = remembered();
  await i18next
    .use(initReactI18next)
    .init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false } });
  await speak(language);
}

/** Loads the words of a language, speaks it from now on and remembers it. */
export async function speak(language: Language) {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const { default: words } = await load[language]();
    i18next.addResourceBundle(language, 'translation', words);
  }
  await i18next.changeLanguage(language);
  localStorage.setItem(STORED, language);
  document.documentElement.lang = tags[language];
}
