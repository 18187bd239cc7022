import { html, type Html } from '../../../ui/html.ts';
import type { BoardView, HolderView, NamedView, Subdistrict } from '../deps.ts';
import { textInput } from '../fields.ts';
import type { Page } from '../page.ts';
import type { Visit } from '../visit.ts';

export type PlaceFound = { readonly code: string; readonly path: readonly { readonly name: NamedView }[] };

const drawPath = ({ name }: Visit, path: readonly { readonly name: NamedView }[]): string =>
  path.map((step) => name(step.name)).join(' › ');

/** Where someone says where they live, or picks a community, to see who answers there. */
export function drawBoards(
  visit: Visit,
  {
    sought,
    found,
    subdistricts,
  }: { sought: string; found: readonly PlaceFound[]; subdistricts: readonly Subdistrict[] },
): Page {
  const { say, name } = visit;
  const body = html`<h1>${say('boards.title')}</h1>
    <p>${say('boards.intro')}</p>
    <form method="get" action="/boards" role="search">
      ${textInput(visit, { name: 'where', label: say('boards.where'), hint: say('boards.whereHint'), value: sought, attributes: html` type="search"` })}
      <p class="actions"><button>${say('boards.find')}</button></p>
    </form>
    ${
      sought !== '' &&
      (found.length === 0
        ? html`<p class="empty" role="status">${say('boards.notFound')}</p>`
        : html`<p role="status">${say('boards.several')}</p>
            <ul class="rows">
              ${found.map(({ code, path }) => html`<li><a href="/boards/${code}">${drawPath(visit, path)}</a></li>`)}
            </ul>`)
    }
    <h2>${say('boards.byCommunity')}</h2>
    ${subdistricts.map(
      (one) =>
        html`<details>
          <summary>${name(one.name)}</summary>
          <ul class="rows">
            ${one.communities.map(({ code, name: community }) => html`<li><a href="/boards/${code}">${name(community)}</a></li>`)}
          </ul>
        </details>`,
    )}`;
  return { title: say('boards.title'), body, switches: { back: '/boards' } };
}

export const drawPerson = ({ name, say }: Visit, { person, standIn }: HolderView): Html =>
  person
    ? html`<b>${name(person)}</b
        >${standIn && html` <span class="stand-in">${say('boards.standIn', { person: name(standIn.person), until: standIn.untilOn })}</span>`}`
    : html`<span class="vacant">${say('boards.vacant')}</span>`;

/** One post with who holds it, what they answer for and how to call them. */
export const drawHolder = (visit: Visit, one: HolderView): Html => {
  const { name } = visit;
  return html`<li>
    <p>${drawPerson(visit, one)} · ${name(one.post)}</p>
    ${one.duty !== null && html`<p class="hint" dir="auto">${one.duty}</p>`}
    ${one.phone !== null && html`<p><a href="tel:${one.phone}">${one.phone}</a></p>`}
  </li>`;
};

/** The contact boards of a community or grid (两牌公示): who serves here, and who answers for it. */
export function drawBoard(
  visit: Visit,
  board: BoardView,
  grids: readonly { readonly code: string; readonly name: NamedView; readonly addresses: readonly string[] }[],
): Page {
  const { say, name } = visit;
  const { code, path, service, liaison, addresses } = board;
  const here = name(path.at(-1)?.name ?? { zh: code, en: code });
  const asks = code.length === 15 ? `grid=${code}` : `community=${code}`;
  const body = html`<p class="hint">${drawPath(visit, path.slice(0, -1))}</p>
    <h1>${say('boards.of', { place: here })}</h1>
    ${addresses.length > 0 && html`<p>${say('boards.covers', { places: addresses.join(say('boards.comma')) })}</p>`}
    <p class="actions">
      <a class="button" href="/report?${asks}">${say('boards.report')}</a>
      <a class="button quiet" href="/boards/${code}/sheet">${say('boards.print')}</a>
    </p>
    <section>
      <h2>${say('boards.service')}</h2>
      ${service.map(
        (one) =>
          html`<h3>${name(one.name)}</h3>
            <ul class="rows">
              ${one.posts.map((holder) => drawHolder(visit, holder))}
            </ul>`,
      )}
    </section>
    <section>
      <h2>${say('boards.liaison')}</h2>
      <p class="hint">${say('boards.liaisonAbout')}</p>
      <ul class="rows">
        ${liaison.map(
          ({ rungName, area, holders }) =>
            html`<li>
              <p class="hint">${name(rungName)} · ${name(area)}</p>
              ${holders.length === 0 && html`<p class="vacant">${say('boards.nobody')}</p>`}
              ${holders.map((one) => html`<p>${drawPerson(visit, one)} · ${name(one.body)} ${name(one.post)}${one.phone !== null && html` · <a href="tel:${one.phone}">${one.phone}</a>`}</p>`)}
            </li>`,
        )}
      </ul>
    </section>
    ${
      grids.length > 0 &&
      html`<section>
        <h2>${say('boards.grids')}</h2>
        <ul class="rows">
          ${grids.map(
            (grid) =>
              html`<li>
                <a href="/boards/${grid.code}">${name(grid.name)}</a>
                <p class="hint">${grid.addresses.join(say('boards.comma'))}</p>
              </li>`,
          )}
        </ul>
      </section>`
    }
    <p class="hint">${say('boards.wrong')}</p>
    <p><a href="/boards">${say('boards.back')}</a></p>`;
  return { title: say('boards.of', { place: here }), body, switches: { back: `/boards/${code}` } };
}
