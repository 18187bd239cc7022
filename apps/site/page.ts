import type { FastifyReply } from 'fastify';
import { html, type Html } from '../../ui/html.ts';
import type { Visit } from './visit.ts';

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

const otherLanguage = { zh: 'en', en: 'zh' } as const;
const languageTag = { zh: 'zh-CN', en: 'en' } as const;

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

/** Draws a whole page: what is the same everywhere, around what this page says. */
export function drawPage(visit: Visit, { title, body, switches, isFaulty, feed }: Page, isPrivate = false): Html {
  const { language, isLarge, say, name, assets } = visit;
  const other = otherLanguage[language];
  const here = languageTag[language];
  return html`<!doctype html>
    <html lang="${here}" ${isLarge && html` class="large"`}>
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
          <nav class="switches" aria-label="${say('frame.switches')}">
            ${drawSwitch(switches, `language=${other}`, say('frame.otherLanguage'), languageTag[other])}
            ${drawSwitch(switches, `size=${isLarge ? 'normal' : 'large'}`, say(isLarge ? 'frame.normalSize' : 'frame.largeSize'), here)}
          </nav>
        </header>
        <main id="main" tabindex="-1">${body}</main>
        <footer>
          <nav aria-label="${say('frame.pages')}">
            <a href="/report">${say('frame.report')}</a>
            <a href="/follow">${say('frame.follow')}</a>
            <a href="/my">${say('my.title')}</a>
            <a href="/see">${say('frame.see')}</a>
            <a href="/boards">${say('boards.title')}</a>
            <a href="/channels">${say('channels.title')}</a>
            <a href="/reception">${say('reception.title')}</a>
            <a href="/root-causes">${say('roots.title')}</a>
            <a href="/figures">${say('frame.figures')}</a>
            <a href="/open-data">${say('openData.title')}</a>
            <a href="/procedures">${say('frame.procedure')}</a>
            <a href="/trust">${say('trust.title')}</a>
          </nav>
        </footer>
      </body>
    </html>`;
}

/** Sends a page; `private` ones are neither kept nor compressed. */
export function sendPage(
  reply: FastifyReply,
  visit: Visit,
  page: Page,
  how: { status?: number; private?: boolean } = {},
) {
  return reply
    .code(how.status ?? 200)
    .type('text/html; charset=utf-8')
    .header('cache-control', how.private ? 'no-store' : 'private, no-cache')
    .header('content-language', visit.language)
    .send(drawPage(visit, page, how.private).text);
}
