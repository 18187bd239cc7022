import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html, type Html } from '../../../ui/html.ts';
import type { Faults, Said, SiteDeps, Subdistrict } from '../deps.ts';
import { faultSummary, option, radios, refusalBox, select, textInput } from '../fields.ts';
import { askedOf, pathWith } from '../open/area.ts';
import { sendPage } from '../page.ts';
import { readForm } from '../read-form.ts';
import { categoryKeys } from '../report/draft.ts';
import type { OpenVisit, Visit } from '../visit.ts';
import type { Key } from '../words.ts';

type Typed = { readonly mail: string; readonly area: string; readonly category: string; readonly pace: string };
type Tried = { readonly typed: Typed; readonly faults?: Faults; readonly refused?: Said };

/** Mail programs stop a subscription by a POST of their own, without cookies and from no page (RFC 8058); its token is what counts. */
export const stopPath = '/alerts/stop';

const drawFeed = ({ say }: Visit, about: string, { area, category }: Typed): Html => {
  const path = pathWith('/feeds/results.atom', { area, category });
  return html`<p>${about}</p>
    <p><a href="${path}">${say('see.feed')}</a></p>`;
};

function drawForm(visit: Visit, { typed, faults = {}, refused }: Tried, subdistricts: readonly Subdistrict[]): Html {
  const { say, name } = visit;
  const labels = { mail: say('alerts.mail'), area: say('alerts.area') };
  const both = (key: Key) => ({ zh: say(key), en: say(key) });
  return html`${refused && refusalBox(visit, refused)}${faultSummary(visit, { faults, labels })}
    <h1>${say('alerts.title')}</h1>
    <p>${say('alerts.about')}</p>
    <form method="post" action="/alerts">
      ${textInput(visit, { name: 'mail', label: labels.mail, hint: say('alerts.mailHint'), value: typed.mail, fault: faults['mail'], attributes: html` type="email" inputmode="email" autocomplete="email" maxlength="254"` })}
      ${select(visit, {
        name: 'area',
        label: labels.area,
        fault: faults['area'],
        options: html`${option('', name(visit.district), typed.area)}
        ${subdistricts.map(
          ({ code, name: label, communities }) =>
            html`<optgroup label="${name(label)}">
              ${option(code, name(label), typed.area)}${communities.map((one) => option(one.code, name(one.name), typed.area))}
            </optgroup>`,
        )}`,
      })}
      ${select(visit, {
        name: 'category',
        label: say('see.category'),
        options: html`${option('', say('see.categoryAll'), typed.category)}${Object.entries(categoryKeys).map(([value, key]) => option(value, say(key), typed.category))}`,
      })}
      ${radios(visit, {
        name: 'pace',
        label: say('alerts.pace'),
        value: typed.pace === 'atOnce' ? 'atOnce' : 'daily',
        options: [
          { value: 'daily', label: both('alerts.daily') },
          { value: 'atOnce', label: both('alerts.atOnce') },
        ],
      })}
      <p class="actions"><button>${say('alerts.send')}</button></p>
    </form>
    ${drawFeed(visit, say('alerts.feed'), typed)}`;
}

/** What can have been chosen; an address or a form may say anything, and links must not carry it on. */
const choicesIn = ({ area, category }: Typed): Pick<Typed, 'area' | 'category'> => ({
  area: /^\d{6,15}$/.test(area) ? area : '',
  category: Object.hasOwn(categoryKeys, category) ? category : '',
});

/** News of an area by mail (社区消息订阅): `/alerts`, confirmed at `/alerts/confirm` and ended at `/alerts/stop`. For anyone. */
export function registerAlerts(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  const show = async (request: FastifyRequest, reply: FastifyReply, tried: Tried) => {
    const [visit, subdistricts] = await Promise.all([openVisit(request), deps.communities()]);
    const { say } = visit;
    const { faults = {}, refused } = tried;
    const typed = { ...tried.typed, ...choicesIn(tried.typed) };
    const isFaulty = refused !== undefined || Object.keys(faults).length > 0;
    const body = deps.alerts.isOffered
      ? drawForm(visit, { ...tried, typed }, subdistricts)
      : html`<h1>${say('alerts.title')}</h1>
          ${drawFeed(visit, say('alerts.notOffered'), typed)}`;
    const back = pathWith('/alerts', { area: typed.area, category: typed.category });
    const page = { title: say('alerts.title'), body, isFaulty, switches: { back } };
    return sendPage(reply, visit, page, { private: true, status: isFaulty ? 422 : 200 });
  };

  app.get('/alerts', (request, reply) => {
    const [area, category] = [askedOf(request.query, 'area'), askedOf(request.query, 'category')];
    return show(request, reply, { typed: { mail: '', area, category, pace: 'daily' } });
  });

  app.post('/alerts', async (request, reply) => {
    const form = await readForm(request, deps);
    const [mail, area, category, pace] = ['mail', 'area', 'category', 'pace'].map((field) => form.one(field)) as [
      string,
      string,
      string,
      string,
    ];
    const typed = { mail, area, category, pace };
    if (!deps.alerts.isOffered) return show(request, reply, { typed });
    const visit = await openVisit(request);
    const asked = await deps.alerts.ask({ ...typed, language: visit.language }, request.ip);
    if (!asked.ok)
      return show(request, reply, asked.fields ? { typed, faults: asked.fields } : { typed, refused: asked });
    return say(request, reply, { title: 'alerts.askedTitle', text: 'alerts.asked' });
  });

  for (const [path, words] of [
    ['/alerts/confirm', { title: 'alerts.confirmTitle', text: 'alerts.confirmAbout', button: 'alerts.confirm' }],
    [stopPath, { title: 'alerts.stopTitle', text: 'alerts.stopAbout', button: 'alerts.stop' }],
  ] as const)
    app.get(path, (request, reply) =>
      // A mail program that looks at every link beforehand must not press it.
      say(request, reply, { ...words, action: pathWith(path, { token: askedOf(request.query, 'token') }) }),
    );

  app.post('/alerts/confirm', async (request, reply) => {
    const confirmed = await deps.alerts.confirm(askedOf(request.query, 'token'));
    return say(request, reply, {
      title: 'alerts.confirmTitle',
      ...(confirmed.ok ? { text: 'alerts.confirmed' } : { refused: confirmed }),
    });
  });

  app.post(stopPath, async (request, reply) => {
    await deps.alerts.stop(askedOf(request.query, 'token'));
    return say(request, reply, { title: 'alerts.stopTitle', text: 'alerts.stopped' });
  });

  type Told = { title: Key; text?: Key; button?: Key; action?: string; refused?: Said };
  async function say(request: FastifyRequest, reply: FastifyReply, told: Told) {
    const visit = await openVisit(request);
    const body = html`${told.refused && refusalBox(visit, told.refused)}
      <h1>${visit.say(told.title)}</h1>
      ${told.text && html`<p role="status">${visit.say(told.text)}</p>`}
      ${
        told.button &&
        html`<form method="post" action="${told.action ?? ''}">
          <p class="actions"><button>${visit.say(told.button)}</button></p>
        </form>`
      }
      <p><a href="/see">${visit.say('alerts.back')}</a></p>`;
    const page = {
      title: visit.say(told.title),
      body,
      isFaulty: told.refused !== undefined,
      switches: { back: '/alerts' },
    };
    return sendPage(reply, visit, page, { private: true, status: told.refused ? 404 : 200 });
  }
}
