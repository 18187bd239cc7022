import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call, cache } from './api.ts';

/** What comes first in a district that was only just founded (建区第一步): it has no sub-district and no community yet. */
export function FirstSteps() {
  const { t } = useTranslation();
  const top = useQuery({
    queryKey: cache.founding,
    queryFn: () => call('GET /api/areas', { query: {} }),
  });
  const isNew = top.data?.rows.length === 1 && top.data.rows.every(({ below }) => below === 0);
  if (!isNew) return null;
  return (
    <section aria-labelledby="first" className="note">
      <h2 id="first">{t('firstSteps.title')}</h2>
      <ol>
        <li>
          <Link to="/manage/workbook">{t('firstSteps.workbook')}</Link>
          {t('firstSteps.workbookAbout')}
        </li>
        <li>
          <Link to="/manage/vacancies">{t('firstSteps.vacancies')}</Link>
          {t('firstSteps.vacanciesAbout')}
        </li>
      </ol>
    </section>
  );
}
