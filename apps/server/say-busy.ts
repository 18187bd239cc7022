import type { FastifyReply, FastifyRequest } from 'fastify';
import { viewRefusal } from '../../platform/http/serve.ts';
import { sendBusy } from '../site/busy.ts';
import type { Tongue } from '../site/tongues/tongue.ts';
import { sendBusyOpen311 } from './open311.ts';

/** Asks somebody to come back, as the door at which they stand speaks: the API, Open311, or a page. */
export function sayBusy(
  request: FastifyRequest,
  reply: FastifyReply,
  seconds: number,
  tongues: readonly Tongue[],
): FastifyReply {
  if (request.url.startsWith('/open311/')) return sendBusyOpen311(request, reply, seconds);
  return request.url.startsWith('/api/')
    ? reply.send(viewRefusal({ ok: false, code: 'server.busy', details: { seconds } }))
    : sendBusy(request, reply, tongues);
}
