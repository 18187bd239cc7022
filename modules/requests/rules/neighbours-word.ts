import type { Condition, Matter } from '../../matters/index.ts';
import { isInReopenWindow } from './reopen-window.ts';

/** Whether a second person has looked at the answer since the neighbours could see it. */
const wasCheckedSince = ({ clocks, answeredAt }: Matter): boolean =>
  clocks.some(({ clock, startedAt }) => clock === 'check' && answeredAt !== null && startedAt > answeredAt);

/**
 * The first neighbour who says, while the answer can still be reopened, that "solved" is not true sends it to a second
 * person (邻居说没解决，须核查). After that check, further words of neighbours are kept beside the answer.
 *
 * @source decision 0008
 */
export const denialCallsForCheck: Condition = {
  name: 'denialCallsForCheck',
  zh: '邻居第一次说没解决',
  en: 'a neighbour denies it for the first time',
  holds: ({ matter, input, now }) =>
    input['solved'] === 'no' &&
    matter.state !== 'checking' &&
    matter.conclusion === 'solved' &&
    !wasCheckedSince(matter) &&
    isInReopenWindow(matter, now),
};
