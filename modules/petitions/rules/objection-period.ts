import { allowed, denied, type Guard } from '../../matters/index.ts';

/** How long a body may object that a petition is not its own, in working days (异议期, 信访工作条例 art. 23). */
export const OBJECTION_WORKING_DAYS = 5;

/**
 * A body that a petition was forwarded to may object only while its period runs (提出异议); its end is the due instant of
 * the clock `objection`.
 *
 * Refuses with `petition.objection_too_late`.
 */
export const objectionPeriodRuns: Guard = {
  name: 'objectionPeriodRuns',
  mayBegin: ({ matter, now }) =>
    matter.clocks.some(
      ({ clock, endedAt, dueAt }) => clock === 'objection' && endedAt === null && dueAt !== null && now <= dueAt,
    )
      ? allowed
      : denied('petition.objection_too_late', { workingDays: OBJECTION_WORKING_DAYS }),
};
