import { html, type Html } from '../../ui/html.ts';
import type { Visit } from './visit.ts';

const terms = ['community', 'subdistrict', 'gridWorker', 'firstContact'] as const;

/** Who the people and offices are, each in a sentence; for those who have never met them. */
export const drawTerms = ({ say }: Visit): Html =>
  html`<details class="more">
    <summary>${say('follow.terms')}</summary>
    <dl>
      ${terms.map(
        (term) =>
          html`<dt>${say(`terms.${term}Name`)}</dt>
            <dd>${say(`terms.${term}`)}</dd>`,
      )}
    </dl>
  </details>`;
