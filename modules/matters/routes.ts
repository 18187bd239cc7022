import { done, refuse } from '../../platform/result.ts';
import type { Context } from '../../platform/http/context.ts';
import type { Handlers, Refused } from '../../platform/http/serve.ts';
import { noScope, type Work } from '../../platform/work.ts';
import type { FieldsRefused } from './actions/open-matter.ts';
import { openAtDesk } from './actions/open-at-desk.ts';
import { storePhoto } from './actions/store-photo.ts';
import { takeStep, type MovedOn } from './actions/take-step.ts';
import type { mattersRoutes } from './contract/routes.ts';
import type { PrecedentView } from './contract/views.ts';
import { countQueues } from './queries/count-queues.ts';
import { findMatterPage, listEntriesSince } from './queries/get-matter-page.ts';
import { findPhoto } from './queries/find-photo.ts';
import { listAnswerFigures } from './queries/list-answer-figures.ts';
import { listUnheld } from './queries/list-unheld.ts';
import { listMatters } from './queries/list-matters.ts';
import { findReason, listPrecedents } from './queries/list-precedents.ts';
import { listOpeningBodies, listStepBodies } from './queries/list-step-bodies.ts';
import { findProcedureView, listProcedures } from './queries/view-procedure.ts';

export type MattersParts = {
  /** The bodies that the duty matrix names for a matter, handed in by the module that knows it. */
  readonly listDutyBodies: (work: Work, matterId: string) => Promise<readonly string[]>;
  /** Hides who a person is in a reason that is shown to those who have no part in its matter. */
  readonly maskText: (text: string) => string;
};

/** What the engine answers on its routes. */
export const mattersHandlers = ({
  listDutyBodies,
  maskText,
}: MattersParts): Handlers<Context, typeof mattersRoutes> => ({
  'GET /api/queues': ({ inScope }) => inScope(async (work) => done({ queues: await countQueues(work) })),

  'GET /api/matters': ({ inScope }, { query }) => inScope((work) => listMatters(work, query)),

  'GET /api/matters/:id': ({ inScope }, { params }) =>
    inScope(async (work) => {
      const page = await findMatterPage(work, params.id);
      return page ? done(page) : refuse('matter.not_found');
    }),

  'POST /api/matters/:id/steps/:step': async ({ inScope }, { params, body }) => {
    const order = { ...body, matterId: params.id, step: params.step };
    const answer = await inScope((work) => takeStep(work, order));
    return answer.ok ? answer : inScope((work) => sayWhatChanged(work, params.id, answer));
  },

  'GET /api/matters/:id/steps/:step/bodies': async ({ inScope, as, actor }, { params }) => {
    const found = await inScope(async (work) => {
      const ask = { matterId: params.id, step: params.step };
      const precedents = await listPrecedents(work, ask);
      const duty = await listDutyBodies(work, params.id);
      const likely = new Set([...duty, ...precedents.map(({ ruledTo }) => ruledTo.id)]);
      const bodies = await listStepBodies(work, ask, (body) => likely.has(body.bodyId));
      return bodies ? done({ bodies, precedents }) : refuse('matter.not_found');
    });
    if (!found.ok) return found;
    const precedents: PrecedentView[] = [];
    for (const { matterId, seq, at, subject, ruledTo, askedBefore } of found.value.precedents) {
      // A precedent is of use to those who never had its matter: they read the one reason, masked, and nothing else of it.
      const reason = await as(actor, { ...noScope, matterId }, (work) => findReason(work, { matterId, seq }));
      precedents.push({
        at: at.toISOString(),
        subject,
        ruledTo: ruledTo.name,
        askedBefore: askedBefore.map(({ name }) => name),
        reason: reason === undefined ? null : maskText(reason),
      });
    }
    return done({ bodies: found.value.bodies, precedents });
  },

  'POST /api/photos': ({ inScope, files, maxPhotoBytes }, { upload }) =>
    inScope((work) => storePhoto(work, { bytes: upload, maxBytes: maxPhotoBytes, files })),

  'GET /api/matters/:id/photos/:photoId': ({ inScope, files }, { params }) =>
    inScope(async (work) => {
      const photo = await findPhoto(work, { matterId: params.id, photoId: params.photoId }, files);
      return photo ? done(photo) : refuse('matter.not_found');
    }),

  'GET /api/procedures/:id/answers': ({ inScope }, { params }) =>
    inScope(async (work) => {
      const procedureId = params.id;
      const { lo, hi } = work.scope;
      // A body without an area has its own matters, but no figures of a place.
      const figures = await listAnswerFigures(work, { procedureId, underArea: hi === '' ? 'nowhere' : lo });
      return done({ ...figures, outcomes: [...figures.outcomes], unheld: await listUnheld(work) });
    }),

  'GET /api/procedures': ({ actor, as }) =>
    as(actor, noScope, async (work) => done({ procedures: await listProcedures(work, actor) })),

  'GET /api/procedures/:id': ({ actor, as }, { params }) =>
    as(actor, noScope, async (work) => {
      const procedure = await findProcedureView(work, params.id, actor);
      return procedure ? done(procedure) : refuse('procedure.not_found');
    }),

  'POST /api/procedures/:id/matters': ({ inScope }, { params, body }) =>
    inScope((work) => openAtDesk(work, { procedureId: params.id, ...body })),

  'GET /api/procedures/:id/bodies': ({ inScope }, { params }) =>
    inScope(async (work) => {
      const bodies = await listOpeningBodies(work, params.id);
      return bodies ? done({ bodies }) : refuse('procedure.not_found');
    }),
});

/** Adds to the refusal of a step what happened to the matter since the person last looked. */
export async function sayWhatChanged(
  work: Work,
  matterId: string,
  refused: FieldsRefused | MovedOn | Refused,
): Promise<Refused> {
  if (!('changedSince' in refused)) return refused;
  const changes = await listEntriesSince(work, matterId, refused.changedSince);
  return { ok: false, code: refused.code, ...(refused.details ? { details: refused.details } : {}), changes };
}
