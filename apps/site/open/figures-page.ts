import { html, type Html } from '../../../ui/html.ts';
import type { Answer, Subdistrict } from '../deps.ts';
import { option, refusalBox, select, textInput } from '../fields.ts';
import type { Page } from '../page.ts';
import type { Visit } from '../visit.ts';
import { pathWith, type NamedArea } from './area.ts';
import { drawFigures, type Counted } from './figures-part.ts';

export type FiguresShown = {
  readonly area: NamedArea | undefined;
  readonly asked: { readonly area: string; readonly from: string; readonly until: string };
  readonly counted: Answer<Omit<Counted, 'area'>>;
  readonly subdistricts: readonly Subdistrict[];
};

/** From which day to which. */
const drawDays = (visit: Visit, { from, until }: { from: string; until: string }): Html =>
  html`${textInput(visit, { name: 'from', label: visit.say('figures.from'), value: from, attributes: html` type="date"` })}
  ${textInput(visit, { name: 'until', label: visit.say('figures.until'), value: until, attributes: html` type="date"` })}`;

/** The figures of the district or of one sub-district (公开数字), and the communities that have a page of their own. */
export function drawFiguresPage(visit: Visit, { area, asked, counted, subdistricts }: FiguresShown): Page {
  const { say, name } = visit;
  const title = say('figures.title', { area: name(area?.name ?? visit.district) });
  const days = counted.ok ? counted.value : asked;
  const shown = area ? subdistricts.filter(({ code }) => code === area.code) : subdistricts;
  const body = html`${!counted.ok && refusalBox(visit, counted)}
    <h1>${title}</h1>
    <form method="get" action="/figures">
      ${select(visit, {
        name: 'area',
        label: say('figures.area'),
        options: html`${option('', name(visit.district), asked.area)}
        ${subdistricts.map(({ code, name: label }) => option(code, name(label), asked.area))}`,
      })}
      ${drawDays(visit, days)}
      <p class="actions"><button>${say('figures.show')}</button></p>
    </form>
    ${counted.ok && drawFigures(visit, { ...counted.value, area: asked.area })}
    <section>
      <h2>${say('figures.communities')}</h2>
      ${shown.map(
        (subdistrict) =>
          html`<details class="more" ${area && html` open`}>
            <summary>${name(subdistrict.name)}</summary>
            <ul class="figures">
              ${subdistrict.communities.map(({ code, name: label }) => html`<li><a href="/communities/${code}">${name(label)}</a></li>`)}
            </ul>
          </details>`,
      )}
    </section>`;
  const { area: code, from, until } = asked;
  return { title, body, switches: { back: pathWith('/figures', { area: code, from, until }) } };
}
