import type { FastifyInstance } from 'fastify';
import { html } from '../../ui/html.ts';
import { sendPage } from './page.ts';
import { pagesBesides } from './pages-of-site.ts';
import type { OpenVisit } from './visit.ts';

/** All that the foot of a page in large letters (长辈版) leaves out, one below the other. */
export function registerMore(app: FastifyInstance, openVisit: OpenVisit): void {
  app.get('/more', async (request, reply) => {
    const visit = await openVisit(request);
    const { say } = visit;
    const body = html`<h1>${say('more.title')}</h1>
      <ul class="doors few">
        ${pagesBesides.map(
          ({ path, key }) =>
            html`<li>
              <a href="${path}"><b>${say(key)}</b></a>
            </li>`,
        )}
      </ul>`;
    return sendPage(reply, visit, { title: say('more.title'), body, switches: { back: '/more' } });
  });
}
