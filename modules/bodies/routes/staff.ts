import type { Context } from '../../../platform/http/context.ts';
import type { Answer, Handlers } from '../../../platform/http/serve.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { appoint } from '../actions/appoint.ts';
import type { Changed } from '../actions/change-staff.ts';
import { closePost } from '../actions/close-post.ts';
import { endAppointment } from '../actions/end-appointment.ts';
import { endDeputy } from '../actions/end-deputy.ts';
import { makePost } from '../actions/make-post.ts';
import { nameDeputy } from '../actions/name-deputy.ts';
import { isAdministrators } from '../queries/is-administrators.ts';
import type { staffRoutes } from '../contract/staff-routes.ts';
import { listChanges } from '../queries/list-changes.ts';
import { listCoveredVacancies } from '../queries/list-covered-vacancies.ts';
import { listMyDeputies } from '../queries/list-my-deputies.ts';
import { listPeople } from '../queries/list-people.ts';
import { listStaffAreas } from '../queries/list-staff-areas.ts';
import { listStaff } from '../queries/list-staff.ts';

/** Makes one change of staff as the one who asks, and says what was made or ended. */
async function change(
  { inScope }: Context,
  run: (work: Work) => Promise<Result<Changed>>,
): Promise<Answer<{ id: string; repeated: boolean }>> {
  const changed = await inScope(run);
  return changed.ok ? done({ id: changed.value.subjectId, repeated: changed.value.repeated }) : changed;
}

/** As `change`; whoever makes or unmakes an administrator has shown lately that it is still they. */
async function changeAdministered(
  context: Context,
  place: { postId: string } | { appointmentId: string },
  run: (work: Work) => Promise<Result<Changed>>,
): Promise<Answer<{ id: string; repeated: boolean }>> {
  const guarded = context.session?.mustProveAgain && (await context.inScope((work) => isAdministrators(work, place)));
  return guarded ? refuse('session.prove_again') : change(context, run);
}

/** What bodies and posts answer on their routes. */
export const staffHandlers: Handlers<Context, typeof staffRoutes> = {
  'GET /api/staff/areas': ({ inScope }) => inScope(async (work) => done({ areas: await listStaffAreas(work) })),

  'GET /api/staff/bodies': ({ inScope, districtId }, { query }) =>
    inScope(async (work) => {
      const staff = await listStaff(work, query.area ?? String(districtId));
      return staff ? done(staff) : refuse('area.not_found');
    }),

  'GET /api/staff/vacancies': ({ inScope }) =>
    inScope(async (work) => done({ vacancies: await listCoveredVacancies(work) })),

  'GET /api/staff/posts/:id/changes': ({ inScope }, { params }) =>
    inScope(async (work) => done({ changes: await listChanges(work, params.id) })),

  'GET /api/staff/people': ({ inScope }, { query }) =>
    inScope(async (work) => done({ people: await listPeople(work, query) })),

  'POST /api/staff/posts': (context, { body }) => change(context, (work) => makePost(work, body)),

  'POST /api/staff/posts/:id/close': (context, { params, body }) =>
    change(context, (work) => closePost(work, { ...body, postId: params.id })),

  'POST /api/staff/posts/:id/appointments': (context, { params, body }) =>
    changeAdministered(context, { postId: params.id }, (work) => appoint(work, { ...body, postId: params.id })),

  'POST /api/staff/appointments/:id/end': (context, { params, body }) =>
    changeAdministered(context, { appointmentId: params.id }, (work) =>
      endAppointment(work, { ...body, appointmentId: params.id }),
    ),

  'POST /api/staff/deputies': (context, { body }) =>
    changeAdministered(context, body, (work) => nameDeputy(work, 'administrator', body)),

  'POST /api/staff/deputies/:id/end': (context, { params, body }) =>
    change(context, (work) => endDeputy(work, 'administrator', { ...body, deputyId: params.id })),

  'GET /api/my/deputies': ({ inScope, session }) =>
    inScope(async (work) => (session ? done(await listMyDeputies(work, session.accountId)) : refuse('session.needed'))),

  'POST /api/my/deputies': (context, { body }) =>
    changeAdministered(context, body, (work) => nameDeputy(work, 'holder', body)),

  'POST /api/my/deputies/:id/end': (context, { params, body }) =>
    change(context, (work) => endDeputy(work, 'self', { ...body, deputyId: params.id })),
};
