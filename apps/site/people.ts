import { html, type Html } from '../../ui/html.ts';
import type { WorkerView } from './deps.ts';
import type { Visit } from './visit.ts';

/** A number that may be public, ready to be called. */
export const drawPhone = (label: string, phone: string | null): Html | false =>
  phone !== null && html`<p>${label} <a class="phone" href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a></p>`;

/** Someone of an office: name, post, body, telephone; a body alone is named once. */
export function drawWorker({ say, name }: Visit, worker: WorkerView): Html {
  const body = name(worker.body.name);
  const person = name(worker.name);
  return html`<p><b>${person}</b> ${worker.post && name(worker.post)}${person !== body && html`<br />${body}`}</p>
    ${worker.away && html`<p class="hint">${say('follow.away', { name: name(worker.away.deputy), day: worker.away.untilOn })}</p>`}
    ${drawPhone(say('receipt.phone'), worker.body.phonePublic)}`;
}
