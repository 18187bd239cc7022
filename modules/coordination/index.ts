import './words/index.ts';

export { coordination as coordinationManifest } from './module.ts';
export { listenForAdvice } from './actions/keep-advice.ts';
export { coordinationRoutes } from './contract/desk.ts';
export { meetingRoutes } from './contract/meeting.ts';
export { repeatRoutes } from './contract/repeats.ts';
export { coordinationHandlers } from './routes/desk.ts';
export { meetingHandlers } from './routes/meetings.ts';
export { repeatHandlers } from './routes/repeats.ts';
export { receptionRoutes, type OwnBooking, type ReceptionDay } from './contract/reception.ts';
export { receptionHandlers } from './routes/reception.ts';
export { bookSlot, cancelBooking, findOwnBooking, type Booked } from './actions/receive.ts';
export { listOpenDays, viewOwnBooking } from './queries/list-receptions.ts';
export { listRootCauses, type PublicRootCause } from './queries/list-root-causes.ts';
