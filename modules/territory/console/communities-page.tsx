import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, Loading, PageNotLoaded } from '../../../ui/console/states.tsx';
import { call } from './grid-api.ts';

/** The communities whose grids this post keeps (网格划分); with only one, its page opens at once. */
export function CommunitiesPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: ['grids', 'communities'],
    queryFn: () => call('GET /api/grids/communities'),
  });
  if (isPending) return <Loading />;
  if (isError) return <PageNotLoaded error={error} retry={refetch} />;
  const [only, ...others] = data.communities;
  if (only && others.length === 0) return <Navigate to="/manage/grids/$code" params={{ code: only.code }} replace />;
  return (
    <main id="main" className="reading">
      <h1>{t('grids.title')}</h1>
      {!only && <Empty title={t('grids.noCommunity')} />}
      <ul className="procedure-list">
        {data.communities.map(({ code, name, grids }) => (
          <li key={code}>
            <Link to="/manage/grids/$code" params={{ code }}>
              {say(name)}
            </Link>{' '}
            <span className="hint">{t('grids.gridCount', { count: grids })}</span>
          </li>
        ))}
      </ul>
    </main>
  );
}
