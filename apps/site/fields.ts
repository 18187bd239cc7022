import { html, type Html, type Part } from '../../ui/html.ts';
import type { Faults, NamedView, Said } from './deps.ts';
import type { Visit } from './visit.ts';
import type { Key } from './words.ts';

/** `form` keeps the ids of several forms on one page apart. */
const idOf = ({ form, name }: { form?: string; name: string }): string =>
  form === undefined ? `field-${name}` : `field-${form}-${name}`;

/** What binds a field to its hint and its fault, for those who hear the page. */
function bonds(asked: Asked): Html {
  const { hint, fault } = asked;
  const ids = [hint && `${idOf(asked)}-hint`, fault && `${idOf(asked)}-fault`].filter(Boolean).join(' ');
  return html`${ids && html` aria-describedby="${ids}"`}${fault && html` aria-invalid="true"`}`;
}

export type Asked = {
  readonly form?: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly fault?: Said | undefined;
};

const told = (visit: Visit, asked: Asked): Html =>
  html`${asked.hint && html`<p class="hint" id="${idOf(asked)}-hint">${asked.hint}</p>`}
  ${asked.fault && html`<p class="fault" id="${idOf(asked)}-fault">${visit.name(asked.fault.message)}</p>`}`;

const around = (visit: Visit, asked: Asked, control: Html): Html =>
  html`<div class="field${asked.fault && ' wrong'}">
    <label for="${idOf(asked)}">${asked.label}</label>
    ${told(visit, asked)} ${control}
  </div>`;

/** Words of any length: a limit is said and counted, never cut. */
export const textArea = (visit: Visit, asked: Asked & { value: string; max: number | null; rows: number }): Html =>
  around(
    visit,
    asked,
    // The line feed is the one a browser drops at the start, so that an empty first line survives.
    html`<textarea
      id="${idOf(asked)}"
      name="${asked.name}"
      rows="${asked.rows}"
      dir="auto"
      ${asked.max !== null && html` data-max="${asked.max}" data-left="${visit.say('field.left', { n: '#' })}" data-over="${visit.say('field.over', { n: '#' })}"`}${bonds(asked)}
    >
${asked.value}</textarea>`,
  );

export const textInput = (visit: Visit, asked: Asked & { value: string; attributes?: Html }): Html =>
  around(
    visit,
    asked,
    html`<input id="${idOf(asked)}" name="${asked.name}" value="${asked.value}" ${asked.attributes}${bonds(asked)} />`,
  );

export const select = (visit: Visit, asked: Asked & { options: Part }): Html =>
  around(
    visit,
    asked,
    html`<select id="${idOf(asked)}" name="${asked.name}" ${bonds(asked)}>
      ${asked.options}
    </select>`,
  );

export const option = (value: string, label: string, chosen: string): Html =>
  html`<option value="${value}" ${value === chosen && html` selected`}>${label}</option>`;

export const radios = (
  visit: Visit,
  asked: Asked & { value: string; options: readonly { value: string; label: NamedView }[] },
): Html =>
  html`<fieldset class="field${asked.fault && ' wrong'}" id="${idOf(asked)}" tabindex="-1" ${bonds(asked)}>
    <legend>${asked.label}</legend>
    ${told(visit, asked)}
    ${asked.options.map(
      ({ value, label }) =>
        html`<label class="choice"
          ><input type="radio" name="${asked.name}" value="${value}" ${value === asked.value && html` checked`} />
          ${visit.name(label)}</label
        >`,
    )}
  </fieldset>`;

/** Photos: those received before, each with a way to drop it, and a field for more. */
export const photoField = (visit: Visit, asked: Asked & { received: readonly string[]; dropAction: string }): Html =>
  around(
    visit,
    asked,
    html`${
        asked.received.length > 0 &&
        html`<ul class="photos">
          ${asked.received.map(
            (photoId, index) =>
              html`<li>
                <input type="hidden" name="${asked.name}" value="${photoId}" />
                ${visit.say('field.photoReceived', { n: index + 1 })}
                <button class="quiet" name="drop" value="${photoId}" formaction="${asked.dropAction}">
                  ${visit.say('field.photoDrop', { n: index + 1 })}
                </button>
              </li>`,
          )}
        </ul>`
      } <input type="file" id="${idOf(asked)}" name="${asked.name}" accept="image/*" multiple${bonds(asked)} />`,
  );

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

/** All faults at the top, each a link to its field by its label; the page opens with this in focus. */
export function faultSummary(
  visit: Visit,
  { faults, labels, form }: { faults: Faults; labels: Readonly<Record<string, string>>; form?: string },
): Html | false {
  const named = Object.entries(faults);
  const sentence = (name: string, { message }: Said): string =>
    visit.say('field.faultOf', { label: labels[name] ?? name, message: visit.name(message) });
  const link = (name: string): string => `#${idOf({ name, ...(form === undefined ? {} : { form }) })}`;
  return (
    named.length > 0 &&
    html`<div class="summary" role="alert" tabindex="-1" autofocus>
      <h2>${visit.say('field.summary', { count: named.length })}</h2>
      <ul>
        ${named.map(([name, fault]) => html`<li><a href="${link(name)}">${sentence(name, fault)}</a></li>`)}
      </ul>
    </div>`
  );
}

/** A "no" that belongs to no single field. */
export const refusalBox = (visit: Visit, said: Said, heading: Key = 'field.again'): Html =>
  html`<div class="summary" role="alert" tabindex="-1" autofocus>
    <h2>${visit.say(heading)}</h2>
    <p>${visit.name(said.message)}</p>
  </div>`;
