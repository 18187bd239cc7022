import { z } from 'zod';

const Words = z.object({ zh: z.string(), en: z.string() });
const Count = z.number().int();
const Posts = z.object({ n: Count, vacant: Count });

/** What lies in an area, from the largest to the smallest. */
export const landParts = [
  'subdistricts',
  'communities',
  'grids',
  'places',
  'buildings',
  'stairwells',
  'homes',
] as const;

export const AreaProfileFacts = z.object({
  reach: z.object({
    tier: z.enum(['district', 'subdistrict', 'community', 'grid', 'body']),
    area: z.string(),
    name: Words,
  }),
  /** The day of the registers that it is counted from: today. */
  asOf: z.iso.date(),
  /** What there is none of is left out. */
  land: z.array(z.object({ what: z.enum(landParts), name: Words, n: Count })),
  bodies: z.array(z.object({ kind: z.string(), name: Words, n: Count })),
  posts: Posts,
  gridWorkers: Posts,
  /** Opened and ended within a year, and open today. */
  matters: z.object({ in: Count, ended: Count, open: Count }),
});
export type AreaProfileFacts = z.infer<typeof AreaProfileFacts>;

export const AreaProfileView = AreaProfileFacts.extend({ paragraph: Words });
export type AreaProfileView = z.infer<typeof AreaProfileView>;
