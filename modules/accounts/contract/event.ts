export const accountEventKinds = [
  'created',
  'passwordChanged',
  'passwordReset',
  'factorSet',
  'factorRemoved',
  'factorReset',
  'recoveryCodesMade',
  'recoveryCodeUsed',
  'newDevice',
  'sessionsEnded',
  'locked',
  'unlocked',
  'ended',
  'linked',
  'unlinked',
] as const;
/** What can be done to an account (账号记录). */
export type AccountEventKind = (typeof accountEventKinds)[number];

export type AccountEvent = {
  readonly id: string;
  readonly at: Date;
  readonly kind: AccountEventKind;
  /** The administrator who did it; null: the person themself. */
  readonly byZh: string | null;
  readonly byEn: string | null;
  readonly reason: string | null;
};
