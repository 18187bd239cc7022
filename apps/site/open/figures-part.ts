import { html, type Html } from '../../../ui/html.ts';
import { outcomes } from '../../../modules/openness/index.ts';
import type { Figures, OutcomeName } from '../deps.ts';
import { outcomeWords } from '../outcomes.ts';
import type { Visit } from '../visit.ts';
import { pathWith } from './area.ts';

export type Counted = {
  readonly figures: Figures;
  readonly area: string;
  readonly from: string;
  readonly until: string;
  readonly at: string;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);
/** From this mark on a rating is good, as in the procedure. */
const GOOD = 3;

/**
 * The figures of an area (社区数字): each with the rows behind it and how it is counted, what ended how kept apart, and
 * never a share without the number it is of.
 */
export function drawFigures(visit: Visit, counted: Counted): Html {
  const { say, instant } = visit;
  const { figures, area, from, until, at } = counted;
  const rows = (query: Readonly<Record<string, string>>) =>
    pathWith('/see', { community: area, from, until, ...query });
  const line = (label: string, { n, shown }: { n: number; shown: number }, path: string): Html =>
    html`<li>
      ${shown > 0 ? html`<a href="${path}">${label} <b>${n}</b></a>` : html`<span>${label} <b>${n}</b></span>`}
      ${shown < n && html`<span class="hint">${say(shown > 0 ? 'figures.shown' : 'figures.noneShown', { n: shown })}</span>`}
    </li>`;
  const settled = outcomes.filter((outcome) => figures.settled[outcome].n > 0);
  const how = (key: 'received' | 'settled' | 'inTime' | 'ratings' | 'median'): Html =>
    html`<details class="more">
      <summary>${say('figures.how')}</summary>
      <p>${say(`figures.hows.${key}`)}</p>
    </details>`;
  const named = (outcome: OutcomeName): string => outcomeWords(visit, outcome) ?? outcome;
  const answered = figures.inTime + figures.late;
  const rated = sum(figures.ratings);
  const good = sum(figures.ratings.slice(GOOD - 1));
  return html`<ul class="figures">
      ${line(say('figures.received'), figures.received, rows({}))}
      ${line(say('figures.open'), figures.open, rows({ standing: 'open' }))}
      ${line(say('figures.answered'), figures.answered, rows({ standing: 'answered' }))}
    </ul>
    ${how('received')}
    <h3>${say('figures.settled')}</h3>
    ${
      settled.length > 0
        ? html`<ul class="figures">
            ${settled.map((outcome) => line(named(outcome), figures.settled[outcome], rows({ standing: 'settled', outcome })))}
          </ul>`
        : html`<p class="empty">${say('figures.none')}</p>`
    }
    ${how('settled')}
    <h3>${say('figures.inTime')}</h3>
    <p>
      ${answered > 0 ? say('figures.inTimeOf', { n: figures.inTime, late: figures.late, of: answered }) : say('figures.none')}
    </p>
    ${how('inTime')}
    <h3>${say('figures.ratings')}</h3>
    <p>
      ${rated > 0 ? say('figures.ratingsOf', { good, of: rated, percent: Math.round((good / rated) * 100) }) : say('figures.none')}
    </p>
    ${
      rated > 0 &&
      html`<ul class="figures">
        ${figures.ratings.map(
          (n, index) =>
            html`<li>
              <span>${say('figures.mark', { mark: index + 1 })} <b>${n}</b></span>
            </li>`,
        )}
      </ul>`
    }
    ${how('ratings')}
    <h3>${say('figures.median')}</h3>
    <p>
      ${figures.medianDays === null ? say('figures.none') : say('figures.medianOf', { days: figures.medianDays.toFixed(1), of: answered })}
    </p>
    ${how('median')}
    <p class="hint">${say('figures.at', { from, until, at: instant(at) })}</p>
    <p><a href="${pathWith('/open-data/figures.csv', { area, from, until })}">${say('figures.file')}</a></p>`;
}
