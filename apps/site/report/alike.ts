import { html, type Html } from '../../../ui/html.ts';
import type { AlikeRequest } from '../deps.ts';
import { publicOutcomeWords } from '../outcomes.ts';
import type { Visit } from '../visit.ts';

function drawOne(visit: Visit, one: AlikeRequest): Html {
  const { say, name, day } = visit;
  const reasons = one.reasons.map((reason) => say(`alike.${reason}`)).join(say('procedure.listGlue'));
  const stands = publicOutcomeWords(visit, one) ?? name(one.plain);
  return html`<li>
    <a href="/see/${one.number}"><b dir="auto">${one.title}</b></a>
    <p>${stands} · ${say('see.raised', { day: day(one.openedAt) })}</p>
    <p class="hint">${reasons}${one.joined > 0 && html` · ${say('join.count', { n: one.joined })}`}</p>
    ${
      one.isOpenToJoin
        ? html`<button class="quiet" formaction="/report/join?number=${one.number}">
            ${say('alike.mine')}<span class="unseen"> ${one.title}</span>
          </button>`
        : html`<p class="hint">${say('alike.ended')}</p>`
    }
  </li>`;
}

/** What neighbours have reported that may be the same (相似事项): one press joins in with all that is written here; sending stays as near. */
export const drawAlike = (visit: Visit, alike: readonly AlikeRequest[]): Html | false =>
  alike.length > 0 &&
  html`<section class="alike" aria-labelledby="alike">
    <h2 id="alike">${visit.say('alike.title')}</h2>
    <p class="hint">${visit.say('alike.about')}</p>
    <ul class="rows">
      ${alike.map((one) => drawOne(visit, one))}
    </ul>
  </section>`;
