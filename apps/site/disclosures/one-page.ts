import { html, type Html } from '../../../ui/html.ts';
import type { DisclosureView, NoticeQuestion, OneDisclosure } from '../deps.ts';
import type { NamedArea } from '../open/area.ts';
import type { Page } from '../page.ts';
import type { Visit } from '../visit.ts';
import { drawAsk } from './list-page.ts';
import { periodWords } from './period-words.ts';
import { drawQuestions, type Asking } from './questions.ts';

type Shown = OneDisclosure & {
  readonly community: NamedArea;
  /** Only under a notice. */
  readonly questions?: readonly NoticeQuestion[] | undefined;
  readonly asked?: string;
  readonly asking?: Asking;
};

/** One entry (公开内容): what was said, its table and file, on what ground, and all that was said of the same before or after. */
export function drawDisclosure(
  visit: Visit,
  { community, entry, history, questions, asked = '', asking }: Shown,
): Page {
  const { say, name, day } = visit;
  const { item, file } = entry;
  const path = `/communities/${community.code}/disclosures`;
  const title = `${name(item.name)} · ${periodWords(visit, entry.period)}`;
  const newest = history.at(-1);
  const body = html`<p><a href="${path}">${say('disclosures.titleOf', { community: name(community.name) })}</a></p>
    <h1>${title}</h1>
    ${
      entry.correctedBy !== null &&
      newest &&
      html`<p class="told" role="status">
        ${say('disclosures.old')} <a href="${path}/${newest.id}">${say('disclosures.toNewest')}</a>
      </p>`
    }
    <p>${say('disclosures.by', { body: name(entry.by), day: day(entry.at) })}</p>
    ${entry.about !== null && html`<p>${say('notices.about')} <a href="/see/${entry.about}">${entry.about}</a></p>`}
    ${entry.reason !== null && html`<p>${say('disclosures.correctedFor')} <q dir="auto">${entry.reason}</q></p>`}
    <div class="said" dir="auto">${entry.words.split('\n').map((line) => html`<p>${line}</p>`)}</div>
    ${entry.rows.length > 0 && drawTable(title, entry.rows)}
    ${
      file &&
      html`<p>
        <a href="${path}/files/${file.id}" download
          >${say(file.mediaType === 'application/pdf' ? 'disclosures.pdf' : 'disclosures.picture', { size: sizeOf(file.bytes) })}</a
        >
      </p>`
    }
    <section>
      <h2>${say('disclosures.basis')}</h2>
      <p>${name(item.basis)}</p>
      <p>${name(item.by)} · ${say(`disclosures.rhythm.${item.rhythm}`, { days: item.withinWorkingDays })}</p>
    </section>
    ${history.length > 1 && drawHistory(visit, { path, entry, history })}
    ${questions ? drawQuestions(visit, { path: `${path}/${entry.id}`, questions, asked, asking }) : drawAsk(visit, community.code)}`;
  return { title, body, isFaulty: asking !== undefined, switches: { back: `${path}/${entry.id}` } };
}

const sizeOf = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

const drawTable = (title: string, [head = [], ...rows]: DisclosureView['rows']): Html =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="${title}">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, at) => html`<td data-heading="${head[at] ?? ''}">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

type Told = OneDisclosure & { readonly path: string };
const drawHistory = ({ say, instant }: Visit, { path, entry, history }: Told): Html =>
  html`<section>
    <h2>${say('disclosures.history')}</h2>
    <ol>
      ${history.map(
        ({ id, at, reason }) =>
          html`<li>
            ${id === entry.id ? html`<b>${instant(at)}</b>` : html`<a href="${path}/${id}">${instant(at)}</a>`}
            ${reason === null ? say('disclosures.first') : html`<span dir="auto">${reason}</span>`}
          </li>`,
      )}
    </ol>
  </section>`;
