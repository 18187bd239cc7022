import './words/index.ts';

export { permissions } from './contract/permission.ts';
export type { Permission } from './contract/permission.ts';
export { revealPurposes } from './contract/reveal.ts';
export type { Reveal, RevealPurpose, RevealSubject } from './contract/reveal.ts';
export { holdersOf, policy, type PolicyLine } from './rules/policy.ts';
export { reach, type Reach } from './rules/reach.ts';
export { mayUse } from './rules/may-use.ts';
export { registerScopeFor, scopeFor } from './rules/scope-for.ts';
export { recordReveal } from './actions/record-reveal.ts';
export { listRevealsOf } from './queries/list-reveals-of.ts';
export { accountRoutes, ownAccountRoutes } from './contract/account-routes.ts';
export { DemoAccount, Me, sessionRoutes, SignedIn } from './contract/session-routes.ts';
export { accountHandlers } from './routes/accounts.ts';
export { ownAccountHandlers } from './routes/own-account.ts';
export { enter, originOf, sessionHandlers, type SessionParts } from './routes/session.ts';
