import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { failureOf } from '../../../ui/console/failure.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, FailureLine, Loading, LoadFailed } from '../../../ui/console/states.tsx';
import { useTimes, ZoneContext } from '../../../ui/console/times.ts';
import { reportKinds } from '../contract/measure.ts';
import type { ReportHead } from '../contract/report.ts';
import { cache, call } from './api.ts';
import { lastDayOver } from './last-day-over.ts';
import type { AreaSearch } from './searches.ts';

type Kind = ReportHead['kind'];
type Props = AreaSearch & { readonly mayMake: boolean };

/** Weekly and monthly reports (周报、月报): make the next one with one press, open an earlier one. */
export function ReportsPage({ area, mayMake }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: cache.reports(area),
    initialPageParam: '',
    queryFn: ({ pageParam }) => call('GET /api/reports', { query: { area, after: pageParam || undefined } }),
    getNextPageParam: ({ next }) => next,
  });
  const [first] = data?.pages ?? [];
  return (
    <main id="main" className="overview">
      <h1>{t('reports.title')}</h1>
      {first && <p>{t('reports.about', { name: say(first.reach.name) })}</p>}
      {mayMake && <MakeForm area={area} />}
      {error ? (
        <LoadFailed error={error} retry={refetch} />
      ) : !first ? (
        <Loading />
      ) : (
        <Reports reports={data?.pages.flatMap(({ reports }) => reports) ?? []} />
      )}
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{t('behind.more')}</Button>}
    </main>
  );
}

/** The last week or month that is over; another one by any of its days. */
function MakeForm({ area }: AreaSearch) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>('week');
  const zone = useContext(ZoneContext);
  const [day, setDay] = useState(() => lastDayOver('week', new Date(), zone));
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const make = useMutation({
    mutationFn: () =>
      call('POST /api/reports', { body: { commandId, kind, day, ...(area === undefined ? {} : { area }) } }),
    onSuccess: async ({ id }) => {
      setCommandId(crypto.randomUUID());
      await client.invalidateQueries({ queryKey: cache.reports(area) });
      await navigate({ to: '/reports/$id', params: { id } });
    },
  });
  return (
    <form
      className="report-form"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <label>
        {t('reports.kind')}
        <select
          value={kind}
          onChange={({ target }) => {
            const next = target.value === 'month' ? 'month' : 'week';
            setKind(next);
            setDay(lastDayOver(next, new Date(), zone));
          }}
        >
          {reportKinds.map((one) => (
            <option key={one} value={one}>
              {t(`reports.kinds.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t(`reports.dayOf.${kind}`)}
        <input type="date" required value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
      <Button type="primary" htmlType="submit" loading={make.isPending}>
        {t('reports.make')}
      </Button>
      {make.isError && <FailureLine failure={failureOf(make.error)} />}
    </form>
  );
}

function Reports({ reports }: { reports: readonly ReportHead[] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment } = useTimes();
  if (reports.length === 0) return <Empty title={t('reports.none')} />;
  return (
    <div className="wide" tabIndex={0} role="group" aria-label={t('reports.title')}>
      <table>
        <ColumnHeads
          heads={[
            t('reports.kind'),
            t('reports.days'),
            t('reports.madeAt'),
            t('reports.madeBy'),
            t('reports.document'),
          ]}
        />
        <tbody>
          {reports.map(({ id, kind, from, until, madeAt, madeBy }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/reports/$id" params={{ id }}>
                  {t(`reports.kinds.${kind}`)}
                </Link>
              </th>
              <td>{t('overview.days', { from, until })}</td>
              <td>{moment(madeAt)}</td>
              <td>{say(madeBy)}</td>
              <td>
                <a href={`/api/reports/${id}/document`}>{t('reports.word')}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
