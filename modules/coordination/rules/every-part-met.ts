import type { Condition } from '../../matters/index.ts';

/** Every part that was given ended as done (子任务都办成): the result of the whole follows from its parts. */
export const everyPartMet: Condition = {
  name: 'everyPartMet',
  zh: '子任务都办成了',
  en: 'every part was done',
  holds: ({ matter }) => matter.openTasks === 0 && matter.unmetTasks === 0,
};
