import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { cache, call, LOOK_AGAIN_MS } from './api.ts';

/** What one was told, page by page, and the ways to note it as read. */
export function useInbox() {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: cache.inbox,
    queryFn: ({ pageParam }) => call('GET /api/notices', { query: pageParam === '' ? {} : { after: pageParam } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 1 ? false : LOOK_AGAIN_MS), // a long list would ask for every page again
  });
  const onSuccess = () => client.invalidateQueries({ queryKey: cache.all });
  const readAll = useMutation({ mutationFn: () => call('POST /api/notices/read'), onSuccess });
  const mark = useMutation({
    mutationFn: ({ id, isRead }: { id: string; isRead: boolean }) =>
      isRead
        ? call('POST /api/notices/:id/read', { params: { id } })
        : call('DELETE /api/notices/:id/read', { params: { id } }),
    onSuccess,
  });
  return {
    ...query,
    notices: query.data?.pages.flatMap(({ notices }) => notices) ?? [],
    unread: query.data?.pages[0]?.unread ?? 0,
    readAll,
    mark,
  };
}
