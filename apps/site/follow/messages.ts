import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../../../ui/html.ts';
import type { Faults, MessageChoice, SiteDeps } from '../deps.ts';
import { faultSummary, radios, textInput } from '../fields.ts';
import { sendPage } from '../page.ts';
import { readForm } from '../read-form.ts';
import type { OpenVisit } from '../visit.ts';
import { findFollowed } from './cookie.ts';

type Numbered = { Params: { number: string }; Querystring: { done?: string } };
type Asked = Awaited<ReturnType<SiteDeps['messages']['find']>> & { readonly faults?: Faults };

/** How and when one hears of news (告知方式): by SMS or mail, at every step or only when there is an answer or something to do: `/follow/:number/messages`, for whoever showed the code. */
export function registerMessages(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  const show = async (request: FastifyRequest, reply: FastifyReply, number: string, asked: Asked, isDone = false) => {
    const visit = await openVisit(request);
    const { say } = visit;
    const { chosen, onlyOwed, hasPhone, hasMail, faults = {} } = asked;
    const { offered } = deps.messages;
    const both = (text: string) => ({ zh: text, en: text });
    const options = (['none', ...offered] as const).map((value) => ({ value, label: both(say(`messages.${value}`)) }));
    const whens = (['all', 'owed'] as const).map((value) => ({ value, label: both(say(`messages.when.${value}`)) }));
    const title = say('messages.title');
    const body = html`${isDone && html`<p class="told" role="status">${say('messages.done')}</p>`}
      ${faultSummary(visit, { faults, labels: { phone: say('messages.phone'), mail: say('alerts.mail') } })}
      <p class="step">${number}</p>
      <h1>${title}</h1>
      <p>${say('messages.about')}</p>
      <form method="post" action="/follow/${number}/messages">
        ${radios(visit, { name: 'messages', label: say('messages.choose'), value: chosen, options })}
        ${
          offered.includes('sms') &&
          textInput(visit, {
            name: 'phone',
            label: say('messages.phone'),
            hint: say(hasPhone ? 'messages.phoneKept' : 'messages.phoneHint'),
            value: '',
            fault: faults['phone'],
            attributes: html` type="tel" inputmode="tel" autocomplete="tel"`,
          })
        }
        ${
          offered.includes('mail') &&
          textInput(visit, {
            name: 'mail',
            label: say('alerts.mail'),
            hint: say(hasMail ? 'messages.mailKept' : 'messages.mailHint'),
            value: '',
            fault: faults['mail'],
            attributes: html` type="email" inputmode="email" autocomplete="email"`,
          })
        }
        ${radios(visit, { name: 'when', label: say('messages.whenAsked'), value: onlyOwed ? 'owed' : 'all', options: whens })}
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
    return show(request, reply, number, await deps.messages.find(matterId), request.query.done === '1');
  });

  app.post<Numbered>('/follow/:number/messages', async (request, reply) => {
    const { number } = request.params;
    const matterId = findFollowed(request, deps, number);
    if (matterId === undefined) return again(reply, number);
    const form = await readForm(request, deps);
    const typed = form.one('messages');
    const chosen: MessageChoice = deps.messages.offered.find((way) => way === typed) ?? 'none';
    const onlyOwed = form.one('when') === 'owed';
    const { language } = await openVisit(request);
    const choice = { messages: chosen, phone: form.one('phone'), mail: form.one('mail'), onlyOwed, language };
    const saved = await deps.messages.choose(matterId, choice);
    if (saved.ok) return reply.redirect(`/follow/${number}/messages?done=1`, 303);
    const faults = saved.fields ?? { phone: saved };
    return show(request, reply, number, { ...(await deps.messages.find(matterId)), chosen, onlyOwed, faults });
  });
}
