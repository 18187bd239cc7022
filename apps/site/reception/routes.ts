import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html, type Html } from '../../../ui/html.ts';
import type { OwnBooking, ReceptionDay, Refused, Said, SiteDeps } from '../deps.ts';
import { faultSummary, hidden, refusalBox, select, textArea, textInput } from '../fields.ts';
import { sendPage } from '../page.ts';
import { isUuid, readForm } from '../read-form.ts';
import type { OpenVisit, Visit } from '../visit.ts';

const TOPIC_MAX = 500;
type Typed = { readonly commandId: string; readonly when: string; readonly topic: string };

/** Reception days (领导接访) for everybody: book without an account, see one's booking by number and code, cancel it. */
export function registerReception(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  const askToBook = async (request: FastifyRequest, reply: FastifyReply, typed?: Typed, refused?: Refused) => {
    const visit = await openVisit(request);
    const days = await deps.receptionDays();
    const body = drawBooking(visit, days, typed ?? { commandId: randomUUID(), when: '', topic: '' }, refused);
    const page = {
      title: visit.say('reception.title'),
      body,
      isFaulty: refused !== undefined,
      switches: { back: '/reception' },
    };
    return sendPage(reply, visit, page, { status: refused ? 422 : 200 });
  };
  app.get('/reception', (request, reply) => askToBook(request, reply));

  app.post('/reception', async (request, reply) => {
    const form = await readForm(request, deps);
    const typed = { commandId: form.one('commandId'), when: form.one('slot'), topic: form.one('topic') };
    const [dayId = '', slot = ''] = typed.when.split(' ');
    const command = isUuid(typed.commandId) ? typed.commandId : randomUUID();
    const order = { commandId: command, dayId, slot: slot === '' ? Number.NaN : Number(slot), topic: typed.topic };
    const booked = await deps.bookReception(order, request.ip);
    if (!booked.ok) return askToBook(request, reply, { ...typed, commandId: command }, booked);
    const visit = await openVisit(request);
    const own = await deps.ownBooking(booked.value);
    return sendPage(reply, visit, drawOwn(visit, booked.value, own, { isNew: true }), { private: true });
  });

  const askForCode = async (request: FastifyRequest, reply: FastifyReply, number = '', refused?: Said) => {
    const visit = await openVisit(request);
    const { say } = visit;
    const body = html`${refused && refusalBox(visit, refused, 'field.notFound')}
      <h1>${say('reception.mine')}</h1>
      <form method="post" action="/reception/mine">
        ${textInput(visit, { name: 'number', label: say('reception.number'), value: number, attributes: html` autocomplete="off"` })}
        ${textInput(visit, { name: 'code', label: say('reception.code'), value: '', attributes: html` autocomplete="off" autocapitalize="characters" spellcheck="false"` })}
        <p class="actions"><button>${say('reception.show')}</button></p>
      </form>`;
    const page = {
      title: say('reception.mine'),
      body,
      isFaulty: refused !== undefined,
      switches: { back: '/reception/mine' },
    };
    return sendPage(reply, visit, page, { private: true, status: refused ? 422 : 200 });
  };
  app.get('/reception/mine', (request, reply) => askForCode(request, reply));

  app.post('/reception/mine', async (request, reply) => {
    const form = await readForm(request, deps);
    const shown = { number: form.one('number'), code: form.one('code') };
    const cancelled = form.one('cancel') === 'yes' ? await deps.cancelReception(shown, request.ip) : undefined;
    const own = cancelled && !cancelled.ok ? cancelled : await deps.ownBooking(shown, request.ip);
    if (!own.ok) return askForCode(request, reply, shown.number, own);
    const visit = await openVisit(request);
    return sendPage(reply, visit, drawOwn(visit, shown, own, {}), { private: true });
  });
}

