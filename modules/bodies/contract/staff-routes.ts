import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { postKinds, tenures } from './post.ts';
import { endGrounds, staffChangeKinds } from './staffing.ts';

const Named = z.object({ zh: z.string(), en: z.string() });
const Day = z.iso.date();
const Note = z.string().max(300);

const PersonView = z.object({ accountId: z.uuid(), name: Named });

/** A post with who holds it today, since when, and who stands in. */
export const PostView = z.object({
  id: z.uuid(),
  kind: z.enum(postKinds),
  name: Named,
  area: Named,
  isHead: z.boolean(),
  tenure: z.enum(tenures),
  holder: PersonView.extend({ appointmentId: z.uuid(), fromOn: Day, toOn: Day.nullable() }).nullable(),
  deputy: z.object({ id: z.uuid(), name: Named, untilOn: Day, maySign: z.boolean() }).nullable(),
});
export type PostView = z.infer<typeof PostView>;

export const BodyOfStaff = z.object({
  id: z.uuid(),
  kind: z.string(),
  name: Named,
  areaCode: z.string(),
  posts: z.array(PostView),
  /** Kinds of post that may be made here, with their names. */
  kinds: z.array(z.object({ kind: z.enum(postKinds), name: Named })),
});
export type BodyOfStaff = z.infer<typeof BodyOfStaff>;

/** A vacant post, and who answers first for its area meanwhile; null: first contact is no task of such a post. */
export const VacancyView = z.object({
  postId: z.uuid(),
  name: Named,
  body: Named,
  area: Named,
  areaCode: z.string(),
  covered: z.object({ person: Named, post: Named }).nullable(),
});
export type VacancyView = z.infer<typeof VacancyView>;

/** An area that has bodies, with the number of vacant posts in and below it. */
export const AreaOfStaff = z.object({ code: z.string(), name: Named, vacant: z.number().int() });
export type AreaOfStaff = z.infer<typeof AreaOfStaff>;

export const DeputyView = z.object({
  id: z.uuid(),
  post: Named,
  body: Named,
  holder: PersonView,
  deputy: PersonView,
  fromOn: Day,
  toOn: Day,
  maySign: z.boolean(),
  reason: z.string(),
  isMine: z.boolean().describe('the one who asks is the holder; else the deputy'),
});
export type DeputyView = z.infer<typeof DeputyView>;

export const ChangeView = z.object({
  at: z.iso.datetime(),
  kind: z.enum(staffChangeKinds),
  person: Named.nullable(),
  by: Named,
  ground: z.enum(endGrounds).nullable(),
  note: z.string(),
});
export type ChangeView = z.infer<typeof ChangeView>;

const Done = z.object({ id: z.uuid(), repeated: z.boolean() });
const command = { commandId: z.uuid() };
const DeputyOrder = z.object({
  ...command,
  postId: z.uuid(),
  accountId: z.uuid(),
  fromOn: Day,
  toOn: Day,
  reason: Note,
  maySign: z.boolean(),
});
const byId = z.object({ id: z.uuid() });

export const staffRoutes = {
  'GET /api/staff/areas': route({
    permission: 'posts.read',
    summary: 'The district, its sub-districts and communities, with how many posts are vacant in each',
    reply: z.object({ areas: z.array(AreaOfStaff) }),
  }),
  'GET /api/staff/bodies': route({
    permission: 'posts.read',
    summary:
      'Bodies of one area with their posts, holders and deputies of today; without an area, those of the district',
    query: z.object({ area: z.string().max(15).optional() }),
    reply: z.object({ area: Named, today: Day, bodies: z.array(BodyOfStaff) }),
  }),
  'GET /api/staff/vacancies': route({
    permission: 'posts.read',
    summary: 'Posts that nobody holds today, and who answers first for their area meanwhile',
    reply: z.object({ vacancies: z.array(VacancyView) }),
  }),
  'GET /api/staff/posts/:id/changes': route({
    permission: 'district.administer',
    summary: 'The log of one post: made, appointed, ended, stood in for, by whom and why',
    params: byId,
    reply: z.object({ changes: z.array(ChangeView) }),
  }),
  'GET /api/staff/people': route({
    permission: 'district.administer',
    summary: 'People with an account, by name or sign-in name; or the colleagues in one body',
    query: z.object({ words: z.string().max(40).optional(), body: z.uuid().optional() }),
    reply: z.object({ people: z.array(PersonView) }),
  }),
  'POST /api/staff/posts': route({
    permission: 'district.administer',
    summary: 'Make a post in a body',
    body: z.object({
      ...command,
      bodyId: z.uuid(),
      kind: z.enum(postKinds),
      nameZh: z.string().trim().min(1).max(60),
      nameEn: z.string().trim().min(1).max(60),
      areaCode: z.string().max(15),
      isHead: z.boolean(),
      tenure: z.enum(tenures),
    }),
    reply: Done,
  }),
  'POST /api/staff/posts/:id/close': route({
    permission: 'district.administer',
    summary: 'Do away with a vacant post; it stays in the history',
    params: byId,
    body: z.object({ ...command, note: Note }),
    reply: Done,
  }),
  'POST /api/staff/posts/:id/appointments': route({
    permission: 'district.administer',
    summary: 'Appoint a person to a post; for an elected post the result of the election is named',
    params: byId,
    body: z.object({ ...command, accountId: z.uuid(), fromOn: Day, toOn: Day.nullable(), note: Note }),
    reply: Done,
  }),
  'POST /api/staff/appointments/:id/end': route({
    permission: 'district.administer',
    summary: 'End an appointment at once or at the end of a day, on a lawful ground',
    params: byId,
    body: z.object({ ...command, lastOn: Day.nullable(), ground: z.enum(endGrounds), note: Note }),
    reply: Done,
  }),
  'POST /api/staff/deputies': route({
    permission: 'district.administer',
    summary: 'Name who stands in for the holder of any post',
    body: DeputyOrder,
    reply: Done,
  }),
  'POST /api/staff/deputies/:id/end': route({
    permission: 'district.administer',
    summary: 'End anybody’s standing in at once',
    params: byId,
    body: z.object(command),
    reply: Done,
  }),
  'GET /api/my/deputies': route({
    permission: 'posts.standIn',
    summary: 'Who stands in for me, for whom I stand in, and whom I could ask',
    reply: z.object({
      today: Day,
      deputies: z.array(DeputyView),
      posts: z.array(
        z.object({ id: z.uuid(), name: Named, body: Named, isHead: z.boolean(), colleagues: z.array(PersonView) }),
      ),
    }),
  }),
  'POST /api/my/deputies': route({
    permission: 'posts.standIn',
    summary: 'Name who stands in for me in one of my posts while I am away',
    body: DeputyOrder,
    reply: Done,
  }),
  'POST /api/my/deputies/:id/end': route({
    permission: 'posts.standIn',
    summary: 'I am back, or I stand in no longer',
    params: byId,
    body: z.object(command),
    reply: Done,
  }),
};
