import type { Condition } from '../../matters/index.ts';

/** It is said to be beyond what can be done now, with the reason (解决不了), rather than solved. */
export const cannotBeSolved: Condition = {
  name: 'cannotBeSolved',
  zh: '解决不了',
  en: 'cannot be solved',
  holds: ({ input }) => input['result'] === 'explained',
};
