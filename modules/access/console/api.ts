import { clientOf } from '../../../ui/console/api.ts';
import type { sessionRoutes } from '../contract/session-routes.ts';

export const call = clientOf<typeof sessionRoutes>();
