import type { Condition } from '../../matters/index.ts';

/** A review or re-review may find for the petitioner against the earlier opinion (改变原意见). */
export const opinionChanged: Condition = {
  name: 'opinionChanged',
  zh: '改变原意见，支持请求',
  en: 'the earlier opinion is changed for the petitioner',
  holds: ({ input }) => input['finding'] === 'changed',
};
