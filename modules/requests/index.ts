import './words/index.ts';

export { categories, channels, type Category, type Channel } from './contract/category.ts';
export {
  AlikeRequest,
  FollowPage,
  JoinedView,
  PublicRequest,
  PublicRow,
  RaiseInput,
  Receipt,
  requestsRoutes,
} from './contract/routes.ts';
export { requests as requestsManifest } from './module.ts';
export { residentRequest } from './procedures/resident-request.ts';
export { residentRequestV2 } from './procedures/resident-request-v2.ts';
export * as escalationFields from './procedures/escalation-fields.ts';
export { outsideFields, outsideKinds } from './procedures/outside-fields.ts';
export { namesNobodyIn, withoutPersons } from './rules/names-nobody.ts';
export { evidenceKindsOf } from './queries/evidence-kinds.ts';
export { PUBLIC_ANSWER } from './rules/public-answer.ts';
export { findPublishedId } from './store/publication-store.ts';
export { needsCheck } from './rules/needs-check.ts';
export { subjectOf } from './rules/subject-of.ts';
export { catalogueWordsOf, proposeCategory } from './rules/dispatch-catalogue.ts';
export { readMail } from './rules/read-mail.ts';
export { readPhone } from './rules/read-phone.ts';
export { maskMore, mayMaskMore } from './rules/mask-more.ts';
export { maskText } from './rules/mask-text.ts';
export { findRightChannels, rightChannels, type RightChannel } from './rules/right-channel.ts';
export { checkReport } from './actions/check-report.ts';
export { joinRequest, type JoinRequest } from './actions/join-request.ts';
export { raiseRequest, type RaiseRequest } from './actions/raise-request.ts';
export { showCode } from './actions/show-code.ts';
export { revealPhone } from './actions/reveal-phone.ts';
export { addHistory, type PastRequest } from './actions/add-history.ts';
export { chooseMessages, type MessageChoice, type MessageChosen } from './actions/choose-messages.ts';
export { reachRequestReporters } from './actions/reach-reporter.ts';
export { findMessageChoice } from './store/message-choice-store.ts';
export { listenForRequests } from './actions/listen.ts';
export { getReceipt } from './queries/get-receipt.ts';
export { listAlike } from './queries/list-alike.ts';
export { findFollowPage } from './queries/find-follow-page.ts';
export { findRequestFacts } from './queries/find-request-facts.ts';
export { listCommunities } from './queries/list-communities.ts';
export {
  countPublications,
  listNews,
  type News,
  findPublication,
  listPublications,
  listRecentAnswers,
} from './queries/list-publications.ts';
export { countUnmarkedAgain, markCameAgain } from './store/came-again-store.ts';
export { hasPhone, listImportedKeys } from './store/request-store.ts';
export { besideRoutes } from './contract/beside.ts';
export { besideHandlers } from './routes/beside.ts';
export { dutyRoutes } from './contract/duty-routes.ts';
export { createDuties } from './actions/record-duty.ts';
export type { NewDutyLine } from './contract/duty.ts';
export { dutyHandlers } from './routes/duties.ts';
export { findDutyBodies, listDutyBodies } from './queries/list-duty-bodies.ts';
export { forgetPaces, keepPace, type Sender } from './actions/keep-pace.ts';
export {
  followRequest,
  listOwnRequests,
  objectAsReporter,
  joinAndReceive,
  raiseAndReceive,
  reporterOf,
  requestsHandlers,
  senderOf,
  takeReporterStep,
} from './routes.ts';
