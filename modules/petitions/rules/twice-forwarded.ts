import type { Condition } from '../../matters/index.ts';

/** A petition is forwarded at most twice; then the head of the petition desk rules whose it is (不得一转了之, S28). */
export const FREE_FORWARDINGS = 2;

export const twiceForwarded: Condition = {
  name: 'twiceForwarded',
  zh: '已转送两次',
  en: 'forwarded twice already',
  holds: ({ matter }) => matter.hops >= FREE_FORWARDINGS,
};
