import './words/index.ts';

export { partners as partnersManifest } from './module.ts';
export type { Exchange } from './actions/exchange.ts';
export { listenForTasks } from './actions/listen.ts';
export { lookAtSystems } from './actions/look-at-systems.ts';
export { sendHandoffs } from './actions/send-handoffs.ts';
export { partnerRoutes } from './contract/routes.ts';
export { partnerHandlers } from './routes.ts';
export type { Reach } from './contract/reach.ts';
