import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SiteDeps } from '../deps.ts';
import { forgetAll, keepFollowing } from '../follow/cookie.ts';
import { sendPage } from '../page.ts';
import { readForm } from '../read-form.ts';
import { sendNotFound } from '../refused.ts';
import { putSigned, takeSigned } from '../signed-cookie.ts';
import type { OpenVisit } from '../visit.ts';
import { drawAskCode, drawAskPhone, drawMine, drawOff, type Asking } from './pages.ts';
import { forgetResident, keepResident, residentToken } from './cookie.ts';

const FLOW = 'phone-flow';
const CODE_SECONDS = 600;

/** My matters (我的事): sign in with a code sent to the phone, see what one has raised, open it without its code. */
export function registerMy(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  const { resident } = deps;
  const flowOf = (request: FastifyRequest) => takeSigned(request, deps, FLOW) as string | undefined;

  const askPhone = async (request: FastifyRequest, reply: FastifyReply, asking: Asking = {}) => {
    const visit = await openVisit(request);
    const page = resident.isOffered ? drawAskPhone(visit, asking) : drawOff(visit);
    return sendPage(reply, visit, page, asking.refused ? { private: true, status: 422 } : { private: 'emptyForm' });
  };
  const askCode = async (request: FastifyRequest, reply: FastifyReply, flow: string, asking: Asking = {}) => {
    const visit = await openVisit(request);
    const page = drawAskCode(visit, { ...asking, demoCode: resident.demoCode(flow) });
    return sendPage(reply, visit, page, { private: true, status: asking.refused ? 422 : 200 });
  };

  app.get('/my', async (request, reply) => {
    const token = residentToken(request);
    const mine = token === undefined ? undefined : await resident.requests(token);
    if (!mine) return askPhone(request, reply);
    const visit = await openVisit(request);
    return sendPage(reply, visit, drawMine(visit, mine), { private: true });
  });

  app.post('/my/phone', async (request, reply) => {
    const phone = (await readForm(request, deps)).one('phone');
    const asked = await resident.requestCode(phone, request.ip);
    if (!asked.ok) return askPhone(request, reply, { typed: phone.slice(0, 40), refused: asked });
    putSigned(request, reply, deps, { name: FLOW, path: '/my', seconds: CODE_SECONDS, value: asked.value.flow });
    return reply.redirect('/my/code', 303);
  });

  app.get('/my/phone', (_, reply) => reply.redirect('/my', 303));
  app.get('/my/code', async (request, reply) => {
    const flow = flowOf(request);
    return flow === undefined ? reply.redirect('/my', 303) : askCode(request, reply, flow);
  });

  app.post('/my/code', async (request, reply) => {
    const flow = flowOf(request);
    if (flow === undefined) return reply.redirect('/my', 303);
    const code = (await readForm(request, deps)).one('code');
    const entered = await resident.enterCode(flow, code, request.ip);
    if (!entered.ok) {
      if (entered.code !== 'resident.code_over') return askCode(request, reply, flow, { refused: entered });
      void reply.clearCookie(FLOW, { path: '/my' });
      return askPhone(request, reply, { refused: entered });
    }
    const before = residentToken(request);
    if (before !== undefined) await resident.leave(before);
    void reply.clearCookie(FLOW, { path: '/my' });
    keepResident(request, reply, entered.value.token);
    return reply.redirect('/my', 303);
  });

  app.post('/my/leave', async (request, reply) => {
    const token = residentToken(request);
    if (token !== undefined) await resident.leave(token);
    forgetResident(reply);
    forgetAll(reply);
    return reply.redirect('/my', 303);
  });

  app.get<{ Params: { number: string } }>('/my/:number', async (request, reply) => {
    const token = residentToken(request);
    const mine = token === undefined ? undefined : await resident.requests(token);
    if (!mine) return reply.redirect('/my', 303);
    const own = mine.requests.find(({ number }) => number === request.params.number);
    if (!own) return sendNotFound(reply, await openVisit(request));
    keepFollowing(request, reply, deps, { number: own.number, matterId: own.matterId });
    return reply.redirect(`/follow/${own.number}`, 303);
  });
}
