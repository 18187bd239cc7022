import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useRef, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../ui/console/keys.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { call } from './api.ts';
import { cache } from './cache.ts';
import type { QueueSearch } from './queue-search.ts';

/** The choice of a community is handed in: communities belong to another module. */
export type CommunityChoice = ComponentType<{
  value: string | undefined;
  onChange: (code: string | undefined) => void;
  control?: object;
  /** Whether it may be left open; otherwise one has to be chosen. */
  any?: boolean;
}>;

type Props = {
  readonly search: QueueSearch;
  readonly change: (part: Partial<Record<keyof QueueSearch, string | undefined>>) => void;
  readonly maySearch: boolean;
  readonly CommunityChoice: CommunityChoice;
};

/** Narrows a queue by words (two Chinese characters are enough), state and community. */
export function QueueFilters({ search, change, maySearch, CommunityChoice }: Props) {
  const { t } = useTranslation();
  const states = useStateChoices();
  const isNarrowed = Boolean(search.words ?? search.state ?? search.community);
  return (
    <div className="filters" role="search" aria-label={t('queue.narrow')}>
      {maySearch && <WordSearch words={search.words ?? ''} change={(words) => change({ words })} />}
      <Select
        allowClear
        aria-label={t('queue.state')}
        placeholder={t('queue.anyState')}
        value={search.state ?? null}
        popupMatchSelectWidth={false}
        options={states}
        onChange={(state: string | null | undefined) => change({ state: state ?? undefined })}
      />
      <CommunityChoice value={search.community} onChange={(community) => change({ community })} />
      {isNarrowed && (
        <Button type="text" onClick={() => change({ words: undefined, state: undefined, community: undefined })}>
          {t('queue.widen')}
        </Button>
      )}
    </div>
  );
}

function WordSearch({ words, change }: { words: string; change: (words: string | undefined) => void }) {
  const { t } = useTranslation();
  const field = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(words);
  const [shown, setShown] = useState(words);
  if (shown !== words) {
    setShown(words);
    setTyped(words);
  }
  useKeys({ '/': () => field.current?.querySelector('input')?.focus() });
  return (
    <div ref={field} className="word-search">
      <Input.Search
        allowClear
        aria-label={t('queue.search')}
        placeholder={t('queue.searchAbout')}
        enterButton={t('queue.searchGo')}
        maxLength={50}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onSearch={(value) => change(value.trim() || undefined)}
        onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
      />
    </div>
  );
}

/** The states of all published procedures, each once. */
function useStateChoices() {
  const { say } = useLanguage();
  const { data } = useQuery({
    queryKey: cache.procedures,
    queryFn: () => call('GET /api/procedures'),
    staleTime: Infinity,
  });
  const names = new Map(
    (data?.procedures ?? []).flatMap(({ states }) => states.map(({ state, name }) => [state, say(name)] as const)),
  );
  return [...names].map(([value, label]) => ({ value, label }));
}
