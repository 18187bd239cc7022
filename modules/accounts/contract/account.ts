import type { FactorRequirement } from './factor.ts';

/** A person who may sign in (账号); the id is made by the caller, a UUID. */
export type NewAccount = {
  readonly id: string;
  /** 2 to 40 lower-case letters, digits, dots and hyphens. */
  readonly login: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** In clear, hashed before it is stored; null: no password opens this account. */
  readonly password: string | null;
  /** An invented person whom anyone may sign in as. */
  readonly isDemo: boolean;
  /** The password is known to whoever made it, so the person must choose another at the first sign-in. */
  readonly mustChangePassword?: boolean;
};

export const accountStates = ['active', 'locked', 'ended'] as const;
/** 在用, 停用 (can be opened again), 注销 (for good). */
export type AccountState = (typeof accountStates)[number];

/** What a successful sign-in hands back; the token exists only here and in the browser. */
export type SignIn = {
  readonly token: string;
  readonly accountId: string;
  /** A secret for this browser, when it is to be known from now on; null: it has one, or the sign-in is not complete. */
  readonly device: string | null;
};

/** Where somebody signs in from: the browser's own secret from an earlier time, its network, and its name in words. */
export type Origin = {
  readonly address: string;
  readonly device: string | null;
  readonly deviceName: string;
};

/** How a session began: password, single sign-on, or the one click of the demo. */
export type SignInWay = 'password' | 'sso' | 'demo';

/** A session (会话) that is still good. It opens nothing while `computeOwed` says that a step is owed. */
export type LiveSession = {
  readonly districtId: number;
  readonly sessionId: string;
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly nameEn: string;
  readonly actingPostId: string | null;
  readonly way: SignInWay;
  readonly signedInAt: Date;
  /** When the person last gave the password, and the code where there is one: at sign-in, or since. */
  readonly provedAt: Date;
  readonly hasPassword: boolean;
  readonly device: string;
  readonly awaitsFactor: boolean;
  readonly mustChangePassword: boolean;
  readonly hasFactor: boolean;
  readonly isDemo: boolean;
  readonly accountMadeAt: Date;
  readonly requirement: FactorRequirement | null;
};

export type AccountName = { readonly accountId: string; readonly nameZh: string; readonly nameEn: string };

/** One of my sessions, as I may read it. */
export type OwnSession = {
  readonly id: string;
  readonly device: string;
  readonly way: SignInWay;
  readonly since: Date;
  readonly lastSeenAt: Date;
};

/** An account as its owner or an administrator of accounts reads it. */
export type AccountCard = {
  readonly accountId: string;
  readonly login: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly state: AccountState;
  readonly hasPassword: boolean;
  readonly mustChangePassword: boolean;
  readonly factorSince: Date | null;
  readonly isLinked: boolean;
};