function drawBooking(visit: Visit, days: readonly ReceptionDay[], typed: Typed, refused?: Refused): Html {
  const { say } = visit;
  const faults = refused?.fields ?? {};
  const labels = { slot: say('reception.when'), topic: say('reception.topic') };
  return html`${refused && (Object.keys(faults).length > 0 ? faultSummary(visit, { faults, labels }) : refusalBox(visit, refused, 'field.notFound'))}
    <h1>${say('reception.title')}</h1>
    <p>${say('reception.about')}</p>
    ${days.length === 0 && html`<p class="empty">${say('reception.none')}</p>`}
    ${
      days.length > 0 &&
      html`<form method="post" action="/reception">
        ${hidden('commandId', typed.commandId)}
        ${select(visit, {
          name: 'slot',
          label: labels.slot,
          fault: faults['slot'],
          options: html`<option value="">${say('reception.choose')}</option>
            ${days.map((day) => drawDay(visit, day, typed.when))}`,
        })}
        ${textArea(visit, { name: 'topic', label: labels.topic, hint: say('reception.topicHint'), fault: faults['topic'], value: typed.topic, max: TOPIC_MAX, rows: 4 })}
        <p class="actions"><button>${say('reception.book')}</button></p>
      </form>`
    }
    <p><a href="/reception/mine">${say('reception.mine')}</a></p>`;
}

const drawDay = ({ name }: Visit, { id, leader, heldOn, place, area, slots }: ReceptionDay, chosen: string): Html =>
  html`<optgroup label="${`${heldOn} ${leader} · ${name(area)} ${place}`}">
    ${slots.map(({ slot, at, free }) => {
      const value = `${id} ${slot}`;
      return html`<option value="${value}" ${!free && html` disabled`} ${value === chosen && html` selected`}>
        ${heldOn} ${at} ${leader}
      </option>`;
    })}
  </optgroup>`;

/** What became of the visit: who has it and until when, or the answer. */
const drawStanding = ({ say, name, due }: Visit, standing: NonNullable<OwnBooking['standing']>): Html =>
  html`<h2>${say('reception.result')}</h2>
    <p>${say('reception.became', { number: standing.number, state: name(standing.plain) })}</p>
    ${standing.result.map((words) => html`<p class="said" dir="auto">${words}</p>`)}
    <p class="hint">
      ${say(standing.answerBy ? 'reception.by' : 'reception.answeredBy', {
        body: name(standing.body),
        due: standing.answerBy ? due(standing.answerBy) : '',
      })}
    </p>`;

type Shown = { readonly number: string; readonly code: string };

function drawOwn(
  visit: Visit,
  shown: Shown,
  own: { ok: boolean; value?: OwnBooking },
  { isNew = false }: { isNew?: boolean },
) {
  const { say } = visit;
  const booking = own.value;
  const body = html`<h1>${say(isNew ? 'reception.booked' : 'reception.mine')}</h1>
    <dl>
      <dt>${say('reception.number')}</dt>
      <dd><b>${shown.number}</b></dd>
      ${
        isNew &&
        html`<dt>${say('reception.code')}</dt>
          <dd><b>${`${shown.code.slice(0, 4)}-${shown.code.slice(4)}`}</b></dd>`
      }
      ${
        booking &&
        html`<dt>${say('reception.when')}</dt>
          <dd>${booking.heldOn} ${booking.at}, ${booking.leader}</dd>
          <dt>${say('reception.where')}</dt>
          <dd>${booking.place}</dd>
          <dt>${say('reception.topic')}</dt>
          <dd dir="auto">${booking.topic}</dd>`
      }
    </dl>
    ${isNew && html`<p>${say('reception.keep')}</p>`}
    ${booking?.isCancelled && html`<p class="told" role="status">${say('reception.cancelled')}</p>`}
    ${booking?.standing && drawStanding(visit, booking.standing)}
    ${
      booking &&
      !booking.isCancelled &&
      !booking.isOver &&
      booking.standing === null &&
      html`<form method="post" action="/reception/mine">
        ${hidden('number', shown.number)} ${hidden('code', shown.code)} ${hidden('cancel', 'yes')}
        <p class="actions"><button class="quiet">${say('reception.cancel')}</button></p>
      </form>`
    }
    <p><a href="/reception">${say('reception.title')}</a></p>`;
  return { title: say('reception.mine'), body, switches: { back: '/reception' } };
}
