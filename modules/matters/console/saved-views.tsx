import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useKeys } from '../../../ui/console/keys.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import { cache } from './cache.ts';
import { callDesk } from './desk-api.ts';
import type { QueueSearch } from './queue-search.ts';

type Props = { readonly search: QueueSearch; readonly show: (search: QueueSearch) => void };

const sameSearch = (one: QueueSearch, other: QueueSearch) =>
  (['queue', 'words', 'state', 'community'] as const).every((part) => one[part] === other[part]);

/** My saved views (常用视图) under the queues, and a way to keep what is shown now under a name. */
export function SavedViews({ search, show }: Props) {
  const { t } = useTranslation();
  const [isNaming, setNaming] = useState(false);
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: cache.views, queryFn: () => callDesk('GET /api/views') });
  const renew = () => client.invalidateQueries({ queryKey: cache.views });
  const forget = useMutation({
    mutationFn: (id: string) => callDesk('DELETE /api/views/:id', { params: { id } }),
    onSettled: renew,
  });
  useKeys({ v: () => setNaming(true) });
  return (
    <nav className="saved-views" aria-label={t('view.title')}>
      <h2>{t('view.title')}</h2>
      {(data?.views ?? []).map((view) => (
        <p key={view.id}>
          <button
            type="button"
            aria-current={sameSearch(search, view.search as QueueSearch) ? 'page' : undefined}
            onClick={() => show(view.search as QueueSearch)}
          >
            {view.name}
          </button>
          <button
            type="button"
            className="forget"
            aria-label={t('view.forget', { name: view.name })}
            onClick={() => forget.mutate(view.id)}
          >
            ×
          </button>
        </p>
      ))}
      <FailureLine failure={forget.isError ? failureOf(forget.error) : undefined} />
      {isNaming ? (
        <NameView search={search} kept={renew} close={() => setNaming(false)} />
      ) : (
        <Button type="text" size="small" onClick={() => setNaming(true)}>
          {t('view.keep')} <kbd>v</kbd>
        </Button>
      )}
    </nav>
  );
}

function NameView({ search, kept, close }: { search: QueueSearch; kept: () => unknown; close: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const keep = useMutation({
    mutationFn: () => callDesk('POST /api/views', { body: { name, search } }),
    onSuccess: () => {
      void kept();
      close();
    },
  });
  return (
    <form
      aria-label={t('view.keep')}
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate();
      }}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <label>
        {t('view.name')}
        <Input autoFocus maxLength={30} value={name} onChange={({ target }) => setName(target.value)} />
      </label>
      <FailureLine failure={keep.isError ? failureOf(keep.error) : undefined} />
      <Button size="small" type="primary" htmlType="submit" loading={keep.isPending}>
        {t('view.keepIt')}
      </Button>
      <Button size="small" onClick={close}>
        {t('step.close')}
      </Button>
    </form>
  );
}
