import { clientOf } from '../../../ui/console/api.ts';
import type { gridRoutes } from '../../territory/index.ts';
import type { insightRoutes } from '../contract/routes.ts';

export const call = clientOf<typeof insightRoutes>();
export const callMap = clientOf<typeof gridRoutes>();
export const cache = {
  overview: (area: string | undefined) => ['insight', 'overview', area ?? ''] as const,
  profile: (area: string | undefined) => ['insight', 'profile', area ?? ''] as const,
  wall: (area: string | undefined) => ['insight', 'wall', area ?? ''] as const,
  behind: (ask: object) => ['insight', 'behind', ask] as const,
  shapes: (area: string) => ['insight', 'shapes', area] as const,
  reports: (area: string | undefined) => ['insight', 'reports', area ?? ''] as const,
  report: (id: string) => ['insight', 'report', id] as const,
};
