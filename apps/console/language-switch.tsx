import { useTranslation } from 'react-i18next';
import { useLanguage, type Language } from '../../ui/console/language.ts';
import { speak } from './words.ts';

const languages: readonly { language: Language; tag: string }[] = [
  { language: 'zh', tag: 'zh-CN' },
  { language: 'en', tag: 'en' },
];

/** Chinese or English (中文 / English), in sight on every page; each in its own words. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language: now } = useLanguage();
  return (
    <div role="group" aria-label={t('language.title')} className="languages">
      {languages.map(({ language, tag }) => (
        <button
          key={language}
          type="button"
          lang={tag}
          aria-pressed={language === now}
          onClick={() => void speak(language)}
        >
          {t(`language.${language}`)}
        </button>
      ))}
    </div>
  );
}
