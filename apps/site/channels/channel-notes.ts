import { html, type Html } from '../../../ui/html.ts';
import type { RightChannel } from '../deps.ts';
import type { Visit } from '../visit.ts';

/** Whom to call, each number ready to be pressed. */
const drawPhones = ({ name }: Visit, { phones }: RightChannel): Html | false =>
  phones.length > 0 &&
  html`<p class="phones">
    ${phones.map((phone) => html`<a href="tel:${phone.number}">${phone.number} ${name(phone)}</a> `)}
  </p>`;

/** Why it belongs there, whom to call, and the limits of that channel. */
export const drawChannel = (visit: Visit, channel: RightChannel): Html =>
  html`<p>${visit.name(channel.why)}</p>
    ${drawPhones(visit, channel)}
    ${channel.clocks && html`<p class="hint">${visit.say('channels.clocks', { clocks: visit.name(channel.clocks) })}</p>`}`;

/** What was found in the person's words, before anything is sent: danger as an alert, the rest as a note; nothing when it is ours. */
export function drawChannelNotes(visit: Visit, channels: readonly RightChannel[]): Html | false {
  if (channels.length === 0) return false;
  const { say } = visit;
  const isUrgent = channels.some(({ urgent }) => urgent);
  return html`<section class="${isUrgent ? 'channels urgent' : 'channels'}" role="${isUrgent ? 'alert' : 'note'}">
    <h2>${say(isUrgent ? 'channels.urgent' : 'channels.elsewhere')}</h2>
    ${channels.map((channel) => drawChannel(visit, channel))}
    <p>${say('channels.goOn')}</p>
  </section>`;
}
