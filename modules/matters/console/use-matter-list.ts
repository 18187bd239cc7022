import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from './api.ts';
import { cache, LOOK_AGAIN_MS } from './cache.ts';
import type { QueueSearch } from './queue-search.ts';

/** The rows of one queue, page by page. */
export function useMatterList(search: QueueSearch) {
  const query = useInfiniteQuery({
    queryKey: cache.list(search),
    queryFn: ({ pageParam }) =>
      call('GET /api/matters', { query: { ...search, ...(pageParam === '' ? {} : { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 1 ? false : LOOK_AGAIN_MS), // a long list would ask for every page again
  });
  return { ...query, rows: query.data?.pages.flatMap(({ rows }) => rows) ?? [] };
}
