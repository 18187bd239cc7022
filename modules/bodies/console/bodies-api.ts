import { clientOf } from '../../../ui/console/api.ts';
import { fileClientOf } from '../../../ui/console/send-file.ts';
import type { bodiesRoutes } from '../contract/bodies-routes.ts';

export const call = clientOf<typeof bodiesRoutes>();
export const sendFile = fileClientOf<typeof bodiesRoutes>();
