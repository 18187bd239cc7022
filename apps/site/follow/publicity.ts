import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { html, type Html } from '../../../ui/html.ts';
import type { FollowPage, Said, SiteDeps } from '../deps.ts';
import { faultSummary, hidden, refusalBox, textArea } from '../fields.ts';
import { sendPage, type Page } from '../page.ts';
import { isUuid, readForm } from '../read-form.ts';
import type { OpenVisit, Visit } from '../visit.ts';
import type { Key } from '../words.ts';
import { findFollowed } from './cookie.ts';

type Numbered = { Params: { number: string } };
type Tried = {
  readonly commandId: string;
  readonly reason: string;
  readonly refused?: Said;
  readonly fault?: Said | undefined;
};

const MOST_REASON = 500;
const kinds: Readonly<Record<FollowPage['publicity']['masked'][number], Key>> = {
  name: 'publicity.kinds.name',
  number: 'publicity.kinds.number',
  plate: 'publicity.kinds.plate',
  door: 'publicity.kinds.door',
  workplace: 'publicity.kinds.workplace',
  health: 'publicity.kinds.health',
  child: 'publicity.kinds.child',
};

/** How it stands with being public, in one sentence. */
function standing({ say, day }: Visit, { isPublic, wantsPublic, objection }: FollowPage['publicity']): string {
  if (!wantsPublic) return say('publicity.notWanted');
  if (objection?.decision === null) return say('publicity.objected', { day: day(objection.at) });
  if (objection?.decision === 'keptOff') return say('publicity.keptOff');
  return say(isPublic ? 'publicity.isPublic' : 'publicity.notYet');
}

/** Whether everyone may read it, and a way to object (公开情况). */
export function drawPublicity(visit: Visit, { number, publicity }: FollowPage): Html {
  const { say } = visit;
  const { isPublic, masked, object, objection } = publicity;
  const listed = masked.map((kind) => say(kinds[kind])).join(say('procedure.listGlue'));
  return html`<section>
    <h2>${say('publicity.title')}</h2>
    <p>${standing(visit, publicity)}</p>
    ${objection?.decision === 'shownAgain' && html`<p>${say('publicity.shownAgain')}</p>`}
    ${listed !== '' && html`<p class="hint">${say('publicity.masked', { kinds: listed })}</p>`}
    ${isPublic && html`<p><a href="/see/${number}">${say('publicity.see')}</a></p>`}
    ${object === null && html`<p><a href="/follow/${number}/publicity">${say('publicity.object')}</a></p>`}
  </section>`;
}

function drawForm(visit: Visit, page: FollowPage, { commandId, reason, refused, fault }: Tried): Page {
  const { say, name } = visit;
  const { number, publicity } = page;
  const title = say('publicity.object');
  const mayNot = publicity.object;
  const body = html`${refused && refusalBox(visit, refused)}
    ${faultSummary(visit, { faults: fault ? { reason: fault } : {}, labels: { reason: say('publicity.why') } })}
    <p class="step">${number}</p>
    <h1>${title}</h1>
    ${
      mayNot
        ? html`<p class="note">${name(mayNot.message)}</p>`
        : html`<p>${say('publicity.about')}</p>
            <form method="post" action="/follow/${number}/publicity">
              ${hidden('commandId', commandId)}
              ${textArea(visit, { name: 'reason', label: say('publicity.why'), hint: say('publicity.whyHint'), value: reason, max: MOST_REASON, rows: 4, fault })}
              <p class="actions"><button>${say('publicity.send')}</button></p>
            </form>`
    }
    <p><a href="/follow/${number}">${say('messages.back')}</a></p>`;
  const isFaulty = refused !== undefined || fault !== undefined;
  return { title, body, isFaulty, switches: { back: `/follow/${number}/publicity` } };
}

/** Objecting to publication (对公开提出异议): `/follow/:number/publicity`, for whoever showed the code. */
export function registerPublicity(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  app.get<Numbered>('/follow/:number/publicity', async (request, reply) => {
    const { number } = request.params;
    const matterId = findFollowed(request, deps, number);
    const page = matterId === undefined ? undefined : await deps.follow(matterId);
    if (!page) return reply.redirect(`/follow?number=${encodeURIComponent(number)}`, 303);
    const visit = await openVisit(request);
    return sendPage(reply, visit, drawForm(visit, page, { commandId: randomUUID(), reason: '' }), { private: true });
  });

  app.post<Numbered>('/follow/:number/publicity', async (request, reply) => {
    const { number } = request.params;
    const form = await readForm(request, deps);
    const matterId = findFollowed(request, deps, number);
    const page = matterId === undefined ? undefined : await deps.follow(matterId);
    if (!page) return reply.redirect(`/follow?number=${encodeURIComponent(number)}`, 303);
    const [typed, reason] = [form.one('commandId'), form.one('reason')];
    const commandId = isUuid(typed) ? typed : randomUUID();
    const objected = await deps.object(page.id, { commandId, reason });
    if (objected.ok) return reply.redirect(`/follow/${number}?done=1`, 303);
    const visit = await openVisit(request);
    const fault = objected.fields?.['reason'];
    const tried = { commandId, reason, fault, ...(fault ? {} : { refused: objected }) };
    return sendPage(reply, visit, drawForm(visit, page, tried), { private: true, status: 422 });
  });
}
