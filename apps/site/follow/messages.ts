import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../../../ui/html.ts';
import type { Faults, MessageChoice, SiteDeps } from '../deps.ts';
import { faultSummary, radios, textInput } from '../fields.ts';
import { sendPage } from '../page.ts';
import { readForm } from '../read-form.ts';
import type { OpenVisit } from '../visit.ts';
import { findFollowed } from './cookie.ts';

type Numbered = { Params: { number: string }; Querystring: { done?: string } };
type Asked = { readonly chosen: MessageChoice; readonly hasPhone: boolean; readonly faults?: Faults };

/** Whether one gets a text message when there is news (短信通知): `/follow/:number/messages`, for whoever showed the code. */
export function registerMessages(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  const show = async (request: FastifyRequest, reply: FastifyReply, number: string, asked: Asked, isDone = false) => {
    const visit = await openVisit(request);
    const { say } = visit;
    const { chosen, hasPhone, faults = {} } = asked;
    const options = (['none', 'sms'] as const).map((value) => ({
      value,
      label: { zh: say(`messages.${value}`), en: say(`messages.${value}`) },
    }));
    const title = say('messages.title');
    const body = html`${isDone && html`<p class="told" role="status">${say('messages.done')}</p>`}
      ${faultSummary(visit, { faults, labels: { phone: say('messages.phone') } })}
      <p class="step">${number}</p>
      <h1>${title}</h1>
      <p>${say('messages.about')}</p>
      <form method="post" action="/follow/${number}/messages">
        ${radios(visit, { name: 'messages', label: say('messages.choose'), value: chosen, options })}
        ${textInput(visit, {
          name: 'phone',
          label: say('messages.phone'),
          hint: say(hasPhone ? 'messages.phoneKept' : 'messages.phoneHint'),
          value: '',
          fault: faults['phone'],
          attributes: html` type="tel" inputmode="tel" autocomplete="tel"`,
        })}
        <p class="actions">
          <button>${say('messages.save')}</button>
          <a class="button quiet" href="/follow/${number}">${say('messages.back')}</a>
        </p>
      </form>`;
    const isFaulty = Object.keys(faults).length > 0;
    const page = { title, body, isFaulty, switches: { back: `/follow/${number}/messages` } };
    return sendPage(reply, visit, page, { private: true, status: isFaulty ? 422 : 200 });
  };
  const again = (reply: FastifyReply, number: string) =>
    reply.redirect(`/follow?number=${encodeURIComponent(number)}`, 303);

  app.get<Numbered>('/follow/:number/messages', async (request, reply) => {
    const { number } = request.params;
    const matterId = findFollowed(request, deps, number);
    if (matterId === undefined) return again(reply, number);
    const { chosen, hasPhone } = await deps.messages.find(matterId);
    return show(request, reply, number, { chosen, hasPhone }, request.query.done === '1');
  });

  app.post<Numbered>('/follow/:number/messages', async (request, reply) => {
    const { number } = request.params;
    const matterId = findFollowed(request, deps, number);
    if (matterId === undefined) return again(reply, number);
    const form = await readForm(request, deps);
    const chosen = form.one('messages') === 'sms' ? 'sms' : 'none';
    const saved = await deps.messages.choose(matterId, {
      messages: chosen,
      phone: form.one('phone'),
      language: (await openVisit(request)).language,
    });
    if (saved.ok) return reply.redirect(`/follow/${number}/messages?done=1`, 303);
    const { hasPhone } = await deps.messages.find(matterId);
    return show(request, reply, number, { chosen, hasPhone, faults: saved.fields ?? { phone: saved } });
  });
}
