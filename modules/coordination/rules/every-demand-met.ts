import type { Condition } from '../../matters/index.ts';

/** Nothing that was asked for ended without being met (每一条都办到了): counted from the demands, chosen by nobody. */
export const everyDemandMet: Condition = {
  name: 'everyDemandMet',
  zh: '每一条都办到了',
  en: 'every demand was met',
  holds: ({ matter }) => matter.openTasks === 0 && matter.unmetTasks === 0,
};

/** In version 1 the head signs that every demand was met (每一条都办到了), rather than that some cannot be. */
export const allPromisesKept: Condition = {
  name: 'allPromisesKept',
  zh: '每一条都办到了',
  en: 'every demand was met',
  holds: ({ input }) => input['result'] === 'met',
};
