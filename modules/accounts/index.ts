import './words/index.ts';

export { accountStates } from './contract/account.ts';
export type {
  AccountCard,
  AccountName,
  AccountState,
  LiveSession,
  NewAccount,
  Origin,
  SignIn,
} from './contract/account.ts';
export { accountEventKinds } from './contract/event.ts';
export type { AccountEvent } from './contract/event.ts';
export { factorReaches } from './contract/factor.ts';
export type { Owed } from './contract/factor.ts';
export type { LiveResident, SendPhoneCode } from './contract/resident.ts';
export { computeFactorDue, computeOwed } from './rules/owed.ts';
export { isSignInFresh, mustProveAgain } from './rules/session-life.ts';
export { makeFirstPassword } from './rules/first-password.ts';
export { isLogin } from './rules/login.ts';
export { networkOf } from './rules/network.ts';
export { createAccounts } from './actions/create-accounts.ts';
export { createAccount, resetFactor, resetPassword, setAccountState } from './actions/administer-account.ts';
export { signInWithPassword } from './actions/sign-in-with-password.ts';
export { signInWithSso } from './actions/sign-in-with-sso.ts';
export { signInDemo } from './actions/sign-in-demo.ts';
export { linkSso, unlinkSso } from './actions/link-sso.ts';
export { passFactor } from './actions/pass-factor.ts';
export { proveAgain, proveFresh } from './actions/prove-again.ts';
export { changePassword } from './actions/change-password.ts';
export { confirmFactor, offerFactor, removeFactor, renewRecoveryCodes } from './actions/set-up-factor.ts';
export { requireFactor } from './actions/require-factor.ts';
export { endOtherSessions, endOwnSession, endSession, noteTold } from './actions/end-session.ts';
export { chooseActingPost } from './actions/choose-acting-post.ts';
export { requestPhoneCode } from './actions/request-phone-code.ts';
export { endResidentSession, enterPhoneCode } from './actions/enter-phone-code.ts';
export { findSession, findSessionAnd } from './queries/find-session.ts';
export { findResident } from './queries/find-resident.ts';
export {
  findAccountCard,
  findFactorRequirement,
  findOwnAccount,
  listAccountCards,
  listUntold,
} from './queries/find-account.ts';
export { listAccountNames } from './queries/list-account-names.ts';
