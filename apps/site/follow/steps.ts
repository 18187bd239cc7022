import { html, type Html } from '../../../ui/html.ts';
import type { FollowPage, StepOffer } from '../deps.ts';
import type { Visit } from '../visit.ts';
import { drawStepForm, type Returned } from './step-form.ts';
import { drawWords } from './timeline.ts';

/** The steps that ask the person something; the first that is offered is the one question of the page. */
const questions = ['rate', 'supplement', 'neighbourSays'];

type Steps = { readonly question: Html | false; readonly others: Html | false };

/**
 * What the person can do: the one question in the middle of the page, under what was last said to this person, so not by this person;
 * the rest folded up at its end.
 */
export function drawSteps(visit: Visit, page: FollowPage, returned: Returned | undefined): Steps {
  const { say, name } = visit;
  const form = (offer: StepOffer) =>
    drawStepForm(visit, page, offer, returned?.step === offer.step ? returned : undefined);
  const first = page.steps.find((offer) => questions.includes(offer.step));
  const own = new Set(page.steps.map(({ step }) => step));
  const lastSaid = page.timeline.findLast(
    ({ kind, step, words }) =>
      kind === 'stepTaken' && step !== null && !own.has(step) && words.some(({ visible }) => visible !== 'internal'),
  );
  const others = page.steps.filter((offer) => offer !== first);
  return {
    question:
      first !== undefined &&
      html`<section class="question" aria-labelledby="question">
        <h2 id="question">${say('follow.question')}</h2>
        ${
          lastSaid &&
          page.joined === null &&
          html`<p>${name(lastSaid.sentence)}</p>
            ${drawWords(visit, lastSaid)}`
        }
        ${form(first)}
      </section>`,
    others:
      others.length > 0 &&
      html`<section>
        <h2>${say('follow.others')}</h2>
        ${others.map(
          (offer) =>
            html`<details class="more" ${returned?.step === offer.step && html` open`}>
              <summary>${name(offer.name)}</summary>
              ${form(offer)}
            </details>`,
        )}
      </section>`,
  };
}
