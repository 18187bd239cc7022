import { clientOf } from '../../../ui/console/api.ts';
import type { mattersRoutes } from '../contract/routes.ts';

export const call = clientOf<typeof mattersRoutes>();
