import { clientOf } from '../../../ui/console/api.ts';
import type { territoryRoutes } from '../contract/routes.ts';

export const call = clientOf<typeof territoryRoutes>();
