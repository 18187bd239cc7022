import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { LinkView } from '../contract/views.ts';

type Named = { readonly code: string; readonly name: { readonly zh: string; readonly en: string } };

/** Who is missing in the chains of a community (缺人清单): place, rung, and how many homes are behind it. */
export function MissingList({ links, areas }: { links: readonly LinkView[]; areas: readonly Named[] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const gaps = links.filter(({ isGap }) => isGap);
  if (links.length === 0) return null;
  if (gaps.length === 0) return <p className="hint">{t('chains.complete')}</p>;
  return (
    <section aria-labelledby="missing">
      <h2 id="missing" className="gap">
        {t('chains.missing', { count: gaps.length })}
      </h2>
      <ul className="plain two-columns">
        {gaps.map(({ rung, rungName, areaCode, place, holders, doors, homes }) => {
          const area = areas.find(({ code }) => code === areaCode);
          return (
            <li key={`${areaCode} ${rung} ${place}`}>
              {area ? say(area.name) : areaCode}
              {place !== '' && ` ${place}`} · {say(rungName)}{' '}
              <span className="hint">
                {t(holders.length > 0 ? 'chains.vacant' : 'chains.nobody')}
                {doors > 0 && ` · ${t(homes > 0 ? 'chains.behind' : 'chains.doors', { doors, homes })}`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
