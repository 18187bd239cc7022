import { html, type Html } from '../../../ui/html.ts';
import type { EntryView, FollowPage } from '../deps.ts';
import type { Page } from '../page.ts';
import { drawWorker } from '../people.ts';
import { outcomeWords } from '../outcomes.ts';
import { behalfKeys } from '../report/draft.ts';
import { drawSaid } from '../said.ts';
import { drawTerms } from '../terms.ts';
import type { Visit } from '../visit.ts';
import { drawClock, isRunning } from './clock-chip.ts';
import type { Returned } from './step-form.ts';
import { drawJoined } from './joined.ts';
import { drawPublicity } from './publicity.ts';
import { drawSteps } from './steps.ts';
import { drawEntry } from './timeline.ts';

export type Telling = {
  readonly returned?: Returned;
  readonly changedSince?: readonly EntryView[];
  readonly isDone?: boolean;
  /** Whether messages can be chosen. */
  readonly isOffered?: boolean;
};

function drawPath({ say, name }: Visit, page: FollowPage): Html {
  const words = { done: say('follow.pathDone'), now: say('follow.pathNow'), next: say('follow.pathNext') };
  return html`<ol class="path" aria-label="${say('follow.path')}">
    ${page.path.map(
      (point) =>
        html`<li class="${point.standing}" ${point.standing === 'now' && html` aria-current="step"`}>
          <span>${words[point.standing]}</span> ${name(point.plain)}
        </li>`,
    )}
  </ol>`;
}

function drawHolder(visit: Visit, { holder, offer, heldBefore, firstContact, stage }: FollowPage): Html {
  const { say, name } = visit;
  const before = heldBefore.map(name).join(say('procedure.listGlue'));
  const waits = holder.worker === null && offer !== null && offer.to.id === holder.body.id;
  return html`<section class="holder">
    ${
      stage !== 'final' &&
      html`<h2>${say('follow.holder')}</h2>
        ${waits ? html`<p>${say('follow.holderWaits', { body: name(holder.body.name) })}</p>` : drawWorker(visit, holder.worker ?? { name: holder.body.name, post: null, body: holder.body })}
        ${offer && !waits && html`<p>${say('follow.holderOffer', { body: name(offer.to.name), before: name(offer.from.name) })}</p>`}
        ${before !== '' && html`<p class="hint">${say('follow.heldBefore', { names: before })}</p>`}`
    }
    <h2>${say('follow.firstContact')}</h2>
    ${drawWorker(visit, firstContact)}
  </section>`;
}

function drawClocks(visit: Visit, { clocks }: FollowPage): Html {
  const running = clocks.filter(isRunning);
  const past = clocks.filter((clock) => !isRunning(clock) && clock.standing !== 'dropped');
  return html`${
    running.length > 0 &&
    html`<ul class="clocks" aria-label="${visit.say('follow.clocks')}">
      ${running.map((clock) => drawClock(visit, clock))}
    </ul>`
  }
  ${
    past.length > 0 &&
    html`<details class="more">
      <summary>${visit.say('follow.clocksPast')}</summary>
      <ul class="clocks">
        ${past.map((clock) => drawClock(visit, clock))}
      </ul>
    </details>`
  }`;
}

/** What was done; in large letters folded up together with the path, so that the page asks one thing. */
function drawTimeline(visit: Visit, page: FollowPage): Html {
  const title = visit.say('follow.timeline');
  const timeline = html`<ol class="timeline">
    ${page.timeline.map((entry) => drawEntry(visit, page.number, entry))}
  </ol>`;
  return visit.isLarge
    ? html`<details class="more">
        <summary>${title}</summary>
        ${drawPath(visit, page)} ${timeline}
      </details>`
    : html`<section>
        <h2>${title}</h2>
        ${timeline}
      </section>`;
}

/** The whole procedure with where this one stands; fetched only when it is opened. */
const drawDrawing = ({ say, name }: Visit, { number, stateName }: FollowPage): Html =>
  html`<details class="more">
    <summary>${say('follow.drawing')}</summary>
    <p class="drawing">
      <a href="/follow/${number}/drawing"
        ><img
          src="/follow/${number}/drawing"
          loading="lazy"
          alt="${say('follow.drawingAlt', { state: name(stateName) })}"
      /></a>
    </p>
  </details>`;

/** What was said about who asks: in confidence, for whom. */
const drawKept = ({ say }: Visit, { confidential, behalf }: FollowPage): Html =>
  html`${confidential && html`<p class="note">${say('follow.confidential')}</p>`}
  ${behalf !== 'self' && html`<p class="hint">${say('follow.behalf', { whom: say(behalfKeys[behalf]) })}</p>`}`;

function drawReveals({ say, name, instant }: Visit, { reveals }: FollowPage): Html | false {
  return (
    reveals.length > 0 &&
    html`<section>
      <h2>${say('follow.reveals')}</h2>
      <ul>
        ${reveals.map(
          ({ at, by, body, purpose }) =>
            html`<li>
              ${say('follow.reveal', { at: instant(at), name: name(by), body: name(body), purpose: name(purpose) })}
            </li>`,
        )}
      </ul>
    </section>`
  );
}

/** What the person who asked sees of a request (查进度): where it is, who has it, what is asked of them, what was done. */
export function drawFollow(
  visit: Visit,
  page: FollowPage,
  { returned, changedSince = [], isDone = false, isOffered = false }: Telling,
): Page {
  const { say, name, instant } = visit;
  const where = (page.stage === 'final' && outcomeWords(visit, page.outcome)) || name(page.plain);
  const { question, others } = drawSteps(visit, page, returned);
  const body = html`${isDone && html`<p class="told" role="status">${say('follow.done')}</p>`}
    ${
      changedSince.length > 0 &&
      html`<div class="told" role="status">
        <p>${say('follow.changed')}</p>
        <ul>
          ${changedSince.map((entry) => html`<li>${instant(entry.at)} ${name(entry.sentence)}</li>`)}
        </ul>
      </div>`
    }
    <p class="step">${page.number}</p>
    <h1>${where}</h1>
    ${!visit.isLarge && drawPath(visit, page)}
    <h2>${say('follow.about')}</h2>
    ${drawSaid(page.title)}
    <p class="hint">
      <bdi>${page.areaPath.slice(1).map(name).join(' ')} ${page.place}</bdi> ·
      ${say('follow.openedAt', { at: instant(page.openedAt) })}
    </p>
    ${drawKept(visit, page)} ${drawJoined(visit, page)} ${question} ${drawClocks(visit, page)}
    ${drawHolder(visit, page)} ${drawTimeline(visit, page)} ${drawReveals(visit, page)} ${drawPublicity(visit, page)}
    ${others} ${drawDrawing(visit, page)}
    <p><a href="/procedures/${page.procedure.id}">${say('follow.procedure')}</a></p>
    ${isOffered && html`<p><a href="/follow/${page.number}/messages">${say('messages.title')}</a></p>`}
    <p><a href="/follow/${page.number}/proof">${say('proof.title')}</a></p>
    ${drawTerms(visit)}
    <form method="post" action="/follow/forget">
      <p class="actions"><button class="quiet">${say('follow.forget')}</button></p>
    </form>`;
  return {
    title: `${where} ${page.number}`,
    body,
    isFaulty: returned?.refused !== undefined || Object.keys(returned?.faults ?? {}).length > 0,
    switches: { back: `/follow/${page.number}` },
  };
}
