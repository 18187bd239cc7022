import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../modules/access/console/index.ts';
import { loadFirstSteps } from '../../modules/territory/console/index.ts';
import { Empty } from '../../ui/console/states.tsx';
import { entriesFor } from './manage-entries.ts';

const FirstSteps = lazy(async () => ({ default: (await loadFirstSteps()).FirstSteps }));

/** Where the district itself is kept (管理): one line for each page that this post may open. */
export function ManagePage() {
  const { t } = useTranslation();
  const { permissions, posts } = useMe();
  const entries = entriesFor(permissions);
  return (
    <main id="main" className="reading">
      <h1>{t('manage.title')}</h1>
      {permissions.includes('district.administer') && (
        <Suspense fallback={null}>
          <FirstSteps />
        </Suspense>
      )}
      {entries.length === 0 && (
        <Empty title={t('manage.nothing')}>
          <p>{t(posts.length > 1 ? 'manage.otherPost' : 'manage.onBoards')}</p>
        </Empty>
      )}
      <ul className="procedure-list hub">
        {entries.map(({ to, words }) => (
          <li key={to}>
            <Link to={to}>{t(`manage.entries.${words}.name`)}</Link>
            <p>{t(`manage.entries.${words}.about`)}</p>
          </li>
        ))}
      </ul>
    </main>
  );
}
