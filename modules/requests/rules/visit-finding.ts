import type { Condition } from '../../matters/index.ts';

/** What a return visit hears decides as the person's own word would (回访发现没解决，重新办理). */
export const visitFoundUnsolved: Condition = {
  name: 'visitFoundUnsolved',
  zh: '回访得知没解决',
  en: 'the visit heard that it is not solved',
  holds: ({ input }) => input['found'] === 'unsolved',
};
