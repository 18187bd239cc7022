import { allowed, denied, type Guard, type Matter } from '../../matters/index.ts';

/** How long a settled request may be reopened after its answer, in calendar days (重办期). */
export const REOPEN_WINDOW_CALENDAR_DAYS = 14;

const DAY_MS = 86_400_000;

/**
 * A settled request may be reopened within 14 days of its answer (重新办理); afterwards a new one is raised.
 *
 * Refuses with `request.reopen_window_closed`.
 */
export const reopenWindowIsOpen: Guard = {
  name: 'reopenWindowIsOpen',
  mayBegin: ({ matter, now }) =>
    matter.answeredAt && now.getTime() - matter.answeredAt.getTime() <= REOPEN_WINDOW_CALENDAR_DAYS * DAY_MS
      ? allowed
      : denied('request.reopen_window_closed', { days: REOPEN_WINDOW_CALENDAR_DAYS }),
};

/**
 * When the person could read the answer that stands: the instant of answering, or the end of the second person's check of
 * it (核查), whichever is later.
 */
const readableSince = ({ answeredAt, clocks }: Matter): number =>
  Math.max(
    answeredAt?.getTime() ?? -Infinity,
    ...clocks.flatMap(({ clock, endedAt }) => (clock === 'check' && endedAt ? [endedAt.getTime()] : [])),
  );

/** Whether the answer that stands may still be reopened (重办期内): 14 days from when it could be read. */
export const isInReopenWindow = (matter: Matter, now: Date): boolean =>
  matter.answeredAt !== null && now.getTime() - readableSince(matter) <= REOPEN_WINDOW_CALENDAR_DAYS * DAY_MS;

/**
 * As {@link reopenWindowIsOpen}, counted from when the person could read the answer.
 *
 * Refuses with `request.reopen_window_closed`.
 */
export const answerMayBeReopened: Guard = {
  name: 'answerMayBeReopened',
  mayBegin: ({ matter, now }) =>
    isInReopenWindow(matter, now)
      ? allowed
      : denied('request.reopen_window_closed', { days: REOPEN_WINDOW_CALENDAR_DAYS }),
};
