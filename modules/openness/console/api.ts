import { clientOf } from '../../../ui/console/api.ts';
import type { opennessRoutes } from '../contract/routes.ts';

export const call = clientOf<typeof opennessRoutes>();
