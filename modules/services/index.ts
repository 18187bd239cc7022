import './words/index.ts';

export { services as servicesManifest } from './module.ts';
