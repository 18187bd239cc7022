import type { FastifyInstance } from 'fastify';
import { html, type Html } from '../../../ui/html.ts';
import type { Receipt, SiteDeps } from '../deps.ts';
import { drawPhone } from '../people.ts';
import { sendPage } from '../page.ts';
import type { OpenVisit, Visit } from '../visit.ts';
import { findReceipt } from './receipt-cookie.ts';

function drawReceipt({ say, name, due }: Visit, receipt: Receipt): Html {
  const { firstContact: contact } = receipt;
  return html`<h1>${say('receipt.title')}</h1>
    <p class="unprinted">${say('receipt.keep')}</p>
    <dl class="slip" data-sent>
      <dt>${say('receipt.number')}</dt>
      <dd>${receipt.number}</dd>
      <dt>${say('receipt.code')}</dt>
      <dd>${receipt.code}</dd>
    </dl>
    <p class="hint unprinted">${say('receipt.codeWarning')}</p>
    <section class="holder">
      <h2>${say('receipt.who')}</h2>
      <p><b>${name(contact.name)}</b> ${contact.post && name(contact.post)}<br />${name(contact.body)}</p>
      ${drawPhone(say('receipt.phone'), contact.phonePublic)}
      <p>
        ${receipt.acceptBy !== null && say('receipt.acceptBy', { due: due(receipt.acceptBy) })}
        ${say('receipt.duty', { name: name(contact.name) })}
      </p>
      ${receipt.answerBy && html`<p>${say('receipt.answerBy', { due: due(receipt.answerBy) })}</p>`}
    </section>
    <p class="on-paper">${say('receipt.slip')}</p>
    <p class="actions">
      <a class="button" href="/follow/${receipt.number}">${say('receipt.follow')}</a>
      <button class="quiet" data-print hidden>${say('receipt.print')}</button>
    </p>`;
}

export function registerReceipt(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  app.get<{ Params: { number: string } }>('/receipt/:number', async (request, reply) => {
    const visit = await openVisit(request);
    const { say } = visit;
    const { number } = request.params;
    const receipt = findReceipt(request, deps, number);
    const body = receipt
      ? drawReceipt(visit, receipt)
      : html`<h1>${say('receipt.goneTitle')}</h1>
          <p>${say('receipt.gone')}</p>
          <p><a class="button" href="/follow">${say('frame.follow')}</a></p>`;
    const page = {
      title: say(receipt ? 'receipt.title' : 'receipt.goneTitle'),
      body,
      switches: { back: `/receipt/${encodeURIComponent(number)}` },
    };
    return sendPage(reply, visit, page, { private: true, status: receipt ? 200 : 404 });
  });
}
