import { residentRequestV1Neighbours } from './procedures/resident-request-v1-neighbours.ts';
import { residentRequestV1 } from './procedures/resident-request-v1.ts';
import { residentRequestV2 } from './procedures/resident-request-v2.ts';
import { residentRequestOutside, residentRequestV2Outside } from './procedures/resident-request-outside.ts';
import { residentRequest } from './procedures/resident-request.ts';

/** Residents' requests (居民诉求): raising, following, dispatch, publication. */
export const requests = {
  name: 'requests',
  dependsOn: ['accounts', 'territory', 'bodies', 'access', 'matters', 'notices'],
  tables: [
    'requests.requests',
    'requests.reporters',
    'requests.publications',
    'requests.code_attempts',
    'requests.paces',
    'requests.duties',
    'requests.masks',
    'requests.message_choices',
    'requests.objections',
  ],
  permissions: [],
  procedures: [residentRequestV1, residentRequestV2, residentRequest],
  amended: [residentRequestV1Neighbours, residentRequestV2Outside, residentRequestOutside],
} as const;
