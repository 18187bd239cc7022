import type { Condition } from '../../matters/index.ts';

/** A matter may be offered on twice; the third time someone decides (不得一转了之, S28). */
export const FREE_HOPS = 2;

export const thirdHop: Condition = {
  name: 'thirdHop',
  zh: '第三次转办',
  en: 'third transfer',
  holds: ({ matter }) => matter.hops >= FREE_HOPS,
};
