import type { Condition } from '../../matters/index.ts';

/** The department has not said yet that it comes (还没有答应): the call is still on offer. */
export const stillCalled: Condition = {
  name: 'stillCalled',
  zh: '还没有答应过',
  en: 'has not said yet that it comes',
  holds: ({ matter }) => matter.offer !== null,
};
