import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { ChangePreview as Preview } from '../contract/routes.ts';

/** What the change will do, in sentences, before it is decided. */
export function ChangePreview({ preview, children }: { preview: Preview; children: ReactNode }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { ended, founded, renamed, openMatters, settledMatters, posts, grids } = preview;
  const list = (areas: Preview['ended']) => areas.map(({ code, name }) => `${say(name)} (${code})`).join(t('comma'));
  const endedCommunities = ended.filter(({ code }) => code.length <= 12);
  return (
    <section className="change-preview" aria-labelledby="what-happens" role="status">
      <h3 id="what-happens">{t('areas.happens')}</h3>
      <ul>
        {endedCommunities.length > 0 && <li>{t('areas.ends', { areas: list(endedCommunities) })}</li>}
        {founded.length > 0 && <li>{t('areas.begins', { areas: list(founded) })}</li>}
        {renamed.length > 0 && <li>{t('areas.isCalled', { areas: list(renamed) })}</li>}
        {ended.length > 0 && <li>{t('areas.follow', { openMatters, settledMatters, posts, grids })}</li>}
        <li>{t('areas.figuresStay')}</li>
      </ul>
      {children}
    </section>
  );
}
