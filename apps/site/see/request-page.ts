import { html } from '../../../ui/html.ts';
import type { PublicRequest } from '../deps.ts';
import { isMark } from '../follow/timeline.ts';
import { publicOutcomeWords } from '../outcomes.ts';
import type { Page } from '../page.ts';
import { drawSaid } from '../said.ts';
import type { Visit } from '../visit.ts';

/** One public request with its answer, masked. */
export function drawPublicRequest(visit: Visit, request: PublicRequest): Page {
  const { say, name, day } = visit;
  const { rating } = request;
  const rated =
    rating !== null && isMark(rating)
      ? say('see.rating', { mark: say(`follow.rating.${rating}`), n: rating })
      : say('see.rated');
  const body = html`<p class="step">${request.number}</p>
    <h1 dir="auto">${request.title}</h1>
    <p><b>${publicOutcomeWords(visit, request) ?? name(request.stateName)}</b></p>
    <p class="hint">
      ${request.community && `${name(request.community)} · `}${say('see.raised', { day: day(request.openedAt) })}
    </p>
    <section>
      <h2>${say('see.said')}</h2>
      ${drawSaid(request.body)}
    </section>
    <section>
      <h2>${say('see.answer')}</h2>
      ${
        request.answeredAt === null
          ? html`<p>${say('see.noAnswer')} ${say('see.holder', { name: name(request.holder) })}</p>`
          : html`${drawSaid(request.answer)}
              <p class="hint">
                ${say('see.answeredBy', { name: name(request.answeredBy ?? request.holder) })} ·
                ${day(request.answeredAt)}
              </p>
              <p>${rated}</p>`
      }
    </section>
    <p><a href="/see">${say('see.back')}</a></p>`;
  return { title: request.title, body, switches: { back: `/see/${request.number}` } };
}
