import { html, type Html } from '../../../ui/html.ts';
import type { FieldView, StepOffer } from '../deps.ts';
import type { SentForm } from '../read-form.ts';
import type { Visit } from '../visit.ts';
import type { Filled } from './step-form.ts';

/** An answer that one press gives, with all that it says written on it. */
type Press = { readonly label: string; readonly fills: Readonly<Record<string, string>> };
type Presses = { readonly yes: readonly Press[]; readonly no: readonly Press[] };

const optionsOf = (field: FieldView | undefined) => (field?.kind === 'choice' ? field.options : []);

/** What one press may answer to "is it solved?": yes with how well, no with why; nothing for other steps. */
function pressesFor({ say, name }: Visit, { step, fields }: StepOffer): Presses | undefined {
  const reasons = optionsOf(fields.find((field) => field.name === 'why')).filter(({ value }) => value !== 'other');
  if (step === 'rate')
    return {
      yes: ([5, 4, 3] as const).map((mark) => ({
        label: say('press.solved', { mark: say(`follow.rating.${mark}`) }),
        fills: { solved: 'yes', rating: String(mark) },
      })),
      no: reasons.map(({ value, label }) => ({
        label: say('press.unsolved', { mark: say('follow.rating.2'), why: name(label) }),
        fills: { solved: 'no', rating: '2', why: value },
      })),
    };
  if (step !== 'neighbourSays') return undefined;
  return {
    yes: [{ label: say('press.yes'), fills: { solved: 'yes' } }],
    no: [{ label: say('press.no'), fills: { solved: 'no' } }],
  };
}

const drawPress = ({ label, fills }: Press, kind: '' | 'quiet'): Html =>
  html`<button class="${kind}" name="press" value="${new URLSearchParams(fills).toString()}">${label}</button>`;

/** The whole form below the answers of one press (一键评价); a single "no" needs no fold. */
export function withPresses(visit: Visit, offer: StepOffer, form: Html, isOpen: boolean): Html {
  const { say } = visit;
  const presses = pressesFor(visit, offer);
  if (!presses) return form;
  const no = presses.no.map((press) => drawPress(press, 'quiet'));
  // A browser takes the first button when someone presses Enter, and that must be no answer.
  return html`<button class="unseen" tabindex="-1" aria-hidden="true"></button>
    <div class="answers">${presses.yes.map((press) => drawPress(press, ''))} ${presses.no.length === 1 && no}</div>
    ${
      presses.no.length > 1 &&
      html`<details class="more">
        <summary>${say('press.no')}</summary>
        <p class="hint">${say('press.noAbout')}</p>
        <div class="answers">${no}</div>
      </details>`
    }
    <details class="more" ${isOpen && html` open`}>
      <summary>${say('press.more')}</summary>
      ${form}
    </details>`;
}

/** What was pressed, over what was filled in. */
export function withPressed(offer: StepOffer, form: SentForm, filled: Filled): Filled {
  const pressed = [...new URLSearchParams(form.one('press'))].filter(([name]) =>
    offer.fields.some((field) => field.name === name),
  );
  return { ...filled, ...Object.fromEntries(pressed.map(([name, value]) => [name, [value]])) };
}
