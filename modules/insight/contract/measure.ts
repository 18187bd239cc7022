/**
 * What is counted (计数项): came in (进件), was taken (接手) or passed on (转出) by a body, was answered (答复), ended (结束), ran
 * over a limit (超时), was opened again (重办), was rated (评价), was said to be solved or not (解决没有), was visited (回访).
 */
export const measures = [
  'in',
  'taken',
  'passed',
  'answered',
  'ended',
  'missed',
  'reopened',
  'rated',
  'said',
  'visited',
] as const;
export type Measure = (typeof measures)[number];

/** How long a matter has been open, in days that have passed: from here to below the next. */
export const ageBands = [0, 5, 15, 30, 90] as const;

/** What stands now; each opens to its matters. */
export const standings = ['open', 'overdue', 'dueToday', 'waiting', 'onBooks'] as const;
export type Standing = (typeof standings)[number];

export const reportKinds = ['week', 'month'] as const;
