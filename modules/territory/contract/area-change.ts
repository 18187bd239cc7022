import { z } from 'zod';
import type { Refusal } from '../../../platform/result.ts';

const Code = z.string().regex(/^[1-9][0-9]{5,23}$/);
const Name = z.string().trim().min(1).max(60);
const About = {
  /** Chosen by the one who decides, so that the same order sent twice is one. */
  id: z.uuid(),
  /** First day on which it holds, in the district. */
  on: z.iso.date(),
  /** The paper that decided it, by title and number. */
  source: z.string().trim().min(2).max(200),
};

/**
 * What may be decided about an area (区划变更): `code` merges into `into`; `parts` are split off; a new name; a new area is
 * founded right below `code`; `code` ends with nothing in it.
 */
export const AreaChangeOrder = z.discriminatedUnion('kind', [
  z.object({ ...About, kind: z.literal('merge'), code: Code, into: Code }),
  z.object({
    ...About,
    kind: z.literal('split'),
    code: Code,
    parts: z
      .array(z.object({ nameZh: Name, nameEn: Name, grids: z.array(Code).max(500) }))
      .min(1)
      .max(20),
  }),
  z.object({ ...About, kind: z.literal('rename'), code: Code, nameZh: Name, nameEn: Name }),
  z.object({
    ...About,
    kind: z.literal('found'),
    code: Code,
    nameZh: Name,
    nameEn: Name,
    /** In a district: a community that lies in no sub-district, because the district runs it itself. */
    runByDistrict: z.boolean().optional(),
  }),
  z.object({ ...About, kind: z.literal('end'), code: Code }),
]);
export type AreaChangeOrder = z.infer<typeof AreaChangeOrder>;
export type AreaChangeKind = AreaChangeOrder['kind'];

/** An area as the rules of change see it, ended ones too; dates are ISO dates. */
export type AreaFacts = {
  readonly code: string;
  readonly kind: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly foundedOn: string;
  readonly endedOn: string | null;
};

/** A change on the list: decided, and what came of it; absent while its day has not come. */
export type AreaChange = {
  readonly id: string;
  readonly order: AreaChangeOrder;
  readonly on: string;
  readonly source: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
  readonly effect: {
    readonly what: 'done' | 'refused' | 'withdrawn';
    readonly refusal: Pick<Refusal, 'code' | 'details'> | null;
  } | null;
};

/** One area that came out of another; whole: the other one ended, and all in it passed on. */
export type Succession = { readonly from: string; readonly to: string; readonly isWhole: boolean };

/** What a change does to the tree (区划变更方案), worked out before anything is written. */
export type ChangePlan = {
  readonly ended: readonly string[];
  readonly founded: readonly { readonly code: string; readonly nameZh: string; readonly nameEn: string }[];
  readonly successions: readonly Succession[];
  readonly renamed: readonly { readonly code: string; readonly nameZh: string; readonly nameEn: string }[];
};

/** What the modules above are told of a change that took effect. */
export type AreasChanged = {
  readonly changeId: string;
  readonly kind: AreaChangeKind;
  readonly on: string;
  readonly plan: ChangePlan;
};
