import { html, type Html } from '../../../ui/html.ts';
import type { Answer, PublicRow, Subdistrict } from '../deps.ts';
import { option, refusalBox, select, textInput } from '../fields.ts';
import { publicOutcomeWords } from '../outcomes.ts';
import type { Page } from '../page.ts';
import type { Visit } from '../visit.ts';

type Sought = { readonly words: string; readonly community: string; readonly after: string };
type Listed = {
  readonly sought: Sought;
  readonly list: Answer<{ readonly rows: readonly PublicRow[]; readonly next: string | null }>;
  readonly subdistricts: readonly Subdistrict[];
};

/** The same list from another place on. */
function pathOf({ words, community, after }: Sought): string {
  const query = new URLSearchParams(Object.entries({ words, community, after }).filter(([, value]) => value !== ''));
  return query.size > 0 ? `/see?${query}` : '/see';
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

/** The public list (公开的事), newest first, with a search by words and community. */
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
      <p class="actions"><button>${say('see.search')}</button></p>
    </form>
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
  return { title: say('see.title'), body, switches: { back: pathOf(sought) } };
}
