import './words/index.ts';

export { petitions as petitionsManifest } from './module.ts';
