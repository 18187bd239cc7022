import type { Work } from '../../../platform/work.ts';
import { spanOf } from '../rules/day-span.ts';
import { drawVisits } from '../rules/draw-visits.ts';
import { drawableProcedures, findProcedure } from '../rules/engine.ts';
import { loadDigests } from '../store/digest-store.ts';
import { calendarOf } from '../store/ground-store.ts';
import {
  loadCandidates,
  loadDaysWithoutDraw,
  loadDraws,
  loadSettledIn,
  loadToldDrawn,
  loadVersions,
  type CandidateRow,
  type Draw,
} from '../store/visit-store.ts';

/**
 * What does not fit in the draw of a day: none where one must be, another seed than its digest, others to draw from than
 * were settled and first held by that digest, or others drawn than the rule gives.
 */
export type DrawMisfit = {
  readonly day: string;
  readonly what: 'drawMissing' | 'drawSeed' | 'drawCandidates' | 'drawResult';
};

/**
 * Recomputes every draw of return visits (回访抽样复算) from the digests and timelines, and names each that does not fit. As each
 * digest has its draw, and each time that a matter was settled is held first by one digest, all were drawn from once, or
 * wait for the draw to come. Matters under a version that this program does not carry are passed over.
 */
export async function verifyDraws(work: Work): Promise<{ draws: number; misfits: DrawMisfit[] }> {
  const draws = await loadDraws(work);
  const told = await loadToldDrawn(work);
  const days = new Set(draws.map(({ day }) => day));
  const missing = new Set([...(await loadDaysWithoutDraw(work)), ...[...told.keys()].filter((day) => !days.has(day))]);
  const misfits: DrawMisfit[] = [...missing].map((day) => ({ day, what: 'drawMissing' }));
  for (const draw of draws) {
    const what = await misfitOf(work, draw, told.get(draw.day) ?? []);
    if (what) misfits.push({ day: draw.day, what });
  }
  return { draws: draws.length, misfits: misfits.toSorted((a, b) => a.day.localeCompare(b.day)) };
}

async function misfitOf(
  work: Work,
  { day, seed, rule }: Draw,
  told: readonly string[],
): Promise<DrawMisfit['what'] | undefined> {
  const [digest] = await loadDigests(work, { from: day, to: day, limit: 1 });
  if (!digest?.digest.equals(seed)) return 'drawSeed';
  const kept = await loadCandidates(work, day);
  const versions = await loadVersions(work, day);
  const settled = await loadSettledIn(work, { ...spanOf(await calendarOf(work), day), rule }, drawableProcedures());
  const isCarried = ({ matterId, procedureId }: CandidateRow): boolean => {
    const procedureVersion = versions.get(matterId);
    return procedureVersion === undefined || findProcedure({ procedureId, procedureVersion }) !== undefined;
  };
  if (nameAll(kept.filter(isCarried), rule) !== nameAll(settled, rule)) return 'drawCandidates';
  const drawn = kept.filter((one) => one.drawn);
  const isDrawn = new Set(drawn.map(({ matterId }) => matterId));
  if (told.some((matterId) => !isDrawn.has(matterId))) return 'drawResult';
  const numbers = drawn.map(({ number }) => number).sort();
  return drawVisits(seed, kept).join() === numbers.join() ? undefined : 'drawResult';
}

/** Before 0028 the sub-district was that of the instant of drawing, which cannot be told afterwards. */
const nameAll = (all: readonly Omit<CandidateRow, 'drawn'>[], rule: number): string =>
  all
    .map(({ procedureId, number, stratum, oneIn, isLate }) =>
      [procedureId, number, oneIn, ...(rule > 1 ? [stratum, isLate] : [])].join(' '),
    )
    .sort()
    .join();

/** Lists the days of which a draw is published, oldest first. */
export const listDrawDays = async (work: Work): Promise<string[]> => (await loadDraws(work)).map(({ day }) => day);

/** Finds what the draw of a day was made from and what was drawn, as it is published (回访抽样公示); undefined without one. */
export async function findDraw(work: Work, day: string) {
  const draw = (await loadDraws(work)).find((one) => one.day === day);
  return draw && { ...draw, candidates: await loadCandidates(work, day) };
}
