import { petitionV1 } from './procedures/petition-v1.ts';
import { petition } from './procedures/petition.ts';

/** Petitions (信访): the procedure of a petition with the clocks of the law. */
export const petitions = {
  name: 'petitions',
  dependsOn: ['matters'],
  tables: [],
  permissions: [],
  procedures: [petitionV1, petition],
} as const;
