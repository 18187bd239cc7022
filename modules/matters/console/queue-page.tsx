import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../../ui/console/is-phone.ts';
import { useKeys } from '../../../ui/console/keys.ts';
import { FailureLine, Empty, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { failureOf } from '../../../ui/console/failure.ts';
import { useMe } from '../../access/console/index.ts';
import type { BulkAction } from '../contract/desk-limits.ts';
import type { MatterRow } from '../contract/views.ts';
import { BulkBar } from './bulk-bar.tsx';
import { ListTools } from './list-tools.tsx';
import { ListHead } from './print-parts.tsx';
import { QueueFilters, type CommunityChoice } from './queue-filters.tsx';
import { QueueList } from './queue-list.tsx';
import { QueueRows } from './queue-rows.tsx';
import { queueOf, type QueueSearch } from './queue-search.ts';
import { QueueTable } from './queue-table.tsx';
import { SavedViews } from './saved-views.tsx';
import { useStar } from './star.tsx';
import { useChosen } from './use-chosen.ts';
import { useLive } from './use-live.ts';
import { useMatterList } from './use-matter-list.ts';

const BulkPanel = lazy(async () => ({ default: (await import('./bulk-panel.tsx')).BulkPanel }));

type Props = {
  readonly search: QueueSearch;
  readonly CommunityChoice: CommunityChoice;
  /** What other modules have to remind of, above the list. */
  readonly Due: ComponentType;
};

/** The home page (待办): my queues, and the chosen one as a list, the most urgent first. */
export function QueuePage({ search, CommunityChoice, Due }: Props) {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  useLive();
  const queue = queueOf(search);
  const list = useMatterList({ ...search, queue });
  const shownAs = JSON.stringify(search);
  const { active, setActive } = useRowKeys(list.rows, shownAs);
  const chosen = useChosen(
    list.rows.map(({ id }) => id),
    active,
    shownAs,
  );
  const [doing, setDoing] = useState<{ action: BulkAction; ids: readonly string[] }>();
  const end = () => {
    setDoing(undefined);
    chosen.clear();
  };
  const show = (part: Partial<Record<keyof QueueSearch, string | undefined>>) =>
    void navigate({ to: '/', search: { ...search, ...part } as QueueSearch });
  const isNarrowed = Boolean(search.words ?? search.state ?? search.community);
  const narrowed = [search.words, search.state, search.community].filter(Boolean).join(t('comma'));

  return (
    <main id="main" className="queue-page">
      <div className="queue-side">
        <QueueList chosen={queue} choose={(chosen) => show({ queue: chosen })} />
        <SavedViews search={search} show={(kept) => void navigate({ to: '/', search: kept })} />
      </div>
      <div className="queue">
        <header className="queue-head unprinted">
          <h1 className={isPhone ? 'unseen' : undefined}>{t(`queues.${queue}`)}</h1>
          <span role="status">{list.isPlaceholderData && t('loading')}</span>
        </header>
        <Due />
        <ListHead title={t(`queues.${queue}`)} narrowed={narrowed} />
        <QueueFilters
          search={search}
          change={show}
          maySearch={permissions.includes('matters.search')}
          CommunityChoice={CommunityChoice}
        />
        {!isPhone && chosen.ids.length > 0 && !doing && (
          <BulkBar
            count={chosen.ids.length}
            begin={(action) => setDoing({ action, ids: chosen.ids })}
            clear={chosen.clear}
          />
        )}
        {doing && (
          <Suspense fallback={<Loading />}>
            <BulkPanel key={doing.action} action={doing.action} ids={doing.ids} close={end} />
          </Suspense>
        )}
        {list.isPending && <Loading />}
        {list.isError && list.rows.length === 0 && <LoadFailed error={list.error} retry={list.refetch} />}
        {list.isSuccess && list.rows.length === 0 && (
          <Empty title={t(isNarrowed ? 'queue.nothingFound' : 'queue.empty')}>
            {isNarrowed ? (
              <Button onClick={() => show({ words: undefined, state: undefined, community: undefined })}>
                {t('queue.widen')}
              </Button>
            ) : (
              <p>{t('queue.emptyAbout')}</p>
            )}
          </Empty>
        )}
        {list.rows.length > 0 &&
          (isPhone ? (
            <QueueRows rows={list.rows} />
          ) : (
            <QueueTable
              rows={list.rows}
              active={active}
              activate={setActive}
              loading={list.isPlaceholderData}
              chosen={chosen}
            />
          ))}
        {list.rows.length > 0 && (
          <footer className="list-end">
            <span role="status">
              {t(list.hasNextPage ? 'queue.shownMore' : 'queue.shownAll', { count: list.rows.length })}
            </span>
            {list.hasNextPage && (
              <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('queue.more')}
              </Button>
            )}
            <ListTools search={search} />
            <FailureLine failure={list.isError ? failureOf(list.error) : undefined} />
          </footer>
        )}
      </div>
    </main>
  );
}

/** j and k, or the arrows, walk over the rows; Enter opens, s puts the star. Another list begins at no row. */
function useRowKeys(rows: readonly MatterRow[], list: string) {
  const star = useStar();
  const ids = rows.map(({ id }) => id);
  const navigate = useNavigate();
  const [at, setAt] = useState<{ list: string; id: string | undefined }>({ list, id: undefined });
  const active = at.list === list ? at.id : undefined;
  const setActive = (id: string | undefined) => setAt({ list, id });
  const index = active === undefined ? -1 : ids.indexOf(active);
  const down = () => setActive(ids[Math.min(index + 1, ids.length - 1)]);
  const up = () => setActive(ids[Math.max(index - 1, 0)]);
  const open = () => active !== undefined && void navigate({ to: '/matters/$id', params: { id: active } });
  const mark = () => {
    const row = rows.find(({ id }) => id === active);
    if (row) star(row);
  };
  useKeys({ s: mark, j: down, k: up, ArrowDown: down, ArrowUp: up, Enter: open });
  return { active, setActive };
}
