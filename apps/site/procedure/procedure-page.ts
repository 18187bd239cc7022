import { html, type Html } from '../../../ui/html.ts';
import type { NamedView, ProcedureView } from '../deps.ts';
import type { Page } from '../page.ts';
import { saySetHere } from '../set-here.ts';
import { drawTerms } from '../terms.ts';
import type { Visit } from '../visit.ts';
import type { Key } from '../words.ts';

/** A table that becomes a list of cards on a narrow screen: each cell carries its heading. */
function drawTable(
  { say }: Visit,
  caption: Key,
  headings: readonly Key[],
  rows: readonly (readonly (string | Html)[])[],
): Html {
  return html`<section>
    <h2>${say(caption)}</h2>
    <table>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${say(heading)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell, index) =>
                index === 0
                  ? html`<th scope="row">${cell}</th>`
                  : html`<td data-heading="${say(headings[index]!)}">${cell}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** The published procedures (办事流程公开), each with what one may count on. */
export function drawProcedures(
  { say, name }: Visit,
  procedures: readonly Pick<ProcedureView, 'id' | 'name' | 'promise'>[],
): Page {
  const title = say('procedure.all');
  const body = html`<h1>${title}</h1>
    <ul class="rows">
      ${procedures.map(
        ({ id, name: called, promise }) =>
          html`<li>
            <a href="/procedures/${id}">${name(called)}</a>
            <p>${name(promise)}</p>
          </li>`,
      )}
    </ul>`;
  return { title, body, switches: { back: '/procedures' } };
}

/** The published procedure (办事流程): promise, drawing, and the same in three tables. */
export function drawProcedure(visit: Visit, procedure: ProcedureView): Page {
  const { say, name, language } = visit;
  const glue = say('procedure.listGlue');
  const list = (all: readonly NamedView[]) => all.map(name).join(glue);
  const goesTo = ({ name: to, when }: { name: NamedView; when: NamedView | null }) =>
    when ? say('procedure.toWhen', { name: name(to), when: name(when) }) : name(to);
  const title = name(procedure.name);
  const body = html`<h1>${title}</h1>
    <p>${name(procedure.promise)}</p>
    <p class="hint">${say('procedure.version', { version: procedure.version, from: procedure.holdsFrom })}</p>
    <section>
      <h2>${say('procedure.drawing')}</h2>
      <p class="hint">${say('procedure.drawingHint')}</p>
      <p class="drawing">
        <a href="/procedures/${procedure.id}/drawing/${language}"
          ><img
            src="/procedures/${procedure.id}/drawing/${language}"
            alt="${say('procedure.drawingAlt', { name: title })}"
        /></a>
      </p>
    </section>
    ${drawTable(
      visit,
      'procedure.states',
      ['procedure.state', 'procedure.plain', 'procedure.owner'],
      procedure.states.map((state) => [
        name(state.name),
        name(state.plain),
        state.owner ? name(state.owner) : say('procedure.nobody'),
      ]),
    )}
    ${drawTable(
      visit,
      'procedure.clocks',
      [
        'procedure.clock',
        'procedure.limit',
        'procedure.metBy',
        'procedure.reminds',
        'procedure.tells',
        'procedure.basis',
      ],
      procedure.clocks.map((clock) => [
        name(clock.name),
        clock.setHere ? saySetHere(visit, clock.setHere) : name(clock.limit),
        list(clock.metBy),
        list(clock.reminds),
        clock.turnsInto
          ? say('procedure.turnsInto', { who: list(clock.tells), into: name(clock.turnsInto) })
          : list(clock.tells),
        name(clock.basis),
      ]),
    )}
    ${drawTable(
      visit,
      'procedure.steps',
      ['procedure.step', 'procedure.by', 'procedure.fromTo', 'procedure.toldWhom'],
      procedure.steps.map((step) => [
        name(step.name),
        list(step.by),
        step.to.length === 0
          ? list(step.from)
          : say('procedure.fromToOne', { from: list(step.from), to: step.to.map(goesTo).join(glue) }),
        list(step.tells),
      ]),
    )}
    <section>
      <h2>${say('procedure.sources')}</h2>
      <ul>
        ${procedure.sources.map((source) => html`<li>${name(source)}</li>`)}
      </ul>
    </section>
    ${drawTerms(visit)}`;
  return { title, body, switches: { back: `/procedures/${procedure.id}` } };
}
