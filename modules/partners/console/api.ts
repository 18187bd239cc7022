import { clientOf } from '../../../ui/console/api.ts';
import type { partnerRoutes } from '../contract/routes.ts';

export const call = clientOf<typeof partnerRoutes>();
export const connectionsKey = ['partners', 'connections'] as const;
export const handoffsKey = (taskId: string) => ['partners', 'handoffs', taskId] as const;
/** What the server sends and hears in the background shows without reloading. */
export const LOOK_AGAIN_MS = 10_000;
