import type { FastifyInstance } from 'fastify';
import { html } from '../../../ui/html.ts';
import type { SiteDeps } from '../deps.ts';
import { sendPage } from '../page.ts';
import type { OpenVisit } from '../visit.ts';
import { drawChannel } from './channel-notes.ts';

/** The decision table of what other channels handle (该找谁), for everybody to read. */
export function registerChannels(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  app.get('/channels', async (request, reply) => {
    const visit = await openVisit(request);
    const { say } = visit;
    const body = html`<h1>${say('channels.title')}</h1>
      <p>${say('channels.about')}</p>
      ${deps.rightChannels.map(
        (channel) =>
          html`<section>
            <h2>${say(`channels.names.${channel.id}`)}</h2>
            ${drawChannel(visit, channel)}
          </section>`,
      )}
      <p class="hint">${say('channels.source')}</p>
      <p class="actions"><a class="button" href="/report">${say('frame.report')}</a></p>`;
    return sendPage(reply, visit, { title: say('channels.title'), body, switches: { back: '/channels' } });
  });
}
