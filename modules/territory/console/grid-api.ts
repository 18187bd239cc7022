import { clientOf } from '../../../ui/console/api.ts';
import type { gridRoutes } from '../contract/grid-routes.ts';

export const call = clientOf<typeof gridRoutes>();
