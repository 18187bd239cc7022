import type { FastifyReply } from 'fastify';
import { html, type Html } from '../../ui/html.ts';
import { keeping } from './compress.ts';
import { pagesInLarge, pagesOfSite, wayHome } from './pages-of-site.ts';
import { allTongues } from './tongues/tongue.ts';
import type { Visit } from './visit.ts';
import { wordsOf } from './words.ts';

/**
 * How the switches at the top work: by link back to this path, or by sending the form along so that nothing typed is
 * lost. Then `next` is where the form goes when someone presses Enter, because a browser takes the first button.
 */
export type Switches =
  | { readonly back: string }
  | { readonly form: string; readonly action: string; readonly next: string };

export type Page = {
  readonly title: string;
  readonly body: Html;
  readonly switches: Switches;
  /** Set when something has to be put right; said first in the title, for those who hear the page. */
  readonly isFaulty?: boolean;
  /** A feed that tells what is new here. */
  readonly feed?: { readonly path: string; readonly title: string };
};

function drawSwitch(switches: Switches, choice: string, label: string, lang: string): Html {
  if ('back' in switches) {
    const path = `/prefs?${choice}&back=${encodeURIComponent(switches.back)}`;
    return html`<a href="${path}" lang="${lang}">${label}</a>`;
  }
  const action = `${switches.action}&${choice}`;
  return html`<button form="${switches.form}" formaction="${action}" lang="${lang}">${label}</button>`;
}

/** On a first page the style itself, and the file fetched meanwhile for the next one; a private page is not compressed, so it links. */
const drawStyle = ({ assets, isEntry }: Visit, isPrivate: boolean): Html =>
  isEntry && !isPrivate
    ? html`${assets.style}<link rel="prefetch" href="${assets.css}" as="style" />`
    : html`<link rel="stylesheet" href="${assets.css}" />`;

/** The languages that are not this one, and the other size of letters. */
function drawSwitches({ tongue, added, isLarge, say }: Visit, switches: Switches): Html {
  const others = allTongues(added).filter(({ id }) => id !== tongue.id);
  return html`<nav class="switches" aria-label="${say('frame.switches')}">
    ${drawSwitch(switches, `size=${isLarge ? 'normal' : 'large'}`, say(isLarge ? 'frame.normalSize' : 'frame.largeSize'), tongue.tag)}
    ${others.map(({ id, name, tag }) => drawSwitch(switches, `language=${id}`, name, tag))}
  </nav>`;
}

/** Reading aloud (朗读), in large letters: shown by the script where the device can speak. */
const drawAloud = ({ say }: Visit): Html =>
  html`<div class="aloud" data-aloud hidden>
    <button type="button" class="quiet" data-stop="${say('frame.aloudStop')}">${say('frame.aloud')}</button>
    <p role="status" hidden>${say('frame.aloudNone')}</p>
  </div>`;

/** The ways on: all of them; in large letters the few and a page with the rest, and from within a form only the way home. */
function drawFooter({ say, isLarge, missing, tongue }: Visit, switches: Switches): Html {
  const links = !isLarge ? pagesOfSite : 'form' in switches ? wayHome : pagesInLarge;
  return html`<footer>
    <nav aria-label="${say('frame.pages')}">
      ${links.map(({ path, key }) => html`<a href="${path}">${say(key)}</a>`)}
    </nav>
    ${missing.size > 0 && html`<p class="hint" lang="${tongue.base}">${wordsOf(tongue.base)('frame.untranslated', { count: missing.size, language: tongue.name })}</p>`}
  </footer>`;
}

/** Draws a whole page: what is the same everywhere, around what this page says. */
export function drawPage(visit: Visit, { title, body, switches, isFaulty, feed }: Page, isPrivate = false): Html {
  const { tongue, isLarge, say, name, assets } = visit;
  return html`<!doctype html>
    <html lang="${tongue.tag}" ${tongue.direction === 'rtl' && html` dir="rtl"`}${isLarge && html` class="large"`}>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="format-detection" content="telephone=no" />
      <meta name="theme-color" content="#0b6e5f" />
      <title>${isFaulty && say('frame.faultyTitle')}${title} · ${say('frame.brand')}</title>
      <link rel="icon" href="${assets.icon}" type="image/svg+xml" />
      ${drawStyle(visit, isPrivate)}
      ${feed && html`<link rel="alternate" type="application/atom+xml" href="${feed.path}" title="${feed.title}" />`}
      <script src="${assets.js}" defer></script>
      <body>
        ${'form' in switches && html`<button class="unseen" form="${switches.form}" formaction="${switches.next}" tabindex="-1" aria-hidden="true"></button>`}
        <a class="skip" href="#main">${say('frame.skip')}</a>
        <header>
          <a class="brand" href="/">${say('frame.brand')} <span>${name(visit.district)}</span></a>
          ${drawSwitches(visit, switches)}
        </header>
        ${isLarge && drawAloud(visit)}
        <main id="main" tabindex="-1">${body}</main>
        ${drawFooter(visit, switches)}
      </body>
    </html>`;
}

/**
 * Sends a page. One that is `private` is neither kept nor compressed; `emptyForm` is not kept, and as there is nobody's secret in it, it is
 * compressed and brings its style along.
 */
export function sendPage(
  reply: FastifyReply,
  visit: Visit,
  page: Page,
  how: { status?: number; private?: boolean | 'emptyForm' } = {},
) {
  const isPersonal = how.private === true;
  return reply
    .code(how.status ?? 200)
    .type('text/html; charset=utf-8')
    .header('cache-control', isPersonal ? keeping.personal : how.private ? keeping.emptyForm : keeping.shared)
    .header('content-language', visit.tongue.tag)
    .send(drawPage(visit, page, isPersonal).text);
}
