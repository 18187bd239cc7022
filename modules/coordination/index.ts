import './words/index.ts';

export { coordination as coordinationManifest } from './module.ts';
export { meetingRoutes } from './contract/meeting.ts';
export { meetingHandlers } from './routes/meetings.ts';
