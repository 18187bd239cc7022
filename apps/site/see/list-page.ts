import { html, type Html } from '../../../ui/html.ts';
import type { Answer, PublicRow, Subdistrict } from '../deps.ts';
import { option, refusalBox, select, textInput } from '../fields.ts';
import { findNamedArea, pathWith } from '../open/area.ts';
import { outcomeWords, publicOutcomes, publicOutcomeWords } from '../outcomes.ts';
import type { Page } from '../page.ts';
import { categoryKeys } from '../report/draft.ts';
import type { Visit } from '../visit.ts';

type Sought = Readonly<
  Record<'words' | 'community' | 'category' | 'standing' | 'outcome' | 'from' | 'until' | 'after', string>
>;
type Listed = {
  readonly sought: Sought;
  readonly list: Answer<{ readonly rows: readonly PublicRow[]; readonly next: string | null }>;
  readonly subdistricts: readonly Subdistrict[];
};

/** The same list, as its address. */
const pathOf = (sought: Sought): string => pathWith('/see', sought);

const standings = ['open', 'answered', 'settled'] as const;

/** What fewer people need, folded away until it is used. */
function drawFilters(visit: Visit, sought: Sought): Html {
  const { say } = visit;
  const isUsed = [sought.category, sought.standing, sought.outcome, sought.from, sought.until].some(Boolean);
  const choose = (
    name: 'category' | 'standing' | 'outcome',
    all: string,
    options: readonly (readonly [string, string])[],
  ) =>
    select(visit, {
      name,
      label: say(`see.${name}`),
      options: html`${option('', all, sought[name])}${options.map(([value, label]) => option(value, label, sought[name]))}`,
    });
  const day = (name: 'from' | 'until') =>
    textInput(visit, { name, label: say(`see.${name}`), value: sought[name], attributes: html` type="date"` });
  const kinds = Object.entries(categoryKeys).map(([value, key]) => [value, say(key)] as const);
  return html`<details class="more" ${isUsed && html` open`}>
    <summary>${say('see.filters')}</summary>
    ${choose('category', say('see.categoryAll'), kinds)}
    ${choose(
      'standing',
      say('see.standingAll'),
      standings.map((value) => [value, say(`see.standings.${value}`)]),
    )}
    ${choose(
      'outcome',
      say('see.outcomeAll'),
      publicOutcomes.map((value) => [value, outcomeWords(visit, value) ?? value]),
    )}
    ${day('from')} ${day('until')}
  </details>`;
}

const drawRow = (visit: Visit, row: PublicRow): Html => {
  const { say, name, day } = visit;
  return html`<li>
    <a href="/see/${row.number}"><b dir="auto">${row.title}</b></a>
    <p class="hint">${row.community && `${name(row.community)} · `}${say('see.raised', { day: day(row.openedAt) })}</p>
    <p>
      ${publicOutcomeWords(visit, row) ?? name(row.stateName)}${row.answeredAt !== null && ` · ${say('see.answeredOn', { day: day(row.answeredAt) })}`}
    </p>
  </li>`;
};

/** The place that was chosen, with its own page or its figures. */
function drawPlaceLinks({ say, name }: Visit, code: string, subdistricts: readonly Subdistrict[]): Html {
  const area = findNamedArea(code, subdistricts);
  return area?.within
    ? html`<a href="/communities/${code}">${name(area.name)}</a>`
    : html`<a href="${pathWith('/figures', { area: area?.code })}">${say('see.figures')}</a>`;
}

/** The same search on the map, in the sub-district of the place that was chosen. */
function mapOf({ words, community, category, standing }: Sought, subdistricts: readonly Subdistrict[]): string {
  const area = findNamedArea(community, subdistricts);
  return pathWith('/map', { words, area: area?.within?.code ?? area?.code, category, standing });
}

/** The public list (公开的事), newest first, with a search by words, place, kind, standing, result and days. */
export function drawList(visit: Visit, { sought, list, subdistricts }: Listed): Page {
  const { say, name } = visit;
  const { rows, next } = list.ok ? list.value : { rows: [], next: null };
  const body = html`${!list.ok && refusalBox(visit, list, 'field.notFound')}
    <h1>${say('see.title')}</h1>
    <p>${say('see.intro')}</p>
    <form method="get" action="/see" role="search">
      ${textInput(visit, { name: 'words', label: say('see.words'), hint: say('see.wordsHint'), value: sought.words, attributes: html` type="search"` })}
      ${select(visit, {
        name: 'community',
        label: say('see.community'),
        options: html`${option('', say('see.communityAll'), sought.community)}
        ${subdistricts.map((subdistrict) => html`<optgroup label="${name(subdistrict.name)}">${subdistrict.communities.map(({ code, name: label }) => option(code, name(label), sought.community))}</optgroup>`)}`,
      })}
      ${drawFilters(visit, sought)}
      <p class="actions"><button>${say('see.search')}</button></p>
    </form>
    <p>${drawPlaceLinks(visit, sought.community, subdistricts)}</p>
    <p><a href="${mapOf(sought, subdistricts)}">${say('map.open')}</a></p>
    <p>
      <a href="${pathWith('/alerts', { area: sought.community, category: sought.category })}">${say('alerts.link')}</a>
    </p>
    ${
      rows.length > 0
        ? html`<ul class="rows">
            ${rows.map((row) => drawRow(visit, row))}
          </ul>`
        : list.ok && html`<p class="empty" role="status">${say('see.empty')}</p>`
    }
    <p class="actions">
      ${next !== null && html`<a class="button quiet" href="${pathOf({ ...sought, after: next })}">${say('see.more')}</a>`}
      ${sought.after !== '' && html`<a class="button quiet" href="${pathOf({ ...sought, after: '' })}">${say('see.first')}</a>`}
    </p>`;
  const feed = pathWith('/feeds/results.atom', { area: sought.community, category: sought.category });
  return {
    title: say('see.title'),
    body,
    switches: { back: pathOf(sought) },
    feed: { path: feed, title: say('see.feed') },
  };
}
