import { clientOf } from '../../../ui/console/api.ts';
import type { deskRoutes } from '../contract/desk.ts';

export const callDesk = clientOf<typeof deskRoutes>();
