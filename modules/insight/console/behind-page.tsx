import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { MatterNumber } from '../../access/console/index.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, Loading, LoadFailed } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { BehindAsk, BehindRow } from '../contract/views.ts';
import { cache, call } from './api.ts';
import { sayAge } from './say-age.ts';
import type { BehindSearch } from './searches.ts';

/** The matters behind a figure (数字背后的事项): as many as the figure says, each opening to its page. */
export function BehindPage({ search }: { search: BehindSearch }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: cache.behind(search),
    initialPageParam: '',
    // The server says what of an address that somebody typed it does not take.
    queryFn: ({ pageParam }) =>
      call('GET /api/overview/matters', {
        query: { ...search, after: pageParam || undefined } as unknown as BehindAsk,
      }),
    getNextPageParam: ({ next }) => next,
  });
  const [first] = data?.pages ?? [];
  const back = search.area === undefined ? {} : { area: search.area };
  return (
    <main id="main" className="overview">
      <h1>{t('behind.title')}</h1>
      {error ? (
        <LoadFailed error={error} retry={refetch} />
      ) : !first ? (
        <Loading />
      ) : (
        <>
          <p>
            <Link to="/overview" search={first.reach.tier === 'grid' ? {} : back}>
              {t('overview.of', { name: say(first.reach.name) })}
            </Link>
            {' › '}
            {first.place && `${say(first.place)} `}
            <What search={search} />
            {' › '}
            <strong>{t('behind.total', { n: first.total })}</strong>
          </p>
          {first.elsewhere > 0 && <p className="note">{t('behind.elsewhere', { n: first.elsewhere })}</p>}
          {first.total === 0 ? (
            <Empty title={t('behind.none')} />
          ) : (
            <Rows rows={data?.pages.flatMap(({ rows }) => rows) ?? []} />
          )}
          {hasNextPage && (
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('behind.more')}
            </Button>
          )}
        </>
      )}
    </main>
  );
}

const standing: readonly (string | undefined)[] = ['open', 'overdue', 'dueToday', 'waiting', 'onBooks'];

/** The figure in words, with the days it is of. */
function What({ search: { of = 'open', from, until, fromDays, belowDays } }: { search: BehindSearch }) {
  const { t } = useTranslation();
  const { date } = useTimes();
  const name = standing.includes(of) ? t(`overview.figures.${of}`) : t(`overview.flow.${of}`);
  const days =
    from !== undefined && until !== undefined ? t('overview.days', { from: date(from), until: date(until) }) : '';
  const age =
    fromDays === undefined ? '' : sayAge(t, Number(fromDays), belowDays === undefined ? undefined : Number(belowDays));
  return (
    <>
      {name} {days} {age}
    </>
  );
}

function Rows({ rows }: { rows: readonly BehindRow[] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { day, due } = useTimes();
  // A figure of what stands now tells of nothing that happened.
  const hasHappened = rows.some(({ at }) => at !== null);
  return (
    <div className="wide" tabIndex={0} role="group" aria-label={t('behind.title')}>
      <table>
        <ColumnHeads
          heads={[
            t('behind.number'),
            t('behind.what'),
            t('behind.where'),
            t('behind.holder'),
            t('behind.state'),
            t('behind.opened'),
            t('behind.due'),
            ...(hasHappened ? [t('behind.at')] : []),
          ]}
        />
        <tbody>
          {rows.map(({ id, number, title, area, holder, state, openedAt, dueAt, at }) => (
            <tr key={`${id} ${at}`}>
              <td className="number">
                <MatterNumber id={id} number={number} />
              </td>
              <th scope="row">{title}</th>
              <td>{area ? say(area) : ''}</td>
              <td>{say(holder)}</td>
              <td>{say(state)}</td>
              <td className="number">{day(openedAt)}</td>
              <td className="number">{dueAt === null ? '' : due(dueAt)}</td>
              {hasHappened && <td className="number">{at === null ? '' : day(at)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
