import type { FastifyInstance } from 'fastify';
import { html } from '../../../ui/html.ts';
import type { SiteDeps } from '../deps.ts';
import { sendPage } from '../page.ts';
import type { OpenVisit } from '../visit.ts';

/** What came again and again, and what became of it at the root (根治结果), for everybody to read. */
export function registerRoots(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  app.get('/root-causes', async (request, reply) => {
    const visit = await openVisit(request);
    const { say, name, day } = visit;
    const items = await deps.rootCauses();
    const answers = await deps.groupAnswers();
    const concerns = await deps.concernsAnswered();
    const body = html`<h1>${say('roots.title')}</h1>
      <p>${say('roots.about')}</p>
      ${items.length === 0 && html`<p class="empty">${say('roots.none')}</p>`}
      ${items.map(
        ({ number, what, said: result, isSolved, body: by, matters, at }) =>
          html`<section>
            <h2 dir="auto">${what}</h2>
            <p dir="auto">${result}</p>
            <p class="hint">
              ${say(isSolved ? 'roots.solved' : 'roots.explained')} · ${name(by)} · ${day(at)} ·
              ${say('roots.matters', { count: matters })} · ${number}
            </p>
          </section>`,
      )}
      <h2>${say('roots.groups')}</h2>
      <p>${say('roots.groupsAbout')}</p>
      ${answers.length === 0 && html`<p class="empty">${say('roots.none')}</p>`}
      ${answers.map(
        ({ number, what, said: result, body: by, demands, met, explained, at }) =>
          html`<section>
            <h3 dir="auto">${what}</h3>
            <p dir="auto">${result}</p>
            <p class="hint">
              ${say('roots.demands', { count: demands, met, explained })} · ${name(by)} · ${day(at)} · ${number}
            </p>
          </section>`,
      )}
      <h2>${say('roots.concerns')}</h2>
      <p>${say('roots.concernsAbout')}</p>
      ${concerns.length === 0 && html`<p class="empty">${say('roots.none')}</p>`}
      ${concerns.map(
        ({ number, what, said: result, body: by, at }) =>
          html`<section>
            <h3 dir="auto">${what}</h3>
            <p dir="auto">${result}</p>
            <p class="hint">${name(by)} · ${day(at)} · ${number}</p>
          </section>`,
      )}`;
    return sendPage(reply, visit, { title: say('roots.title'), body, switches: { back: '/root-causes' } });
  });
}
