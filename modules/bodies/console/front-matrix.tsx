import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { call } from './bodies-api.ts';
import { HolderLine } from './chain-list.tsx';

/** Fronts against villages and communities (战线矩阵) of the whole district; an empty cell is a front with nobody. */
export function FrontMatrix() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: ['chains', 'fronts'],
    queryFn: () => call('GET /api/fronts', { query: {} }),
  });
  return (
    <section aria-labelledby="front-matrix">
      <h2 id="front-matrix">{t('chains.fronts')}</h2>
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {data && data.rows.length === 0 && <p className="hint">{t('chains.noFronts')}</p>}
      {data && data.rows.length > 0 && (
        <div className="wide any-width">
          <table>
            <ColumnHeads heads={[t('chains.village'), ...data.fronts]} />
            <tbody>
              {data.rows.map(({ code, name, cells }) => (
                <tr key={code}>
                  <th scope="row">
                    <Link to="/manage/chains/$code" params={{ code }}>
                      {say(name)}
                    </Link>
                  </th>
                  {cells.map((holder, at) => (
                    <td key={data.fronts[at]}>
                      {holder ? <HolderLine holder={holder} /> : <em className="gap">{t('chains.nobody')}</em>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
