import { allowed, denied, type Guard } from '../../matters/index.ts';

/**
 * A matter can be returned only to a body that passed it on (退给来件单位).
 *
 * Refuses with `request.came_from_nobody`.
 */
export const cameFromSomeone: Guard = {
  name: 'cameFromSomeone',
  mayBegin: ({ matter }) => (matter.cameFrom.length > 0 ? allowed : denied('request.came_from_nobody')),
};
