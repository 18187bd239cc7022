import { toString as drawQr } from 'qrcode';
import { Html, html } from '../../../ui/html.ts';
import type { BoardView } from '../deps.ts';
import type { Visit } from '../visit.ts';
import { drawPerson } from './board-page.ts';

/** The QR code of an address as an image that prints sharp in any size. */
async function drawCode(address: string): Promise<Html> {
  return new Html(await drawQr(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 }));
}

/**
 * Draws the sheet that is hung up (公示牌, A3 landscape): the service board on the left, the liaison board on the right,
 * with the code by which someone standing before it can report.
 *
 * @param origin of this site, as the person who prints sees it
 */
export async function drawSheet(visit: Visit, board: BoardView, { origin, today }: { origin: string; today: string }) {
  const { say, name, language, assets } = visit;
  const { code, path, addresses, service, liaison } = board;
  const here = name(path.at(-1)?.name ?? { zh: code, en: code });
  const above = path.slice(0, -1).map((step) => name(step.name));
  const report = `${origin}/report?${code.length === 15 ? 'grid' : 'community'}=${code}`;
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${say('boards.of', { place: here })}</title>
      <link rel="icon" href="${assets.icon}" type="image/svg+xml" />
      <link rel="stylesheet" href="${assets.sheet}" />
      <body>
        <p class="screen-only">
          <a href="/boards/${code}">${say('boards.backToBoard')}</a> ${say('boards.howToPrint')}
        </p>
        <main class="sheet">
          <header>
            <p>${above.join(' ')}</p>
            <h1>${say('boards.of', { place: here })}</h1>
            ${addresses.length > 0 && html`<p>${say('boards.covers', { places: addresses.join(say('boards.comma')) })}</p>`}
          </header>
          <section class="service">
            <h2>${say('boards.service')}</h2>
            ${service.map(
              (one) =>
                html`<table>
                  <caption>
                    ${name(one.name)}${one.phone !== null && html` <span>${one.phone}</span>`}
                  </caption>
                  <thead>
                    <tr>
                      <th scope="col">${say('boards.person')}</th>
                      <th scope="col">${say('boards.post')}</th>
                      <th scope="col">${say('boards.duty')}</th>
                      <th scope="col">${say('boards.phone')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${one.posts.map(
                      (holder) =>
                        html`<tr>
                          <td>${drawPerson(visit, holder)}</td>
                          <td>${name(holder.post)}</td>
                          <td>${holder.duty}</td>
                          <td class="digits">${holder.phone === one.phone ? '' : holder.phone}</td>
                        </tr>`,
                    )}
                  </tbody>
                </table>`,
            )}
          </section>
          <section class="liaison">
            <h2>${say('boards.liaison')}</h2>
            <ol>
              ${liaison.map(
                ({ rungName, area, holders }) =>
                  html`<li>
                    <span class="rung">${name(rungName)}<small>${name(area)}</small></span>
                    <span class="holders">
                      ${holders.length === 0 && html`<span class="vacant">${say('boards.nobody')}</span>`}
                      ${holders.map((one) => html`<span>${drawPerson(visit, one)} ${name(one.post)} <em class="digits">${one.phone}</em></span>`)}
                    </span>
                  </li>`,
              )}
            </ol>
          </section>
          <aside>
            ${await drawCode(report)}
            <div>
              <h2>${say('boards.scan')}</h2>
              <p>${say('boards.scanAbout')}</p>
              <p class="address">${report}</p>
            </div>
          </aside>
          <footer>
            <p>${say('boards.asOf', { day: today })}</p>
            <p>${say('boards.promise')}</p>
          </footer>
        </main>
      </body>
    </html>`;
}
