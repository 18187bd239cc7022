import { allowed, denied, type Guard, type Matter } from '../../matters/index.ts';
import type { Category } from '../contract/category.ts';

/** Kinds of request in which a wrong "solved" endangers or robs somebody. */
const CHECKED: readonly string[] = ['gas', 'safety', 'elderly', 'welfare'] satisfies Category[];

/** Whether "solved" has to be checked by a second person (核查): dangerous kinds, and whatever was reopened before. */
export const needsCheck = ({ subject, reopenings }: Pick<Matter, 'subject' | 'reopenings'>): boolean =>
  CHECKED.includes(subject) || reopenings > 0;

/** Refuses with `request.needs_check`: the answer goes to a second person first. */
export const checkIsNotNeeded: Guard = {
  name: 'checkIsNotNeeded',
  mayBegin: ({ matter }) => (needsCheck(matter) ? denied('request.needs_check') : allowed),
};

/** Refuses with `request.needs_no_check`: the answer goes to the person at once. */
export const checkIsNeeded: Guard = {
  name: 'checkIsNeeded',
  mayBegin: ({ matter }) => (needsCheck(matter) ? allowed : denied('request.needs_no_check')),
};
