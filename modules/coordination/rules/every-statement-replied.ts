import { allowed, denied, type Guard } from '../../matters/index.ts';

/**
 * Everything that was said has its reply (条条有回音): every suggestion its answer, and every matter that was raised an outcome that
 * whoever asked knows of. A matter that was explained or is kept on the books has one.
 *
 * @returns allowed, or denied with `listening.unanswered`: how many have none, suggestions and matters apart
 */
export const everyStatementReplied: Guard = {
  name: 'everyStatementReplied',
  mayBegin: ({ matter, takenUp }) => {
    const [suggestions, matters] = [matter.openTasks, takenUp?.unanswered ?? 0];
    const count = suggestions + matters;
    return count === 0 ? allowed : denied('listening.unanswered', { count, suggestions, matters });
  },
};
