import { html, type Html } from '../../../ui/html.ts';
import type { OwnRequests, Said } from '../deps.ts';
import { refusalBox, textInput } from '../fields.ts';
import type { Page } from '../page.ts';
import type { Visit } from '../visit.ts';

export type Asking = { readonly typed?: string; readonly refused?: Said; readonly demoCode?: string | undefined };

const page = (visit: Visit, title: string, body: Html, back: string, refused?: Said): Page => ({
  title,
  body,
  isFaulty: refused !== undefined,
  switches: { back },
});

/** The telephone number (我的事，第一步). */
export function drawAskPhone(visit: Visit, { typed = '', refused }: Asking): Page {
  const { say } = visit;
  const attributes = html` type="tel" inputmode="tel" autocomplete="tel"`;
  const body = html`${refused && refusalBox(visit, refused, 'my.notSent')}
    <h1>${say('my.title')}</h1>
    <p>${say('my.about')}</p>
    <form method="post" action="/my/phone">
      ${textInput(visit, { name: 'phone', label: say('my.phone'), hint: say('my.phoneHint'), value: typed, attributes })}
      <p class="actions"><button>${say('my.send')}</button></p>
    </form>
    <p><a href="/follow">${say('my.byCode')}</a></p>`;
  return page(visit, say('my.title'), body, '/my', refused);
}

/** The code that was sent (第二步); in the demo the message is shown, because nothing is sent. */
export function drawAskCode(visit: Visit, { refused, demoCode }: Asking): Page {
  const { say } = visit;
  const attributes = html` inputmode="numeric" autocomplete="one-time-code"`;
  const body = html`${refused && refusalBox(visit, refused, 'my.notIn')}
    <h1>${say('my.codeTitle')}</h1>
    <p>${say('my.codeAbout')}</p>
    ${demoCode !== undefined && html`<p class="told" role="note">${say('my.demo', { code: demoCode })}</p>`}
    <form method="post" action="/my/code">
      ${textInput(visit, { name: 'code', label: say('my.code'), value: '', attributes })}
      <p class="actions"><button>${say('my.enter')}</button></p>
    </form>
    <p><a href="/my">${say('my.again')}</a></p>`;
  return page(visit, say('my.codeTitle'), body, '/my/code', refused);
}

/** This district cannot send codes. */
export function drawOff(visit: Visit): Page {
  const { say } = visit;
  const body = html`<h1>${say('my.title')}</h1>
    <p class="empty">${say('my.off')}</p>
    <p><a href="/follow">${say('my.byCode')}</a></p>`;
  return page(visit, say('my.title'), body, '/my');
}

/** What somebody has raised, the newest first. */
export function drawMine(visit: Visit, { phoneMasked, requests }: OwnRequests): Page {
  const { say, name, day } = visit;
  const body = html`<h1>${say('my.title')}</h1>
    <p>${say('my.who', { phone: phoneMasked })}</p>
    ${
      requests.length === 0
        ? html`<p class="empty">${say('my.empty')}</p>`
        : html`<ul class="sentences">
            ${requests.map(
              (one) =>
                html`<li>
                  <a href="/my/${one.number}" dir="auto">${one.title}</a>
                  <p class="hint">${name(one.plain)} · ${say('follow.openedAt', { at: day(one.openedAt) })}</p>
                </li>`,
            )}
          </ul>`
    }
    <p class="hint">${say('my.kept')}</p>
    <p><a class="button" href="/report">${say('frame.report')}</a></p>
    <form method="post" action="/my/leave">
      <p class="actions"><button class="quiet">${say('my.leave')}</button></p>
    </form>`;
  return page(visit, say('my.title'), body, '/my');
}
