import type { Condition } from '../../matters/index.ts';

/** The head signs that every demand was met (每一条都办到了), rather than that some cannot be. */
export const allPromisesKept: Condition = {
  name: 'allPromisesKept',
  zh: '每一条都办到了',
  en: 'every demand was met',
  holds: ({ input }) => input['result'] === 'met',
};
