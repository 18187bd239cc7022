import { randomUUID } from 'node:crypto';
import { html, type Html } from '../../../ui/html.ts';
import type { Faults, FieldView, Said, StepOffer } from '../deps.ts';
import { faultSummary, hidden, photoField, radios, refusalBox, textArea } from '../fields.ts';
import { isUuid, type SentForm } from '../read-form.ts';
import type { Visit } from '../visit.ts';
import { withPresses } from './one-press.ts';
import { marks } from './timeline.ts';

/** What a person has filled in for a step, by the name of the field. */
export type Filled = Readonly<Record<string, readonly string[]>>;

/** A step that was sent and came back: what was filled in, and why. */
export type Returned = {
  readonly step: string;
  readonly commandId: string;
  readonly filled: Filled;
  readonly faults: Faults;
  readonly refused?: Said;
};

export const readFilled = (offer: StepOffer, form: SentForm): Filled =>
  Object.fromEntries(
    offer.fields.map(({ name, kind }) => [
      name,
      kind === 'photos'
        ? form.all(name).filter((photoId) => isUuid(photoId) && photoId !== form.one('drop'))
        : [form.one(name)],
    ]),
  );

/** In the shapes that a step takes: text, a number for a rating, a list for photos; what is empty is left out. */
export const asInput = (offer: StepOffer, filled: Filled): Record<string, unknown> =>
  Object.fromEntries(
    offer.fields.flatMap(({ name, kind }): [string, unknown][] => {
      const values = filled[name] ?? [];
      if (kind === 'photos') return values.length > 0 ? [[name, values]] : [];
      const [value = ''] = values;
      return value === '' ? [] : [[name, kind === 'rating' ? Number(value) : value]];
    }),
  );

export const stepPath = (number: string, step: string): string => `/follow/${number}/steps/${step}`;

function drawField(
  visit: Visit,
  step: string,
  field: FieldView,
  filled: Filled,
  faults: Faults,
  path: string,
): Html | false {
  const { say, name } = visit;
  const values = filled[field.name] ?? [];
  const label = name(field.label);
  const asked = {
    form: step,
    name: field.name,
    label: field.optional ? say('field.optional', { label }) : label,
    fault: faults[field.name],
  };
  switch (field.kind) {
    case 'text':
      return textArea(visit, { ...asked, value: values[0] ?? '', max: field.max, rows: 3 });
    case 'choice':
      return radios(visit, { ...asked, value: values[0] ?? '', options: field.options });
    case 'rating': {
      const options = marks.map((mark) => ({ value: String(mark), label: say(`follow.rating.${mark}`) }));
      return radios(visit, {
        ...asked,
        value: values[0] ?? '',
        options: options.map(({ value, label: words }) => ({ value, label: { zh: words, en: words } })),
      });
    }
    case 'photos':
      return photoField(visit, { ...asked, received: values, dropAction: `${path}?again=1` });
    case 'body':
    case 'day':
    case 'matter':
    case 'count':
      return false; // no step of a resident chooses a body, a day or another matter, or counts anything
  }
}

/** All fields of a step and the button that sends them. */
const drawWhole = (visit: Visit, offer: StepOffer, path: string, returned: Returned | undefined): Html =>
  html`${offer.fields.map((field) => drawField(visit, offer.step, field, returned?.filled ?? {}, returned?.faults ?? {}, path))}
    <p class="actions">
      <button>
        ${['rate', 'supplement', 'add', 'neighbourSays'].includes(offer.step) ? visit.say('follow.send') : visit.name(offer.name)}
      </button>
    </p>`;

/** The form of one step, made from what the server says it asks for. */
export function drawStepForm(
  visit: Visit,
  page: { number: string; seq: number },
  offer: StepOffer,
  returned: Returned | undefined,
): Html {
  const path = stepPath(page.number, offer.step);
  const labels = Object.fromEntries(offer.fields.map((field) => [field.name, visit.name(field.label)]));
  const { commandId = randomUUID(), faults = {}, refused } = returned ?? {};
  return html`<form method="post" action="${path}" enctype="multipart/form-data">
    ${hidden('commandId', commandId)} ${hidden('seenSeq', String(page.seq))} ${refused && refusalBox(visit, refused)}
    ${faultSummary(visit, { faults, labels, form: offer.step })}
    ${withPresses(visit, offer, drawWhole(visit, offer, path, returned), returned !== undefined)}
  </form>`;
}

/** Everything that was filled in, carried through the page that asks a second time. */
export const carryFilled = (filled: Filled): Html =>
  html`${Object.entries(filled).flatMap(([name, values]) => values.map((value) => hidden(name, value)))}`;
