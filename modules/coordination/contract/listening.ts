import { z } from 'zod';

const Named = z.object({ zh: z.string(), en: z.string() });

/** What a thing that was said became (成了什么): exactly one of these. */
export const statementKinds = ['answered', 'suggestion', 'matter'] as const;

/** One thing that was said at a listening session (一条意见), and how it stands. */
export const Statement = z.object({
  seq: z.number().int(),
  kind: z.enum(statementKinds),
  said: z.string(),
  replied: z
    .boolean()
    .nullable()
    .describe('by the rule that says whether the session may be completed; null when it is not mine to see'),
  /** Of the suggestion, or of the matter that was raised; null when it is not mine to see. */
  id: z.uuid().nullable(),
  number: z.string().nullable(),
  body: Named.nullable(),
  state: Named.nullable(),
  stage: z.enum(['open', 'waiting', 'final']).nullable(),
  outcome: z.string().nullable(),
  reply: z.string().nullable().describe('what was answered on the spot, or to the suggestion'),
  dueAt: z.iso.datetime().nullable(),
  late: z.boolean(),
});
export type Statement = z.infer<typeof Statement>;
