import { html } from '../../../ui/html.ts';
import type { EndedPlace } from '../deps.ts';
import type { Page } from '../page.ts';
import type { Visit } from '../visit.ts';

/** For who stands before an old sign: the community or grid ended, and who answers now. */
export function drawEnded({ say, name }: Visit, code: string, { name: old, on, now }: EndedPlace): Page {
  const here = name(now.name);
  const asks = now.code.length === 15 ? `grid=${now.code}` : `community=${now.code}`;
  const body = html`<h1>${say('boards.endedTitle', { place: name(old) })}</h1>
    <p>${say('boards.ended', { place: name(old), day: on, now: here })}</p>
    <p class="actions">
      <a class="button" href="/boards/${now.code}">${say('boards.of', { place: here })}</a>
      <a class="button quiet" href="/report?${asks}">${say('boards.report')}</a>
    </p>
    <p><a href="/boards">${say('boards.back')}</a></p>`;
  return { title: say('boards.endedTitle', { place: name(old) }), body, switches: { back: `/boards/${code}` } };
}
