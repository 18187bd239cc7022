import { calendarOf, playHistory } from '../../modules/matters/index.ts';
import type { Work } from '../../platform/work.ts';
import { inventOtherInstitutions } from './other-institutions-plan.ts';

/**
 * Plays the demo district's matters of the institutions beside requests (其他机制事项) through the engine, in the caller's
 * transaction; nothing happens after `until`.
 *
 * @throws when a tale breaks its procedure
 */
export async function playOtherInstitutions(work: Work, { until }: { readonly until: Date }): Promise<void> {
  for (const history of inventOtherInstitutions(await calendarOf(work), until)) {
    const played = await playHistory(work, history);
    if (played.ok) continue;
    const why = 'fields' in played ? `${played.code} ${JSON.stringify(played.fields)}` : played.code;
    throw new Error(`“${history.title}” cannot be played: ${why}`);
  }
}
