import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../../../ui/html.ts';
import type { Answer, FollowPage, Said, SiteDeps } from '../deps.ts';
import { hidden, refusalBox, textInput } from '../fields.ts';
import { sendPage } from '../page.ts';
import { isUuid, readForm } from '../read-form.ts';
import { sendNotFound } from '../refused.ts';
import { drawSaid } from '../said.ts';
import type { OpenVisit } from '../visit.ts';
import { findFollowed, forgetAll, keepFollowing } from './cookie.ts';
import { drawFollow, type Telling } from './follow-page.ts';
import { withPressed } from './one-press.ts';
import { asInput, carryFilled, readFilled, stepPath, type Returned } from './step-form.ts';

type Numbered = { Params: { number: string } };
type OfStep = { Params: { number: string; step: string }; Querystring: { again?: string } };

/** Following one's own request: by number and code, then by a signed cookie; the code stands in no address. */
export function registerFollow(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  type Asked = { number: string; code?: string; refused?: Said; isForgotten?: boolean };
  const askForCode = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { number, code = '', refused, isForgotten }: Asked,
  ) => {
    const visit = await openVisit(request);
    const { say } = visit;
    const typed = html` autocomplete="off" autocapitalize="characters" spellcheck="false"`;
    const body = html`${refused && refusalBox(visit, refused, 'field.notFound')}${isForgotten && html`<p class="told" role="status">${say('follow.forgotten')}</p>`}
      <h1>${say('follow.title')}</h1>
      <form method="post" action="/follow">
        ${textInput(visit, { name: 'number', label: say('follow.number'), hint: say('follow.numberHint'), value: number, attributes: html` inputmode="numeric" autocomplete="off"` })}
        ${textInput(visit, { name: 'code', label: say('follow.code'), hint: say('follow.codeHint'), value: code, attributes: typed })}
        <p class="actions"><button>${say('follow.show')}</button></p>
      </form>
      <p class="hint">${say('follow.lost')}</p>`;
    const page = { title: say('follow.title'), body, isFaulty: refused !== undefined, switches: { back: '/follow' } };
    // What was typed makes it somebody's page.
    return sendPage(reply, visit, page, refused ? { private: true, status: 422 } : { private: 'emptyForm' });
  };

  const followed = async (request: FastifyRequest, number: string): Promise<FollowPage | undefined> => {
    const matterId = findFollowed(request, deps, number);
    return matterId === undefined ? undefined : deps.follow(matterId);
  };

  const show = async (request: FastifyRequest, reply: FastifyReply, page: FollowPage, telling: Telling = {}) => {
    const visit = await openVisit(request);
    const drawn = drawFollow(visit, page, { ...telling, isOffered: deps.messages.offered.length > 0 });
    return sendPage(reply, visit, drawn, { private: true, status: drawn.isFaulty ? 422 : 200 });
  };

  app.get<{ Querystring: { number?: string; forgotten?: string } }>('/follow', (request, reply) => {
    const { number, forgotten } = request.query;
    return askForCode(request, reply, {
      number: typeof number === 'string' ? number : '',
      isForgotten: forgotten === '1',
    });
  });

  app.post('/follow', async (request, reply) => {
    const form = await readForm(request, deps);
    const typed = { number: form.one('number'), code: form.one('code') };
    const shown = await deps.showCode(typed.number, typed.code, request.ip);
    const page = shown.ok ? await deps.follow(shown.value.matterId) : undefined;
    if (!shown.ok) return askForCode(request, reply, { ...typed, refused: shown });
    if (!page) return sendNotFound(reply, await openVisit(request));
    keepFollowing(request, reply, deps, { number: page.number, matterId: page.id });
    return reply.redirect(`/follow/${page.number}`, 303);
  });

  app.post('/follow/forget', (_, reply) => {
    forgetAll(reply);
    return reply.redirect('/follow?forgotten=1', 303);
  });

  app.get<Numbered & { Querystring: { done?: string } }>('/follow/:number', async (request, reply) => {
    const page = await followed(request, request.params.number);
    if (!page) return reply.redirect(`/follow?number=${encodeURIComponent(request.params.number)}`, 303);
    return show(request, reply, page, { isDone: request.query.done === '1' });
  });

  app.get<{ Params: { number: string; photoId: string } }>(
    '/follow/:number/photos/:photoId',
    async (request, reply) => {
      const { number, photoId } = request.params;
      const matterId = findFollowed(request, deps, number);
      const photo = matterId !== undefined && isUuid(photoId) ? await deps.photo(matterId, photoId) : undefined;
      if (!photo) return sendNotFound(reply, await openVisit(request));
      return reply.type(photo.mediaType).header('cache-control', 'private, max-age=3600').send(photo.bytes);
    },
  );

  app.get<Numbered>('/follow/:number/drawing', async (request, reply) => {
    const page = await followed(request, request.params.number);
    const visit = await openVisit(request);
    if (!page) return sendNotFound(reply, visit);
    return reply
      .type('image/svg+xml')
      .headers({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      })
      .send(deps.drawing(page, visit.language));
  });

  app.get<OfStep>('/follow/:number/steps/:step', (request, reply) =>
    reply.redirect(`/follow/${encodeURIComponent(request.params.number)}`, 303),
  );

  app.post<OfStep>('/follow/:number/steps/:step', async (request, reply) => {
    const { number, step } = request.params;
    const form = await readForm(request, deps);
    const page = await followed(request, number);
    if (!page) return reply.redirect(`/follow?number=${encodeURIComponent(number)}`, 303);
    const offer = page.steps.find((offered) => offered.step === step);
    if (!offer) return show(request, reply, page);

    const commandId = form.one('commandId');
    const filled = withPressed(offer, form, readFilled(offer, form));
    const returned: Returned = { step, commandId, filled, faults: form.photoFaults };
    if (request.query.again === '1' || Object.keys(form.photoFaults).length > 0 || !isUuid(commandId))
      return show(request, reply, page, { returned });
    if (offer.weighs && form.one('sure') !== 'yes') {
      const visit = await openVisit(request);
      const { say, name } = visit;
      const title = say('follow.sureTitle', { name: name(offer.name) });
      const body = html`<h1>${title}</h1>
        ${drawSaid(page.title)}
        <p>${say('follow.sureHint')}</p>
        <form method="post" action="${stepPath(number, step)}">
          ${hidden('commandId', commandId)}${hidden('seenSeq', form.one('seenSeq'))}${hidden('sure', 'yes')}${carryFilled(filled)}
          <p class="actions">
            <button>${say('follow.sure')}</button>
            <a class="button quiet" href="/follow/${number}">${say('follow.sureNo')}</a>
          </p>
        </form>`;
      return sendPage(reply, visit, { title, body, switches: { back: `/follow/${number}` } }, { private: true });
    }

    const seenSeq = Math.max(0, Math.trunc(Number(form.one('seenSeq'))) || 0);
    const taken = await deps.takeStep(page.id, step, { commandId, seenSeq, input: asInput(offer, filled) });
    if (taken.ok) return reply.redirect(`/follow/${number}?done=1`, 303);
    return refuse(request, reply, page, returned, taken);
  });

  /** Shows the page as it is now, with what was filled in and the reason; a stale page says what happened meanwhile. */
  async function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    page: FollowPage,
    returned: Returned,
    refused: Exclude<Answer<never>, { ok: true }>,
  ) {
    const { fields = {}, changedSince = [] } = refused;
    const hasFields = Object.keys(fields).length > 0;
    return show(request, reply, (await deps.follow(page.id)) ?? page, {
      returned: { ...returned, faults: fields, ...(hasFields ? {} : { refused }) },
      changedSince,
    });
  }
}
