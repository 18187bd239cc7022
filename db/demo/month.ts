import { calendarOf } from '../../modules/matters/index.ts';
import { addHistory, type PastRequest } from '../../modules/requests/index.ts';
import type { Work } from '../../platform/work.ts';
import { tieNeighbours } from './month-neighbours.ts';
import { inventMonth, type Month } from './month-plan.ts';

/** While the database writes one, the next is thought out; numbers are still taken in order. */
const playedTogether = 20;

/**
 * Plays the demo district's invented month (演示月) of requests through the engine, in the caller's transaction.
 *
 * @throws when a district has no calendar, or a story breaks the procedure
 */
export async function playDemoMonth(work: Work, month: Month): Promise<{ requests: number }> {
  const requests = inventMonth(await calendarOf(work), month);
  for (let from = 0; from < requests.length; from += playedTogether)
    await Promise.all(requests.slice(from, from + playedTogether).map((past) => play(work, past)));
  await tieNeighbours(work, month.until);
  return { requests: requests.length };
}

async function play(work: Work, past: PastRequest): Promise<void> {
  const added = await addHistory(work, past);
  const steps = past.steps.map(({ step }) => step).join(', ');
  if (!added.ok) throw new Error(`The invented month cannot be played: ${added.code} after ${steps}`);
}
