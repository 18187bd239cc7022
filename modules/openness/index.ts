import './words/index.ts';

export { openness as opennessManifest } from './module.ts';
export { itemNames, type Open311Answer, type Open311Asked } from './contract/open311.ts';
export { outcomes, type Figures, type OutcomeName } from './contract/open-data.ts';
export type { WhereWhen } from './contract/where.ts';
export { getDays, getFigures, openFile, type OpenFile } from './queries/answer-open-data.ts';
export { describeOpenData } from './queries/describe-open-data.ts';
export { readPeriod } from './rules/read-period.ts';
export { askAlerts, confirmAlerts, stopAlerts, tellAlerts } from './actions/keep-alerts.ts';
export { reachSubscribers } from './actions/reach-subscribers.ts';
export { listenForFigures } from './actions/listen.ts';
export { makeClient } from './actions/keep-clients.ts';
export {
  disclosureRoutes,
  type CommunityDisclosures,
  type DisclosureView,
  type OneDisclosure,
} from './contract/disclosures.ts';
export { disclosureHandlers } from './routes/disclosures.ts';
export {
  findDisclosure,
  listCommunityDisclosures,
  listNoticesAbout,
  listRecentDisclosures,
  openDisclosureFile,
} from './queries/list-disclosures.ts';
export type { AskUnderNotice, NoticeOf, NoticeQuestion } from './contract/notices.ts';
export { askUnderNotice } from './actions/ask-under-notice.ts';
export { listenForPublicAnswers } from './actions/keep-public-answers.ts';
export { listNoticeQuestions } from './queries/list-notices.ts';
export { isPublicNotice } from './rules/disclosure-items.ts';
export { opennessRoutes } from './contract/routes.ts';
export { answerOpen311, opennessHandlers, refuseOpen311 } from './routes.ts';
