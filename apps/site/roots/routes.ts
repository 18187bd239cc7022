import type { FastifyInstance } from 'fastify';
import { html, type Html } from '../../../ui/html.ts';
import type { PublicSession, SiteDeps } from '../deps.ts';
import { publicOutcomeWords } from '../outcomes.ts';
import { sendPage } from '../page.ts';
import type { OpenVisit, Visit } from '../visit.ts';

/** What came again and again, and what became of it at the root (根治结果), for everybody to read. */
export function registerRoots(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  app.get('/root-causes', async (request, reply) => {
    const visit = await openVisit(request);
    const { say, name, day } = visit;
    const items = await deps.rootCauses();
    const answers = await deps.groupAnswers();
    const concerns = await deps.concernsAnswered();
    const sessions = await deps.sessions();
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
      <h2>${say('roots.sessions')}</h2>
      <p>${say('roots.sessionsAbout')}</p>
      ${sessions.length === 0 && html`<p class="empty">${say('roots.none')}</p>`}
      ${sessions.map((session) => drawSession(visit, session))}
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

/** One listening session (民心恳谈): what was said, and what became of each. */
function drawSession(visit: Visit, session: PublicSession): Html {
  const { say, name, day } = visit;
  const { number, what, said, body, community, heldOn, people, venue, heardBy, statements, at } = session;
  return html`<section>
    <h3 dir="auto">${community && html`${name(community)} · `}${what}</h3>
    <p class="hint">
      ${say('roots.held', { day: heldOn, venue, count: people })}<br />${say('roots.heardBy', {
        who: heardBy,
      })}
    </p>
    <ol class="statements">
      ${statements.map(
        ({ kind, said: words, stage, outcome, reply, body: by }) =>
          html`<li>
            <p dir="auto">${words}</p>
            <p>
              <strong>${say(`roots.became.${kind}`)}</strong>
              ${kind !== 'answered' && by && html` ${name(by)}`}
              ${kind === 'suggestion' && html` · ${say(outcome === 'explained' ? 'roots.declined' : 'roots.taken')}`}
              ${kind === 'matter' && stage !== null && outcome !== null && html` · ${publicOutcomeWords(visit, { stage, outcome })}`}
              ${reply !== null && html`<br /><span dir="auto">${reply}</span>`}
            </p>
          </li>`,
      )}
    </ol>
    <p dir="auto">${said}</p>
    <p class="hint">${name(body)} · ${day(at)} · ${number}</p>
  </section>`;
}
