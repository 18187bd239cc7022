import { clientOf } from '../../../ui/console/api.ts';
import type { staffRoutes } from '../contract/staff-routes.ts';

export const call = clientOf<typeof staffRoutes>();

/** What the server holds of posts, by what it is asked for; a change of staff makes all of it old. */
export const cache = {
  all: ['staff'] as const,
  areas: ['staff', 'areas'] as const,
  bodies: (area: string | undefined) => ['staff', 'bodies', area ?? ''] as const,
  changes: (postId: string) => ['staff', 'changes', postId] as const,
  vacancies: ['staff', 'vacancies'] as const,
  mine: ['staff', 'mine'] as const,
  colleagues: (bodyId: string) => ['staff', 'colleagues', bodyId] as const,
};
