import './words/index.ts';

export { openness as opennessManifest } from './module.ts';
export { itemNames, type Open311Answer, type Open311Asked } from './contract/open311.ts';
export { makeClient } from './actions/keep-clients.ts';
export { answerOpen311, refuseOpen311 } from './routes.ts';
