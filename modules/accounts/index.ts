import './words/index.ts';

export type { AccountName, LiveSession, NewAccount, SignIn } from './contract/account.ts';
export { makeFirstPassword } from './rules/first-password.ts';
export { isLogin } from './rules/login.ts';
export { createAccounts } from './actions/create-accounts.ts';
export { signInWithPassword } from './actions/sign-in-with-password.ts';
export { signInDemo } from './actions/sign-in-demo.ts';
export { endSession } from './actions/end-session.ts';
export { chooseActingPost } from './actions/choose-acting-post.ts';
export { findSession } from './queries/find-session.ts';
export { listAccountNames } from './queries/list-account-names.ts';
