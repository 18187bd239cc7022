import type { FastifyInstance } from 'fastify';
import { html, type Html } from '../../ui/html.ts';
import type { PublicRow, SiteDeps } from './deps.ts';
import { sendPage } from './page.ts';
import type { OpenVisit, Visit } from './visit.ts';

/** The three doors; also the way on from a page that could not be shown. */
export const drawDoors = ({ say }: Visit): Html =>
  html`<ul class="doors">
    <li>
      <a href="/report"><b>${say('frame.report')}</b> <span>${say('home.report')}</span></a>
    </li>
    <li>
      <a href="/follow"><b>${say('frame.follow')}</b> <span>${say('home.follow')}</span></a>
    </li>
    <li>
      <a href="/see"><b>${say('frame.see')}</b> <span>${say('home.see')}</span></a>
    </li>
  </ul>`;

function drawAnswer({ say, name, day }: Visit, row: PublicRow): Html {
  const key =
    row.outcome === 'solved' || row.outcome === 'explained' ? (`home.${row.outcome}` as const) : 'home.answered';
  const place = row.community ? name(row.community) : say('home.somewhere');
  const sentence = say(key, { place, title: row.title, day: day(row.answeredAt ?? row.openedAt) });
  return html`<li><a href="/see/${row.number}" dir="auto">${sentence}</a></li>`;
}

/** What was answered lately; in large letters the doors stand alone, and this is behind the third. */
const drawRecent = (visit: Visit, answers: readonly PublicRow[]): Html =>
  html`<section>
    <h2>${visit.say('home.recent')}</h2>
    ${
      answers.length > 0
        ? html`<ul class="sentences">
              ${answers.map((row) => drawAnswer(visit, row))}
            </ul>
            <p><a href="/see">${visit.say('home.recentAll')}</a></p>`
        : html`<p class="empty">${visit.say('home.recentEmpty')}</p>`
    }
  </section>`;

export function registerHome(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  app.get('/', async (request, reply) => {
    const [visit, answers] = await Promise.all([openVisit(request), deps.recentAnswers({ limit: 6 })]);
    const { say, isLarge } = visit;
    const body = html`<h1>${say('home.title')}</h1>
      <p>${say('home.promise')}</p>
      <nav aria-label="${say('home.doors')}">${drawDoors(visit)}</nav>
      ${!isLarge && drawRecent(visit, answers)}`;
    return sendPage(reply, visit, { title: say('home.title'), body, switches: { back: '/' } });
  });
}
