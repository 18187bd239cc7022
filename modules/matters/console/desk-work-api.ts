import { clientOf } from '../../../ui/console/api.ts';
import type { bulkRoutes } from '../contract/bulk.ts';
import type { dayRoutes } from '../contract/day.ts';
import type { notesRoutes } from '../contract/notes.ts';

export const callNotes = clientOf<typeof notesRoutes>();
export const callDay = clientOf<typeof dayRoutes>();
export const callBulk = clientOf<typeof bulkRoutes>();
