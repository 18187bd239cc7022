import type { Condition } from '../../matters/index.ts';

/** Of nothing that was said it had to be explained why not (条条都办到了): counted from suggestions and matters, chosen by nobody. */
export const everyStatementMet: Condition = {
  name: 'everyStatementMet',
  zh: '条条都办到或采纳了',
  en: 'everything was done or taken up',
  holds: ({ matter, takenUp }) => matter.openTasks === 0 && matter.unmetTasks === 0 && (takenUp?.unmet ?? 0) === 0,
};
