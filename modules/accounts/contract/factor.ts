export const factorReaches = ['nobody', 'postKinds', 'everybody'] as const;
/** 不要求, 按岗位要求, 人人要求. */
export type FactorReach = (typeof factorReaches)[number];

/** Who must have a second factor (两步验证要求), and how many days they have to set it up. */
export type FactorRequirement = {
  readonly reach: FactorReach;
  /** Kinds of post, for reach `postKinds`. */
  readonly postKinds: readonly string[];
  /** Calendar days of 24 hours, counted from `at`, or from the making of the account if that is later. */
  readonly graceDays: number;
  readonly at: Date;
};

/** What a person has to do before a session opens anything: enter the code, choose a password, set up the factor. */
export type Owed = 'factor' | 'password' | 'setup';
