import { randomUUID } from 'node:crypto';
import { html, type Html } from '../../../ui/html.ts';
import type { NoticeQuestion, Said } from '../deps.ts';
import { hidden, refusalBox, textArea } from '../fields.ts';
import { drawSaid } from '../said.ts';
import type { Visit } from '../visit.ts';

/** What somebody wrote who wanted to ask and could not. */
export type Asking = { readonly commandId: string; readonly what: string; readonly refused: Said };
type Shown = {
  readonly path: string;
  readonly questions: readonly NoticeQuestion[];
  /** The question that was just sent. */
  readonly asked: string;
  readonly asking: Asking | undefined;
};

const MOST_WORDS = 500;

/** The questions under a notice with their answers (公告下的提问), and the form to ask; works without script. */
export function drawQuestions(visit: Visit, { path, questions, asked, asking }: Shown): Html {
  const { say } = visit;
  const own = questions.find(({ number }) => number === asked);
  return html`<section id="questions">
    <h2>${say('notices.questions')}</h2>
    ${
      own &&
      html`<p class="told" role="status">
        ${own.answerBy === null ? say('notices.sent', { number: own.number }) : say('notices.sentUntil', { number: own.number, at: visit.instant(own.answerBy) })}
      </p>`
    }
    ${
      questions.length === 0
        ? html`<p class="empty">${say('notices.noQuestion')}</p>`
        : html`<ol class="asked">
            ${questions.map((one) => drawQuestion(visit, one))}
          </ol>`
    }
    <h3>${say('notices.ask')}</h3>
    <p>${say('notices.askAbout')}</p>
    ${asking && refusalBox(visit, asking.refused)}
    <form method="post" action="${path}/questions">
      ${hidden('commandId', asking?.commandId ?? randomUUID())}
      ${textArea(visit, { name: 'what', label: say('notices.what'), value: asking?.what ?? '', max: MOST_WORDS, rows: 3 })}
      <p class="actions"><button>${say('notices.send')}</button></p>
    </form>
  </section>`;
}

function drawQuestion(visit: Visit, { number, what, at, answerBy, body, head, answers }: NoticeQuestion): Html {
  const { say, name, day, instant } = visit;
  const who = head === null ? name(body) : say('notices.headed', { body: name(body), head: name(head) });
  return html`<li>
    <p class="hint">${say('notices.askedOn', { number, day: day(at) })}</p>
    ${what === null ? html`<p>${say('notices.withAnswer')}</p>` : drawSaid(what)}
    ${
      answers.length === 0
        ? html`<p>
            <b>${say('notices.unanswered')}</b>
            ${answerBy === null ? who : say('notices.answersBy', { who, at: instant(answerBy) })}
          </p>`
        : answers.map(
            (one, nth) =>
              html`<blockquote>
                <p class="hint">
                  ${say(nth === 0 ? 'notices.answeredOn' : 'notices.addedOn', { who: name(body), day: day(one.at) })}
                </p>
                ${drawSaid(one.text)}
              </blockquote>`,
          )
    }
  </li>`;
}
