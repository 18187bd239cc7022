import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { cache, call } from './staff-api.ts';

/** Posts that nobody holds (空缺岗位), and who answers first for their area meanwhile. */
export function VacanciesPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.vacancies,
    queryFn: () => call('GET /api/staff/vacancies'),
  });
  return (
    <main id="main" className="reading">
      <h1>{t('vacancy.title')}</h1>
      <p className="hint">{t('vacancy.about')}</p>
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {data?.vacancies.length === 0 && <Empty title={t('vacancy.none')} />}
      {data && data.vacancies.length > 0 && (
        <div className="wide">
          <table>
            <caption className="hint">{t('vacancy.count', { count: data.vacancies.length })}</caption>
            <ColumnHeads heads={[t('vacancy.post'), t('vacancy.body'), t('vacancy.covered')]} />
            <tbody>
              {data.vacancies.map(({ postId, name, body, area, areaCode, covered }) => (
                <tr key={postId}>
                  <td>
                    <strong>{say(name)}</strong> <span className="hint">{say(area)}</span>
                  </td>
                  <td>
                    <Link to="/manage/posts" search={{ area: areaCode.slice(0, 12) }}>
                      {say(body)}
                    </Link>
                  </td>
                  <td>{covered ? `${say(covered.person)} · ${say(covered.post)}` : t('vacancy.uncovered')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}
