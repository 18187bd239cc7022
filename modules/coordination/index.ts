import './words/index.ts';

export { coordination as coordinationManifest } from './module.ts';
