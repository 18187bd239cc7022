import { residentRequest } from './procedures/resident-request.ts';

/** Residents' requests (居民诉求): raising, following, dispatch, publication. */
export const requests = {
  name: 'requests',
  dependsOn: ['accounts', 'territory', 'bodies', 'access', 'matters'],
  tables: [
    'requests.requests',
    'requests.reporters',
    'requests.publications',
    'requests.code_attempts',
    'requests.duties',
  ],
  permissions: [],
  procedures: [residentRequest],
} as const;
