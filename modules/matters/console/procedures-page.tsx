import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { call } from './api.ts';
import { cache } from './cache.ts';

/** The published procedures (办事流程公开). */
export function ProceduresPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.procedures,
    queryFn: () => call('GET /api/procedures'),
  });
  return (
    <main id="main" className="reading">
      <h1>{t('procedure.list')}</h1>
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      <ul className="procedure-list hub">
        {data?.procedures.map(({ id, name, promise, mayOpen }) => (
          <li key={id}>
            <Link to="/procedures/$id" params={{ id }}>
              {say(name)}
            </Link>
            <p>{say(promise)}</p>
            {mayOpen && (
              <p>
                <Link to="/open/$id" params={{ id }}>
                  {t('open.link', { name: say(name) })}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ul>
    </main>
  );
}
