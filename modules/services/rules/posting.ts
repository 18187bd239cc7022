import { allowed, denied, type ClockRun, type Condition, type Guard, type Matter } from '../../matters/index.ts';

const lastRun = (matter: Matter, clock: string): ClockRun | undefined =>
  matter.clocks.findLast((run) => run.clock === clock);

/** Whether the present proposal hung for its full time (公示满期): the clock ran out, and began after the last assessment. */
function hungInFull(matter: Matter): boolean {
  const posting = lastRun(matter, 'posting');
  const assessment = lastRun(matter, 'assessment');
  if (!posting?.missedAt || !posting.endedAt || !assessment?.endedAt) return false;
  return posting.startedAt >= assessment.endedAt;
}

export const postedInFull: Condition = {
  name: 'postedInFull',
  zh: '公示满期',
  en: 'posted in full',
  holds: ({ matter }) => hungInFull(matter),
};

/**
 * Nothing is granted that was not posted in full (不经公示不批准, S19).
 *
 * Refuses with `determination.not_posted_in_full`.
 */
export const hasBeenPosted: Guard = {
  name: 'hasBeenPosted',
  mayBegin: ({ matter }) => (hungInFull(matter) ? allowed : denied('determination.not_posted_in_full')),
};

/**
 * Nothing is decided while an objection is being verified (异议未核实不决定, S19).
 *
 * Refuses with `determination.objection_open`.
 */
export const noObjectionIsOpen: Guard = {
  name: 'noObjectionIsOpen',
  mayBegin: ({ matter }) =>
    matter.clocks.some((run) => run.clock === 'verification' && run.endedAt === null)
      ? denied('determination.objection_open')
      : allowed,
};
