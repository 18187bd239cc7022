import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';

const Named = z.object({ zh: z.string(), en: z.string() });

/** By what matters belong together (反复类型): the same place, the same theme in a community, the same person. */
export const repeatKinds = ['place', 'theme', 'person'] as const;

export const RepeatView = z.object({
  kind: z.enum(repeatKinds),
  community: Named,
  /** The kind of request; null for a person, of whom nothing is said but how often. */
  category: z.string().nullable(),
  place: z.string().nullable(),
  count: z.number().int(),
  open: z.number().int(),
  matters: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string(), stage: z.string() })),
  /** The body that answers for such requests by the duty matrix, as who should look for the root. */
  owner: z.object({ id: z.uuid(), name: Named }).nullable(),
  /** The root-cause item that took one of them up. */
  rootCause: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  /** Why the timer opened no item although the number is reached, so that a person does (建议立项). */
  proposed: z.enum(['noOwner', 'notAddressable', 'nobodyToAccept']).nullable(),
});
export type RepeatView = z.infer<typeof RepeatView>;

export const repeatRoutes = {
  'GET /api/repeats': route({
    permission: 'meetings.read',
    summary: 'What comes again and again in my reach, from the number on that the district chose; never who',
    reply: z.object({
      repeats: z.array(RepeatView),
      threshold: z.number().int(),
      least: z.number().int(),
      most: z.number().int(),
      days: z.number().int(),
      /** Who can be asked to look for the root. */
      owners: z.array(z.object({ id: z.uuid(), name: Named })),
      mayOpen: z.boolean(),
      maySet: z.boolean(),
    }),
  }),
  'POST /api/repeats/threshold': route({
    permission: 'calendar.set',
    summary: 'Choose from which number on something comes again and again',
    body: z.object({ commandId: z.uuid(), amount: z.number(), source: z.string().max(1000) }),
    reply: z.object({}),
  }),
  'POST /api/root-causes': route({
    permission: 'matters.step',
    summary: 'Open a root-cause item for the owner of the policy, with the matters that belong together',
    body: z.object({
      commandId: z.uuid(),
      what: z.string().max(1000),
      why: z.string().max(1000),
      bodyId: z.uuid().nullable(),
      matters: z.array(z.uuid()).min(1).max(30),
    }),
    reply: z.object({ id: z.uuid(), number: z.string() }),
  }),
};
