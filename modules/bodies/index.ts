import './words/index.ts';

export { bodyKinds, factsOfKind } from './contract/body-kinds.ts';
export type { BodyKind } from './contract/body-kinds.ts';
export { linkKinds } from './contract/body.ts';
export type { Body, BodyLink, BodyName, LinkKind, NewBody } from './contract/body.ts';
export { isPostKind, postKinds, tenures } from './contract/post.ts';
export type {
  FirstContact,
  HeldPost,
  NewAppointment,
  NewPost,
  PersonDescription,
  PostName,
  PostKind,
  StandIn,
  Tenure,
  Vacancy,
} from './contract/post.ts';
export { createBodies } from './actions/create-bodies.ts';
export { createBodyLinks } from './actions/create-body-links.ts';
export { createPosts } from './actions/create-posts.ts';
export { createAppointments } from './actions/create-appointments.ts';
export { appoint } from './actions/appoint.ts';
export { endAppointment } from './actions/end-appointment.ts';
export { nameDeputy } from './actions/name-deputy.ts';
export { committeeKinds, kindsMeant } from './rules/committee.ts';
export { findBody, getBody } from './queries/get-body.ts';
export { listBodies } from './queries/list-bodies.ts';
export { listLinksOf } from './queries/list-links-of.ts';
export { findPostsOf } from './queries/find-posts-of.ts';
export { findActor } from './queries/find-actor.ts';
export { listPlacesOf } from './queries/list-places-of.ts';
export type { Place } from './store/place-store.ts';
export { findCommunityBody, findDistrictCentre, findTaskGroup } from './queries/find-body-of-area.ts';
export { findDeciderBody } from './queries/find-decider-body.ts';
export { findHeadOf } from './queries/find-head-of.ts';
export { findInPost } from './queries/find-in-post.ts';
export { findFirstContact } from './queries/find-first-contact.ts';
export { findDepartmentFor } from './queries/find-department-for.ts';
export { describeBodies } from './queries/describe-bodies.ts';
export { describePeople } from './queries/describe-people.ts';
export { listPostsIn } from './queries/list-posts-in.ts';
export { countEstablishment } from './queries/count-establishment.ts';
export { listVacancies } from './queries/list-vacancies.ts';
export { describePosts } from './queries/describe-posts.ts';
export { listStandIns } from './queries/list-stand-ins.ts';
export { staffRoutes } from './contract/staff-routes.ts';
export { staffHandlers } from './routes/staff.ts';
export { listenForAreas } from './actions/follow-areas.ts';
export { countPostsAt, findSuccessorBody, listPeopleOf } from './queries/find-successor.ts';
export { readDay } from './rules/import/read-cells.ts';
export { createCharges } from './actions/set-charge.ts';
export { importWorkbook, previewImport } from './actions/import-workbook.ts';
export { findBoard } from './queries/find-board.ts';
export { openDoor } from './queries/open-door.ts';
export { viewBoard, viewPreview } from './queries/view-bodies.ts';
export { bodiesRoutes } from './contract/bodies-routes.ts';
export type { BoardView, HolderView } from './contract/views.ts';
export type { ChargeRung, NewCharge } from './contract/chain.ts';
export { bodiesHandlers } from './routes/bodies.ts';
