import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMe } from '../../access/console/index.ts';
import type { MatterRow } from '../contract/views.ts';
import { cache } from './cache.ts';
import { callDesk } from './desk-api.ts';

const EVERY_MS = 4_000;

/** What was last heard, for all pages of this window: until when, and the last entry known of each matter. */
const heard: { since: string | undefined; readonly seqs: Map<string, number> } = { since: undefined, seqs: new Map() };

/**
 * Brings what colleagues did onto the open page (自动更新): asks every few seconds what changed, and loads anew only what did.
 * A window that nobody sees does not ask, nor one of a post that reads no matters.
 */
export function useLive(): void {
  const client = useQueryClient();
  const { permissions } = useMe();
  useQuery({
    queryKey: cache.live,
    enabled: permissions.includes('matters.read'),
    queryFn: () => hear(client),
    refetchInterval: EVERY_MS,
    staleTime: 0,
    retry: false,
  });
}

async function hear(client: QueryClient): Promise<string> {
  const isFirst = heard.since === undefined;
  const news = await callDesk('GET /api/changes', { query: isFirst ? {} : { since: heard.since } });
  const fresh = news.changed.filter(({ id, seq }) => heard.seqs.get(id) !== seq).map(({ id }) => id);
  heard.since = news.at;
  heard.seqs.clear();
  for (const { id, seq } of news.changed) heard.seqs.set(id, seq);
  if (!isFirst && news.more) await client.invalidateQueries({ queryKey: cache.all });
  else if (!isFirst && fresh.length > 0) await renew(client, new Set(fresh));
  return news.at;
}

/** A list of many pages is loaded anew only where one of its rows changed: each page costs a question. */
async function renew(client: QueryClient, fresh: ReadonlySet<string>): Promise<void> {
  await client.invalidateQueries({
    queryKey: cache.all,
    predicate: ({ queryKey, state }) => {
      const [, kind, of] = queryKey;
      if (kind === 'queues') return true;
      if (kind !== 'list') return typeof of === 'string' && fresh.has(of);
      const pages = (state.data as { pages?: { rows: MatterRow[] }[] } | undefined)?.pages ?? [];
      return pages.length < 2 || pages.some(({ rows }) => rows.some(({ id }) => fresh.has(id)));
    },
  });
}
