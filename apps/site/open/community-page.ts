import { html, type Html } from '../../../ui/html.ts';
import { drawHolder } from '../boards/board-page.ts';
import type { Answer, BoardView, PublicRequest } from '../deps.ts';
import { refusalBox } from '../fields.ts';
import { publicOutcomeWords } from '../outcomes.ts';
import type { Page } from '../page.ts';
import type { Visit } from '../visit.ts';
import { pathWith, type NamedArea } from './area.ts';
import { drawFigures, type Counted } from './figures-part.ts';

export type CommunityShown = {
  readonly community: NamedArea;
  readonly counted: Answer<Omit<Counted, 'area'>>;
  readonly results: readonly PublicRequest[];
  readonly board: BoardView | undefined;
};

/** Who serves here (社区的人), from its board; the whole board is a press away. */
const drawPeople = (visit: Visit, code: string, board: BoardView | undefined): Html | false =>
  board !== undefined &&
  html`<section>
    <h2>${visit.say('community.people')}</h2>
    ${board.service.map(
      (one) =>
        html`<h3>${visit.name(one.name)}</h3>
          <ul class="rows">
            ${one.posts.map((holder) => drawHolder(visit, holder))}
          </ul>`,
    )}
    <p><a href="/boards/${code}">${visit.say('community.board')}</a></p>
  </section>`;

/** What is public here and can be checked (公开的材料): answers, the map, procedures, files, daily digests. */
function drawOpen({ say }: Visit, { code, within }: NamedArea): Html {
  const rows = [
    [`/communities/${code}/disclosures`, 'community.open.disclosures'],
    [pathWith('/see', { community: code, standing: 'settled' }), 'community.open.results'],
    [pathWith('/map', { area: within?.code }), 'community.open.map'],
    ['/procedures', 'community.open.procedures'],
    [pathWith('/open-data', { area: code }), 'community.open.files'],
    ['/trust', 'community.open.digests'],
  ] as const;
  return html`<section>
    <h2>${say('community.open.title')}</h2>
    <ul class="figures">
      ${rows.map(([path, key]) => html`<li><a href="${path}">${say(key)}</a></li>`)}
    </ul>
  </section>`;
}

/** The page of a community (社区主页): its people, what was answered last, its figures, its procedures, and how to hear of more. */
export function drawCommunity(visit: Visit, { community, counted, results, board }: CommunityShown): Page {
  const { say, name, day } = visit;
  const { code, within } = community;
  const title = name(community.name);
  const feed = pathWith('/feeds/results.atom', { area: code });
  const body = html`<h1>${title}</h1>
    ${within && html`<p><a href="${pathWith('/figures', { area: within.code })}">${name(within.name)}</a></p>`}
    <p class="actions">
      <a class="button" href="/report?community=${code}">${say('frame.report')}</a>
      <a class="button quiet" href="/see?community=${code}">${say('community.all')}</a>
    </p>
    ${drawPeople(visit, community.code, board)}
    <section>
      <h2>${say('community.results')}</h2>
      ${
        results.length > 0
          ? html`<ul class="rows">
              ${results.map(
                (row) =>
                  html`<li>
                    <a href="/see/${row.number}"><b dir="auto">${row.title}</b></a>
                    <p>
                      ${publicOutcomeWords(visit, row)} ·
                      ${say('see.answeredOn', { day: day(row.answeredAt ?? row.openedAt) })}
                    </p>
                  </li>`,
              )}
            </ul>`
          : html`<p class="empty">${say('community.noResults')}</p>`
      }
      <p><a href="${feed}">${say('community.feed')}</a></p>
      <p class="hint">${say('community.feedHow')}</p>
      <p><a href="${pathWith('/alerts', { area: code })}">${say('alerts.link')}</a></p>
    </section>
    <section>
      <h2>${say('community.figures')}</h2>
      ${counted.ok ? drawFigures(visit, { ...counted.value, area: code }) : refusalBox(visit, counted)}
    </section>
    ${drawOpen(visit, community)}`;
  return { title, body, switches: { back: `/communities/${code}` }, feed: { path: feed, title } };
}
