import { clientOf } from '../../../ui/console/api.ts';
import type { coordinationRoutes } from '../contract/desk.ts';
import type { meetingRoutes } from '../contract/meeting.ts';
import type { receptionRoutes } from '../contract/reception.ts';
import type { repeatRoutes } from '../contract/repeats.ts';

export const callMeetings = clientOf<typeof meetingRoutes>();
export const callRepeats = clientOf<typeof repeatRoutes>();
export const callReception = clientOf<typeof receptionRoutes>();
export const callDesk = clientOf<typeof coordinationRoutes>();

/** Names under which what was asked is kept in the browser. */
export const cache = {
  meetings: ['meetings'],
  meeting: (id: string) => ['meetings', id],
  proposals: (id: string) => ['meetings', id, 'proposals'],
  bodies: (id: string) => ['meetings', id, 'bodies'],
  repeats: ['repeats'],
  receptions: ['receptions'],
  desk: ['coordination'],
  session: (id: string) => ['matters', 'session', id],
  advice: (words: string) => ['advice', words],
} as const;
