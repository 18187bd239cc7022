import { clientOf } from '../../../ui/console/api.ts';
import type { requestsRoutes } from '../contract/routes.ts';

export const call = clientOf<typeof requestsRoutes>();
