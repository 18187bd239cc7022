import { allowed, denied, type Guard } from '../../matters/index.ts';

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
