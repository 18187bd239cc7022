import { html, type Html } from '../../../ui/html.ts';
import type { CommunityDisclosures, DisclosureView } from '../deps.ts';
import { pathWith, type NamedArea } from '../open/area.ts';
import type { Page } from '../page.ts';
import type { Visit } from '../visit.ts';
import { periodWords } from './period-words.ts';

type Shown = { readonly community: NamedArea; readonly shown: CommunityDisclosures; readonly after: string };

/** What a community discloses (社区公开栏): what is out, the newest first; what is owed; and the whole list with its grounds. */
export function drawDisclosures(visit: Visit, { community, shown, after }: Shown): Page {
  const { say, name } = visit;
  const { code } = community;
  const path = `/communities/${code}/disclosures`;
  const title = say('disclosures.titleOf', { community: name(community.name) });
  const feed = pathWith('/feeds/disclosures.atom', { area: code });
  const overdue = shown.items.flatMap(({ item, owed }) =>
    owed.filter(({ isOverdue }) => isOverdue).map((one) => ({ item, ...one })),
  );
  const body = html`<p><a href="/communities/${code}">${name(community.name)}</a></p>
    <h1>${title}</h1>
    <p>${say('disclosures.about')}</p>
    ${
      after === '' &&
      overdue.length > 0 &&
      html`<section class="told">
        <h2>${say('disclosures.late')}</h2>
        <ul>
          ${overdue.map(({ item, period, dueOn }) => html`<li>${name(item.name)} · ${periodWords(visit, period)} · ${say('disclosures.wasDue', { day: dueOn })}</li>`)}
        </ul>
      </section>`
    }
    <section>
      <h2>${say('disclosures.out')}</h2>
      ${
        shown.entries.length === 0
          ? html`<p class="empty">${say('disclosures.none')}</p>`
          : html`<ul class="rows">
              ${shown.entries.map((entry) => drawRow(visit, code, entry))}
            </ul>`
      }
      ${shown.next !== null && html`<p><a href="${pathWith(path, { after: shown.next })}">${say('disclosures.earlier')}</a></p>`}
      <p><a href="${feed}">${say('disclosures.feed')}</a></p>
    </section>
    <section>
      <h2>${say('disclosures.list')}</h2>
      ${shown.items.map((one) => drawItem(visit, one))}
    </section>
    ${drawAsk(visit, code)}`;
  return { title, body, switches: { back: path }, feed: { path: feed, title } };
}

const drawRow = (visit: Visit, code: string, { id, item, period, at, corrects, words }: DisclosureView): Html =>
  html`<li>
    <a href="/communities/${code}/disclosures/${id}"><b>${visit.name(item.name)} · ${periodWords(visit, period)}</b></a>
    ${item.code === 'publicNotice' && html`<p dir="auto">${beginningOf(words)}</p>`}
    <p>
      ${visit.say('disclosures.publishedOn', { day: visit.day(at) })}${corrects !== null && html` · ${visit.say('disclosures.wasCorrected')}`}
    </p>
  </li>`;

const SHOWN_OF_NOTICE = 60;
const beginningOf = (words: string): string =>
  [...words].length <= SHOWN_OF_NOTICE ? words : `${[...words].slice(0, SHOWN_OF_NOTICE).join('')}…`;

const drawItem = (visit: Visit, { item, owed }: CommunityDisclosures['items'][number]): Html =>
  html`<details class="more">
    <summary>${visit.name(item.name)}</summary>
    <dl>
      <dt>${visit.say('disclosures.who')}</dt>
      <dd>${visit.name(item.by)}</dd>
      <dt>${visit.say('disclosures.when')}</dt>
      <dd>${visit.say(`disclosures.rhythm.${item.rhythm}`, { days: item.withinWorkingDays })}</dd>
      <dt>${visit.say('disclosures.basis')}</dt>
      <dd>${visit.name(item.basis)}</dd>
      ${owed.map(
        ({ period, dueOn, isOverdue }) =>
          html`<dt>${periodWords(visit, period)}</dt>
            <dd>${visit.say(isOverdue ? 'disclosures.wasDue' : 'disclosures.isDue', { day: dueOn })}</dd>`,
      )}
    </dl>
  </details>`;

/** How to ask about what was disclosed, or object to it (怎么问、怎么提异议). */
export const drawAsk = ({ say }: Visit, code: string): Html =>
  html`<section>
    <h2>${say('disclosures.ask')}</h2>
    <p>${say('disclosures.askHow')}</p>
    <p class="actions">
      <a class="button" href="/report?community=${code}">${say('disclosures.askHere')}</a>
      <a class="button quiet" href="/channels">${say('disclosures.askElsewhere')}</a>
    </p>
  </section>`;
