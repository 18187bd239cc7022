import { html, type Html } from '../../../ui/html.ts';
import type { Answer, Subdistrict } from '../deps.ts';
import { option, refusalBox, select, textInput } from '../fields.ts';
import type { Page } from '../page.ts';
import type { Visit } from '../visit.ts';
import { pathWith } from './area.ts';

export type OpenDataShown = {
  readonly asked: { readonly area: string; readonly from: string; readonly until: string };
  readonly days: Answer<{ readonly from: string; readonly until: string }>;
  readonly subdistricts: readonly Subdistrict[];
  readonly openKey: string | null;
};

const files = ['requests.csv', 'requests.geojson', 'figures.csv'] as const;

/** Open data and the open interface (开放数据): what there is, for which days, in which form, under which terms. */
export function drawOpenData(visit: Visit, { asked, days, subdistricts, openKey }: OpenDataShown): Page {
  const { say, name } = visit;
  const { from, until } = days.ok ? days.value : asked;
  const query = { area: asked.area, from, until };
  const link = (path: string, label: string): Html => html`<li><a href="${path}">${label}</a></li>`;
  const body = html`${!days.ok && refusalBox(visit, days)}
    <h1>${say('openData.title')}</h1>
    <p>${say('openData.what')}</p>
    <form method="get" action="/open-data">
      ${select(visit, {
        name: 'area',
        label: say('figures.area'),
        options: html`${option('', name(visit.district), asked.area)}
        ${subdistricts.map((subdistrict) => html`<optgroup label="${name(subdistrict.name)}">${option(subdistrict.code, name(subdistrict.name), asked.area)}${subdistrict.communities.map(({ code, name: label }) => option(code, name(label), asked.area))}</optgroup>`)}`,
      })}
      ${textInput(visit, { name: 'from', label: say('figures.from'), value: from, attributes: html` type="date"` })}
      ${textInput(visit, { name: 'until', label: say('figures.until'), value: until, attributes: html` type="date"` })}
      <p class="actions"><button>${say('openData.choose')}</button></p>
    </form>
    ${
      days.ok &&
      html`<section>
        <h2>${say('openData.files')}</h2>
        <p>${say('openData.days', { from, until })}</p>
        <ul class="figures">
          ${files.map((file) => link(pathWith(`/open-data/${file}`, query), say(`openData.file.${file === 'requests.csv' ? 'csv' : file === 'figures.csv' ? 'figures' : 'geojson'}`)))}
          ${link(pathWith('/open-data/requests.csv', { ...query, bom: '1' }), say('openData.file.excel'))}
          ${link('/open-data/datapackage.json', say('openData.file.description'))}
          ${link(pathWith('/feeds/results.atom', { area: asked.area }), say('openData.file.feed'))}
        </ul>
      </section>`
    }
    <section>
      <h2>${say('openData.rules')}</h2>
      <p>${say('openData.masked')}</p>
      <p>${say('openData.formula')}</p>
      <p>${say('openData.licence')}</p>
    </section>
    <section>
      <h2>${say('openData.open311')}</h2>
      <p>${say('openData.open311What')}</p>
      <ul class="figures">
        ${link('/open311/v2/discovery.json', 'discovery.json')} ${link('/open311/v2/services.xml', 'services.xml')}
        ${link('/open311/v2/requests.json', 'requests.json')}
      </ul>
      <p>${say('openData.key')}</p>
      ${openKey !== null && html`<p>${say('openData.demoKey')} <b>${openKey}</b></p>`}
    </section>`;
  return { title: say('openData.title'), body, switches: { back: pathWith('/open-data', asked) } };
}
