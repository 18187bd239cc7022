import { z } from 'zod';
import { RefusalView } from '../../matters/index.ts';
import { maskKinds, objectionDecisions } from './mask-kinds.ts';

export const ObjectionView = z.object({
  at: z.iso.datetime(),
  decision: z.enum(objectionDecisions).nullable(),
  decidedAt: z.iso.datetime().nullable(),
});
export type ObjectionView = z.infer<typeof ObjectionView>;

/** What the public reads or will read of a request, as those see it who answer for it. */
export const PublicityView = z.object({
  preview: z.object({ title: z.string(), body: z.string(), answer: z.string() }).nullable(),
  masks: z.array(z.object({ words: z.string(), kind: z.enum(maskKinds) })),
  objection: ObjectionView.nullable(),
  mask: RefusalView.nullable().describe('why this worker may not mask more; null: may'),
  decide: RefusalView.nullable().describe('why this worker may not decide the objection; null: may'),
});
export type PublicityView = z.infer<typeof PublicityView>;

/** The same as the person who asked sees it. */
export const OwnPublicity = z.object({
  isPublic: z.boolean(),
  wantsPublic: z.boolean(),
  masked: z.array(z.enum(maskKinds)).describe('what workers masked beyond what is masked by itself'),
  objection: ObjectionView.nullable(),
  object: RefusalView.nullable().describe('why they may not object now; null: may'),
});
export type OwnPublicity = z.infer<typeof OwnPublicity>;
