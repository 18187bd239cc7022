import type { Work } from '../../../platform/work.ts';
import { spanOf } from '../rules/day-span.ts';
import { drawVisits } from '../rules/draw-visits.ts';
import { drawableProcedures } from '../rules/engine.ts';
import { loadDigests } from '../store/digest-store.ts';
import { calendarOf } from '../store/ground-store.ts';
import { loadCandidates, loadDraws, loadSettledOn, type CandidateRow, type Draw } from '../store/visit-store.ts';

/**
 * What does not fit in the draw of a day: another seed than its digest, others to draw from than were settled on it, or
 * others drawn than the rule gives.
 */
export type DrawMisfit = { readonly day: string; readonly what: 'drawSeed' | 'drawCandidates' | 'drawResult' };

/** Recomputes every draw of return visits (回访抽样复算) from the digests and timelines, and names each that does not fit. */
export async function verifyDraws(work: Work): Promise<{ draws: number; misfits: DrawMisfit[] }> {
  const misfits: DrawMisfit[] = [];
  const draws = await loadDraws(work);
  for (const draw of draws) {
    const what = await misfitOf(work, draw);
    if (what) misfits.push({ day: draw.day, what });
  }
  return { draws: draws.length, misfits };
}

async function misfitOf(work: Work, { day, seed }: Draw): Promise<DrawMisfit['what'] | undefined> {
  const [digest] = await loadDigests(work, { from: day, to: day, limit: 1 });
  if (!digest?.digest.equals(seed)) return 'drawSeed';
  const kept = await loadCandidates(work, day);
  const settled = await loadSettledOn(work, spanOf(await calendarOf(work), day), drawableProcedures());
  const named = (all: readonly Pick<CandidateRow, 'procedureId' | 'number' | 'stratum' | 'oneIn'>[]) =>
    all
      .map(({ procedureId, number, stratum, oneIn }) => `${procedureId} ${number} ${stratum} ${oneIn}`)
      .sort()
      .join();
  if (named(kept) !== named(settled)) return 'drawCandidates';
  const drawn = kept
    .filter((one) => one.drawn)
    .map(({ number }) => number)
    .sort();
  return drawVisits(seed, kept).join() === drawn.join() ? undefined : 'drawResult';
}

/** Lists the days of which a draw is published, oldest first. */
export const listDrawDays = async (work: Work): Promise<string[]> => (await loadDraws(work)).map(({ day }) => day);

/** Finds what the draw of a day was made from and what was drawn, as it is published (回访抽样公示); undefined without one. */
export async function findDraw(work: Work, day: string) {
  const draw = (await loadDraws(work)).find((one) => one.day === day);
  return draw && { ...draw, candidates: await loadCandidates(work, day) };
}
