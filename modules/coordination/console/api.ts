import { clientOf } from '../../../ui/console/api.ts';
import type { meetingRoutes } from '../contract/meeting.ts';

export const callMeetings = clientOf<typeof meetingRoutes>();

/** Names under which what was asked is kept in the browser. */
export const cache = {
  meetings: ['meetings'],
  meeting: (id: string) => ['meetings', id],
  proposals: (id: string) => ['meetings', id, 'proposals'],
  bodies: (id: string) => ['meetings', id, 'bodies'],
} as const;
