import { html, type Html } from '../../../ui/html.ts';
import type { EntryView } from '../deps.ts';
import { drawSaid } from '../said.ts';
import type { Visit } from '../visit.ts';

export type Mark = 1 | 2 | 3 | 4 | 5;
export const marks: readonly Mark[] = [1, 2, 3, 4, 5];

export const isMark = (rating: number): rating is Mark => marks.includes(rating as Mark);

function drawPhotos({ say, name }: Visit, number: string, entry: EntryView): Html | false {
  return (
    entry.photos.length > 0 &&
    html`<p class="pictures">
      ${entry.photos.map(
        ({ id, width, height }, index) =>
          html`<a href="/follow/${number}/photos/${id}"
            ><img
              src="/follow/${number}/photos/${id}"
              width="${width}"
              height="${height}"
              loading="lazy"
              alt="${say('follow.photo', { n: index + 1, sentence: name(entry.sentence) })}"
          /></a>`,
      )}
    </p>`
  );
}

/** What was written in an entry; never what is internal. */
export const drawWords = ({ name }: Visit, { words }: EntryView): Html =>
  html`${words.map(
    ({ label, text, visible }) =>
      visible !== 'internal' &&
      html`<blockquote>
        <p class="hint">${name(label)}</p>
        ${drawSaid(text)}
      </blockquote>`,
  )}`;

/** One entry (时间线): when, what happened in one sentence, what was written. */
export function drawEntry(visit: Visit, number: string, entry: EntryView): Html {
  const { say, name, instant } = visit;
  return html`<li${entry.kind === 'clockMissed' && html` class="missed"`}>
<time datetime="${entry.at}">${instant(entry.at)}</time>
<p dir="auto">${name(entry.sentence)}</p>
${entry.choices.map(({ label, value }) => html`<p class="hint">${name(label)} <b>${name(value)}</b></p>`)}
${entry.rating !== null && isMark(entry.rating) && html`<p class="hint">${say('follow.rated', { mark: say(`follow.rating.${entry.rating}`), n: entry.rating })}</p>`}
${drawWords(visit, entry)}
${drawPhotos(visit, number, entry)}
</li>`;
}
