import './words/index.ts';

export { insight as insightManifest } from './module.ts';
export { listenForTallies } from './actions/listen.ts';
export { ensureTallies, rebuildTallies, verifyTallies } from './actions/rebuild-tallies.ts';
export { foldAreaDays } from './store/area-day-store.ts';
export { insightRoutes } from './contract/routes.ts';
export { insightHandlers } from './routes.ts';
