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
};

/** What a successful sign-in hands back; the token exists only here and in the browser. */
export type SignIn = { readonly token: string; readonly accountId: string };

/** A session (会话) that is still good. */
export type LiveSession = {
  readonly districtId: number;
  readonly accountId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly actingPostId: string | null;
};

export type AccountName = { readonly accountId: string; readonly nameZh: string; readonly nameEn: string };
