import { html, type Html } from '../../../ui/html.ts';
import type { FollowPage } from '../deps.ts';
import { outcomeWords } from '../outcomes.ts';
import { drawSaid } from '../said.ts';
import type { Visit } from '../visit.ts';

/** Where the matter stands that theirs is handled with (并入的那一件), and what the neighbours say of its answer. */
export function drawJoined(visit: Visit, { joined }: Pick<FollowPage, 'joined'>): Html | false {
  if (joined === null) return false;
  const { say, name, day } = visit;
  const { number, outcome, answer, answeredAt, confirmed, denied } = joined;
  return html`<section class="joined">
    <h2>${say('joined.title', { number })}</h2>
    <p><b>${outcomeWords(visit, outcome) ?? name(joined.plain)}</b></p>
    <p class="hint">
      ${say('see.holder', { name: name(joined.holder) })} · ${say('joined.count', { n: joined.joined })}
    </p>
    ${
      answer !== '' &&
      html`${drawSaid(answer)}
      ${answeredAt !== null && html`<p class="hint">${say('see.answeredOn', { day: day(answeredAt) })}</p>`}`
    }
    ${confirmed + denied > 0 && html`<p class="hint">${say('joined.said', { confirmed, denied })}</p>`}
  </section>`;
}
