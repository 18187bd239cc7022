import { clientOf } from '../../../ui/console/api.ts';
import type { noticesRoutes } from '../contract/routes.ts';

export const call = clientOf<typeof noticesRoutes>();

/** Names under which notices are kept in the browser. */
export const cache = {
  all: ['notices'],
  unread: ['notices', 'unread'],
  inbox: ['notices', 'inbox'],
  outbox: ['outbox'],
} as const;

/** What somebody is told shows within a few seconds, without loading the page again. */
export const LOOK_AGAIN_MS = 5_000;
