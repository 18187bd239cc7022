import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { MatterPage } from '../contract/views.ts';

/** What and where (基本情况). */
export function MatterFacts({ page }: { page: MatterPage }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment, date } = useTimes();
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('matter.facts')}</h2>
      <dl className="facts">
        <dt>{t('matter.where')}</dt>
        <dd>
          {page.place}
          <span className="hint area-path">{page.areaPath.map(say).join(t('arrow'))}</span>
        </dd>
        <dt>{t('matter.openedAt')}</dt>
        <dd>{moment(page.openedAt)}</dd>
        {page.outcome !== null && (
          <>
            <dt>{t('matter.outcome')}</dt>
            <dd>{t(`outcome.${page.outcome}`)}</dd>
          </>
        )}
        {page.archive !== null && (
          <>
            <dt>{t('matter.archive')}</dt>
            <dd>{t('matter.archiveUntil', { ...page.archive, untilOn: date(page.archive.untilOn) })}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
