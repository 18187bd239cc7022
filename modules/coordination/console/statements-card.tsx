import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../access/console/index.ts';
import { LoadFailed } from '../../../ui/console/states.tsx';
import { cache, callDesk } from './api.ts';
import { StatementList } from './statement-list.tsx';

/** What was said at this session (大家说的), what has no reply yet first; and the way to register what becomes a matter. */
export function StatementsCard({ matterId }: { matterId: string }) {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const { data, isError, error, refetch } = useQuery({
    queryKey: cache.session(matterId),
    queryFn: () => callDesk('GET /api/listening-sessions/:id', { params: { id: matterId } }),
  });
  if (isError) return <LoadFailed error={error} retry={refetch} />;
  if (!data) return null;
  const { statements, mayRaise } = data;
  const open = statements.filter(({ replied }) => replied === false);
  return (
    <section className="card" aria-labelledby="statements">
      <h2 id="statements">{t('listening.said')}</h2>
      <p className="hint">
        {statements.length === 0
          ? t('listening.nothing')
          : t('listening.count', { all: statements.length, open: open.length })}
      </p>
      <StatementList statements={[...open, ...statements.filter(({ replied }) => replied !== false)]} />
      {mayRaise && permissions.includes('matters.register') && (
        <p className="unprinted">
          <Link to="/register" search={{ session: matterId }}>
            {t('listening.register')}
          </Link>
        </p>
      )}
    </section>
  );
}
