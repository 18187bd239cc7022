export { coordination as coordinationManifest } from './module.ts';
