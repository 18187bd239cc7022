import type { Context } from '../../../platform/http/context.ts';
import type { Handlers } from '../../../platform/http/serve.ts';
import { done } from '../../../platform/result.ts';
import { announceDay, receiveVisit } from '../actions/receive.ts';
import type { receptionRoutes } from '../contract/reception.ts';
import { listReceptions } from '../queries/list-receptions.ts';

/** What is answered about reception days (领导接访). */
export const receptionHandlers: Handlers<Context, typeof receptionRoutes> = {
  'GET /api/receptions': ({ inScope }) => inScope(async (work) => done(await listReceptions(work))),
  'POST /api/receptions': ({ inScope }, { body }) =>
    inScope(async (work) => {
      const answer = await announceDay(work, body);
      return answer.ok ? done({}) : answer;
    }),
  'POST /api/bookings/:id/visit': ({ inScope }, { params, body }) =>
    inScope((work) => receiveVisit(work, { ...body, bookingId: params.id })),
};
