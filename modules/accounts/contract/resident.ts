/** A resident who has entered the code sent to their phone (居民登录). */
export type LiveResident = {
  /** E.164. */
  readonly phone: string;
  /** `blindIndex` of it, for exact look-up. */
  readonly phoneIndex: Uint8Array;
};

/** Sends one code to one phone; the words are the sender's. It may throw: then no code was sent. */
export type SendPhoneCode = (message: {
  readonly phone: string;
  readonly code: string;
  readonly minutes: number;
}) => Promise<void>;
