import './words/index.ts';

export { noticesRoutes } from './contract/routes.ts';
export type { ChannelName } from './contract/views.ts';
export { listenForNotices } from './actions/listen.ts';
export { reachReportersBy } from './actions/reach.ts';
export { type Composed } from './actions/reach.ts';
export { insertMessage } from './store/message-store.ts';
export { countHiddenNotices, rebuildInboxes } from './store/inbox-store.ts';
export { deferNight } from './rules/night.ts';
export { tellUnheld } from './actions/tell-unheld.ts';
export { deliverMessages, type Delivery } from './actions/deliver.ts';
export { noticesHandlers } from './routes.ts';
