import { clientOf } from '../../../ui/console/api.ts';
import type { territoryRoutes } from '../contract/routes.ts';

export const call = clientOf<typeof territoryRoutes>();

/** Keys of what the screens remember; a change of areas makes all of it old. */
export const cache = {
  all: ['areas'],
  below: (parent: string) => ['areas', 'below', parent],
  search: (words: string) => ['areas', 'search', words],
  page: (code: string) => ['areas', 'page', code],
  changes: ['areas', 'changes'],
  founding: ['areas', 'founding'],
} as const;
