import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { statusOf } from '../../platform/http/serve.ts';
import { sayRefusal } from '../../platform/i18n/words.ts';
import type { Trouble } from '../../platform/trouble.ts';
import { html } from '../../ui/html.ts';
import { drawDoors } from './home.ts';
import { sendPage } from './page.ts';
import type { Visit } from './visit.ts';

export function sendNotFound(reply: FastifyReply, visit: Visit) {
  const { say } = visit;
  const title = say('refused.notFoundTitle');
  const body = html`<h1>${title}</h1>
    <p>${say('refused.notFound')}</p>
    ${drawDoors(visit)}`;
  return sendPage(reply, visit, { title, body, switches: { back: '/' } }, { status: 404 });
}

/** A form that did not come from this site. */
export function sendForeign(reply: FastifyReply, visit: Visit) {
  const { say } = visit;
  const title = say('refused.foreignTitle');
  const body = html`<h1>${title}</h1>
    <p>${say('refused.foreign')}</p>
    ${drawDoors(visit)}`;
  return sendPage(reply, visit, { title, body, switches: { back: '/' } }, { status: 403 });
}

/** Something outside fails: what, and when to try again. */
export function sendTrouble(trouble: Trouble, reply: FastifyReply, visit: Visit) {
  const { say } = visit;
  const title = say('refused.troubleTitle');
  const body = html`<h1>${title}</h1>
    <p>${sayRefusal(trouble)[visit.language]}</p>
    <p>${say('refused.faultAgain')}</p>`;
  void reply.header('retry-after', Number(trouble.details?.['seconds']));
  return sendPage(reply, visit, { title, body, switches: { back: '/' } }, { status: statusOf(trouble.code) });
}

/** Ours: an apology and a number. The browser's: what to do, nothing logged. */
export function sendFault(error: FastifyError, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const { say } = visit;
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    const key = status === 413 ? 'large' : 'bad';
    const title = say(`refused.${key}Title`);
    return sendPage(
      reply,
      visit,
      {
        title,
        body: html`<h1>${title}</h1>
          <p>${say(`refused.${key}`)}</p>`,
        switches: { back: '/' },
      },
      { status },
    );
  }
  request.log.error({ err: error }, 'a page of the site failed');
  const title = say('refused.faultTitle');
  const body = html`<h1>${title}</h1>
    <p>${say('refused.fault')}</p>
    <p class="slip"><b>${request.id}</b></p>
    <p>${say('refused.faultAgain')}</p>`;
  return sendPage(reply, visit, { title, body, switches: { back: '/' } }, { status: 500 });
}
