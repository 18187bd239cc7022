import type { Condition } from '../../matters/index.ts';

/** The head signs that what was asked for has been done (已落实), rather than why it cannot be. */
export const wasCarriedOut: Condition = {
  name: 'wasCarriedOut',
  zh: '已落实',
  en: 'carried out',
  holds: ({ input }) => input['result'] === 'carriedOut',
};
