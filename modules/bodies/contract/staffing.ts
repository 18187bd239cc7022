import type { BodyKind } from './body-kinds.ts';
import type { PostKind, Tenure } from './post.ts';

/** 辞职, 任期届满, 依法罢免, 去世, 依法终止 (loss of capacity, a sentence, two failed appraisals running). */
export const lawfulGrounds = ['resigned', 'termEnded', 'recalled', 'died', 'ceasedByLaw'] as const;
/** 辞职, 任期届满, 去世, 依法终止, 调动, 退休, 解聘, 机构调整. */
export const staffGrounds = [
  'resigned',
  'termEnded',
  'died',
  'ceasedByLaw',
  'moved',
  'retired',
  'dismissed',
  'reorganised',
] as const;
export const endGrounds = ['recalled', ...staffGrounds] as const;
/** Why an appointment ends (离任原因). */
export type EndGround = (typeof endGrounds)[number];

/** From a day to a day, both included (ISO dates); `to` null: no end is known. */
export type Span = { readonly fromOn: string; readonly toOn: string | null };

/** An appointment as staffing decides about it; `endedAt`: it ended at that instant and not at the end of `toOn`. */
export type AppointmentFacts = Span & {
  readonly id: string;
  readonly postId: string;
  readonly accountId: string;
  readonly endedAt: Date | null;
};

export type PostFacts = {
  readonly postId: string;
  readonly bodyId: string;
  readonly bodyKind: BodyKind;
  readonly kind: PostKind;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly areaCode: string;
  readonly isHead: boolean;
  readonly tenure: Tenure;
  readonly closedOn: string | null;
};

/** Someone who stands in (代理) for the holder of a post, from a day to a day, both included. */
export type DeputyFacts = {
  readonly id: string;
  readonly appointmentId: string;
  readonly postId: string;
  readonly holderAccountId: string;
  readonly accountId: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly endedAt: Date | null;
};

export const staffChangeKinds = [
  'postMade',
  'postClosed',
  'appointed',
  'appointmentEnded',
  'deputyNamed',
  'deputyEnded',
] as const;
export type StaffChangeKind = (typeof staffChangeKinds)[number];

/** One line of the log of staffing (任免记录); the id is that of the command. */
export type StaffChange = {
  readonly id: string;
  readonly kind: StaffChangeKind;
  readonly postId: string;
  readonly accountId: string | null;
  /** The post, appointment or deputy that was made or ended. */
  readonly subjectId: string;
  readonly ground: EndGround | null;
  readonly note: string;
};
