import { clientOf } from '../../../ui/console/api.ts';
import { fileClientOf } from '../../../ui/console/send-file.ts';
import type { dutyRoutes } from '../contract/duty-routes.ts';
import type { requestsRoutes } from '../contract/routes.ts';

export const call = clientOf<typeof requestsRoutes>();
export const callDuties = clientOf<typeof dutyRoutes>();
export const sendDuties = fileClientOf<typeof dutyRoutes>();
