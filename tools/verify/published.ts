import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { listDigests } from '../../modules/matters/index.ts';
import type { Work } from '../../platform/work.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
/** What the site publishes at `/trust/digests.json`, as far as it is compared. */
const Published = z.object({
  district: z.number().int(),
  digests: z.array(z.object({ day: z.iso.date(), digest: hex })),
});
export type Published = z.infer<typeof Published>;
export type PublishedMisfit = { readonly day: string; readonly what: 'published' | 'publishedGone' };

/** Reads a file of digests that somebody kept from the site (已公布的摘要); undefined when it is none. */
export function readPublished(path: string): Published | undefined {
  try {
    return Published.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Names each day whose digest is another one than was published, or is gone: what no recomputing can find. */
export async function comparePublished(work: Work, { digests }: Published): Promise<PublishedMisfit[]> {
  const stored = new Map<string, string>();
  for (const year of new Set(digests.map(({ day }) => Number(day.slice(0, 4)))))
    for (const { day, digest } of await listDigests(work, { year })) stored.set(day, digest.toString('hex'));
  return digests
    .filter(({ day, digest }) => stored.get(day) !== digest)
    .map(({ day }) => ({ day, what: stored.has(day) ? ('published' as const) : ('publishedGone' as const) }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
}
