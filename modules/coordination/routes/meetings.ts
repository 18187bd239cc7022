import type { Context } from '../../../platform/http/context.ts';
import type { Answer, Handlers } from '../../../platform/http/serve.ts';
import { done, refuse } from '../../../platform/result.ts';
import { areaScope } from '../../../platform/work.ts';
import type { Body } from '../../bodies/index.ts';
import { listStandings } from '../../matters/index.ts';
import { decideHere, decideUp } from '../actions/decide-item.ts';
import { concludeMeeting, conveneMeeting, noteAttendance, putOnAgenda, strikeItem } from '../actions/hold-meeting.ts';
import type { meetingRoutes } from '../contract/meeting.ts';
import { findMeetingInReach, listDecisionBodies } from '../queries/find-meeting.ts';
import { listMeetings } from '../queries/list-meetings.ts';
import { listProposals } from '../queries/list-proposals.ts';
import { listMattersOf, viewMeeting } from '../queries/view-meeting.ts';

const nothing = (answer: Answer<undefined>): Answer<Record<string, never>> => (answer.ok ? done({}) : answer);
const asChoice = ({ bodyId, nameZh, nameEn }: Body) => ({ id: bodyId, name: { zh: nameZh, en: nameEn } });

/** What is answered about joint meetings (社区主任联席会). */
export const meetingHandlers: Handlers<Context, typeof meetingRoutes> = {
  'GET /api/meetings': ({ inScope }, { query }) => inScope((work) => listMeetings(work, query.after)),

  'POST /api/meetings': ({ inScope }, { body }) => inScope((work) => conveneMeeting(work, body)),

  'GET /api/meetings/:id': async ({ inScope, as, actor }, { params }) => {
    const found = await inScope(async (work) => {
      const meeting = await findMeetingInReach(work, params.id);
      return meeting && { meeting, ids: await listMattersOf(work, meeting) };
    });
    if (!found) return refuse('meeting.not_found');
    // Whoever is at the meeting hears how its decisions stand, also those that lie with a neighbour.
    const all = await as(actor, areaScope(found.meeting.areaCode), (work) => listStandings(work, found.ids));
    return inScope(async (work) => done(await viewMeeting(work, found.meeting, all)));
  },

  'GET /api/meetings/:id/proposals': ({ inScope }, { params }) =>
    inScope(async (work) => {
      const meeting = await findMeetingInReach(work, params.id);
      return meeting ? done(await listProposals(work, meeting)) : refuse('meeting.not_found');
    }),

  'GET /api/meetings/:id/bodies': ({ inScope }, { params }) =>
    inScope(async (work) => {
      const meeting = await findMeetingInReach(work, params.id);
      if (!meeting) return refuse('meeting.not_found');
      const { here, up } = await listDecisionBodies(work, meeting);
      return done({ here: here.map(asChoice), up: up.map(asChoice) });
    }),

  'POST /api/meetings/:id/items': ({ inScope }, { params, body }) =>
    inScope((work) => putOnAgenda(work, { ...body, meetingId: params.id })),

  'POST /api/meetings/:id/items/:item/strike': ({ inScope }, { params, body }) =>
    inScope(async (work) => nothing(await strikeItem(work, { ...body, meetingId: params.id, itemId: params.item }))),

  'POST /api/meetings/:id/items/:item/here': ({ inScope }, { params, body }) =>
    inScope((work) => decideHere(work, { ...body, meetingId: params.id, itemId: params.item })),

  'POST /api/meetings/:id/items/:item/up': ({ inScope }, { params, body }) =>
    inScope((work) => decideUp(work, { ...body, meetingId: params.id, itemId: params.item })),

  'POST /api/meetings/:id/attendance': ({ inScope }, { params, body }) =>
    inScope(async (work) => nothing(await noteAttendance(work, { meetingId: params.id, seats: body.seats }))),

  'POST /api/meetings/:id/conclude': ({ inScope }, { params }) =>
    inScope(async (work) => nothing(await concludeMeeting(work, params.id))),
};
