import type { FastifyInstance } from 'fastify';
import { sessionHandlers, type SessionParts } from '../../modules/access/index.ts';
import { sendRefusal } from '../../platform/http/serve.ts';
import { makeAdmit } from './admit.ts';
import type { Ground } from './ground.ts';

/** One-click sign-ins as plain links, for the terminal; registered in demo mode only. */
export function registerDemoLinks(app: FastifyInstance, ground: Ground, parts: SessionParts): void {
  const admit = makeAdmit(ground);
  const handlers = sessionHandlers(parts);
  app.get<{ Params: { accountId: string } }>('/demo/sign-in/:accountId', async (request, reply) => {
    const known = parts.demoAccounts.some((one) => one.accountId === request.params.accountId);
    const context = await admit(request, reply, 'anyone');
    if (!known || !context.ok) return sendRefusal(reply, { ok: false, code: 'address.not_found' });
    const body = { accountId: request.params.accountId };
    const entered = await handlers['POST /api/demo/session'](context.value, {
      body,
      params: undefined,
      query: undefined,
      upload: Buffer.alloc(0),
      request,
    });
    return entered.ok ? reply.redirect('/console/') : sendRefusal(reply, entered);
  });
}
