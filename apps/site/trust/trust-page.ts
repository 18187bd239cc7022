import { html, type Html } from '../../../ui/html.ts';
import type { DayDigest } from '../deps.ts';
import type { Page } from '../page.ts';
import type { Visit } from '../visit.ts';

export type Published = {
  readonly digests: readonly DayDigest[];
  /** The year that is shown; without one the last thirty days. */
  readonly year?: number;
  readonly years: readonly number[];
  readonly drawDays: readonly string[];
};

const drawDay = ({ say }: Visit, { day, leaves, digest }: DayDigest, isDrawn: boolean): Html =>
  html`<tr>
    <th scope="row"><time datetime="${day}">${day}</time></th>
    <td data-heading="${say('trust.matters')}">${leaves}</td>
    <td data-heading="${say('trust.digest')}">
      <code>${digest.toString('hex')}</code>
      ${isDrawn && html`<p><a href="/trust/visits-${day}.json">${say('trust.visits')}</a></p>`}
    </td>
  </tr>`;

function drawDigests(visit: Visit, { digests, year, drawDays }: Published): Html {
  const { say } = visit;
  const file = year === undefined ? '/trust/digests.json' : `/trust/digests-${year}.json`;
  if (digests.length === 0) return html`<p class="empty">${say('trust.empty')}</p>`;
  return html`<table>
      <thead>
        <tr>
          <th scope="col">${say('trust.day')}</th>
          <th scope="col">${say('trust.matters')}</th>
          <th scope="col">${say('trust.digest')}</th>
        </tr>
      </thead>
      <tbody>
        ${digests.map((digest) => drawDay(visit, digest, drawDays.includes(digest.day)))}
      </tbody>
    </table>
    <p class="hint">${say('trust.first')}</p>
    ${drawDays.length > 0 && html`<p class="hint">${say('trust.visitsAbout')}</p>`}
    <p><a href="${file}">${say('trust.file')}</a></p>`;
}

/** What the daily digests are, and the published ones (记录可核对). */
export function drawTrust(visit: Visit, published: Published): Page {
  const { say } = visit;
  const { year, years } = published;
  const title = year === undefined ? say('trust.title') : say('trust.titleOfYear', { year });
  const body = html`<h1>${title}</h1>
    <p>${say('trust.what')}</p>
    <p>${say('trust.why')}</p>
    <p>${say('trust.privacy')}</p>
    <p>${say('trust.own')} <a href="/follow">${say('frame.follow')}</a></p>
    <section>
      <h2>${year === undefined ? say('trust.latest') : say('trust.ofYear', { year })}</h2>
      ${drawDigests(visit, published)}
    </section>
    ${
      years.length > 0 &&
      html`<section>
        <h2>${say('trust.years')}</h2>
        ${years.map((each) => html`<p><a href="/trust/${each}">${each}</a></p>`)}
        ${year !== undefined && html`<p><a href="/trust">${say('trust.back')}</a></p>`}
      </section>`
    }`;
  return { title, body, switches: { back: year === undefined ? '/trust' : `/trust/${year}` } };
}
