import type { Condition } from '../../matters/index.ts';

/** Whoever answers says that it is solved (解决了). */
export const isSolved: Condition = {
  name: 'isSolved',
  zh: '解决了',
  en: 'solved',
  holds: ({ input }) => input['outcome'] === 'solved',
};

/** Whoever answers says why it cannot be done (办不了). */
export const wasExplained: Condition = {
  name: 'wasExplained',
  zh: '办不了',
  en: 'cannot be done',
  holds: ({ input }) => input['outcome'] === 'explained',
};
