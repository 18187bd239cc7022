export type { Me } from '../contract/session-routes.ts';
export { call as callSession } from './api.ts';
export { MeProvider, sessionKey, useEnter, useMe, useSession } from './session.ts';
export { PostSwitch } from './post-switch.tsx';
export { SignInAgain } from './sign-in-again.tsx';
export { SignInPage } from './sign-in-page.tsx';
