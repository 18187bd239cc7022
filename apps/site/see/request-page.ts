import { randomUUID } from 'node:crypto';
import { html, type Html } from '../../../ui/html.ts';
import type { NoticeOf, PublicRequest, Said } from '../deps.ts';
import { hidden, refusalBox, textArea } from '../fields.ts';
import { isMark } from '../follow/timeline.ts';
import { publicOutcomeWords } from '../outcomes.ts';
import type { Page } from '../page.ts';
import { drawSaid } from '../said.ts';
import type { Visit } from '../visit.ts';

/** What somebody wrote who wanted to join in and could not. */
export type Joining = { readonly commandId: string; readonly words: string; readonly refused: Said };

const MOST_WORDS = 5000;

/** "This is mine too" (附议): one button, words if they like; number and code come as with a report. */
function drawJoin(visit: Visit, number: string, joining: Joining | undefined): Html {
  const { say } = visit;
  return html`<section class="join">
    <h2>${say('join.title')}</h2>
    <p>${say('join.about')}</p>
    <form method="post" action="/see/${number}/join">
      ${hidden('commandId', joining?.commandId ?? randomUUID())}
      ${textArea(visit, { name: 'words', label: say('join.words'), value: joining?.words ?? '', max: MOST_WORDS, rows: 2 })}
      <p class="actions"><button>${say('join.send')}</button></p>
    </form>
  </section>`;
}

/** What was answered to everybody about it (公开答复), each with the questions under it. */
const drawNotices = ({ say, name, day }: Visit, notices: readonly NoticeOf[]): Html =>
  html`<section>
    <h2>${say('notices.toEverybody')}</h2>
    ${notices.map(
      ({ id, code, words, by, at }) =>
        html`${drawSaid(words)}
          <p class="hint">${name(by)} · ${day(at)}</p>
          <p><a href="/communities/${code}/disclosures/${id}#questions">${say('notices.seeQuestions')}</a></p>`,
    )}
  </section>`;

/** One public request with its answer, masked. */
export function drawPublicRequest(
  visit: Visit,
  request: PublicRequest,
  { notices, joining }: { readonly notices: readonly NoticeOf[]; readonly joining?: Joining },
): Page {
  const { say, name, day } = visit;
  const { rating } = request;
  const rated =
    rating !== null && isMark(rating)
      ? say('see.rating', { mark: say(`follow.rating.${rating}`), n: rating })
      : say('see.rated');
  const body = html`${joining && refusalBox(visit, joining.refused)}
    <p class="step">${request.number}</p>
    <h1 dir="auto">${request.title}</h1>
    <p><b>${publicOutcomeWords(visit, request) ?? name(request.stateName)}</b></p>
    <p class="hint">
      ${request.community && `${name(request.community)} · `}${say('see.raised', { day: day(request.openedAt) })}
    </p>
    ${request.joined > 0 && html`<p>${say('join.count', { n: request.joined })}</p>`}
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
    ${notices.length > 0 && drawNotices(visit, notices)}
    ${request.isOpenToJoin && drawJoin(visit, request.number, joining)}
    <p><a href="/see">${say('see.back')}</a></p>`;
  return { title: request.title, body, isFaulty: joining !== undefined, switches: { back: `/see/${request.number}` } };
}
