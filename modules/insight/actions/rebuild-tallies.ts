import type { Work } from '../../../platform/work.ts';
import { findProcedure } from '../../matters/index.ts';
import { tallyEntries } from '../rules/tally-entries.ts';
import { loadRecord, type RecordedMatter } from '../store/record-source.ts';
import { compareAreaDays, rebuildAreaDays } from '../store/area-day-store.ts';
import {
  clearStrayTallies,
  clearTallies,
  compareDays,
  compareTallies,
  insertTallies,
  lacksTallies,
  sumDays,
  type DayMisfit,
  type MatterTally,
  type TallyMisfit,
} from '../store/tally-store.ts';

const BATCH = 2000;
const SHOWN = 10;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Makes the tallies of a matter again; one whose procedure this program does not carry keeps its own. */
function tallyAll({ entries, procedureVersion, ...matter }: RecordedMatter): MatterTally[] | undefined {
  const procedure = findProcedure({ procedureId: matter.procedureId, procedureVersion });
  return procedure && tallyEntries(procedure, null, entries).map((tally) => ({ ...matter, ...tally }));
}

async function eachBatch(work: Work, run: (batch: readonly RecordedMatter[]) => Promise<void>): Promise<number> {
  let matters = 0;
  for (let after = FIRST; ;) {
    const batch = await loadRecord(work, after, BATCH);
    const last = batch.at(-1);
    if (!last) return matters;
    await run(batch);
    matters += batch.length;
    after = last.matterId;
  }
}

/**
 * Makes all tallies and sums of the district again from its timelines (重建汇总), in the caller's transaction. Nobody may add
 * to the record meanwhile. What is right already is left as it is: writing a tally costs several times as much as comparing it.
 *
 * @returns how many matters were counted
 */
export async function rebuildTallies(work: Work): Promise<number> {
  const isEmpty = await lacksTallies(work);
  const matters = await eachBatch(work, async (batch) => {
    const made = makeTallies(batch);
    const wrong = isEmpty ? made : await findWrong(work, made);
    if (!isEmpty) await clearTallies(work, [...wrong.keys()]);
    await insertTallies(work, [...wrong.values()].flat());
  });
  if (!isEmpty) await clearStrayTallies(work);
  if ((await compareDays(work, 1)).length > 0) await sumDays(work);
  await rebuildAreaDays(work);
  return matters;
}

type Made = ReadonlyMap<string, readonly MatterTally[]>;

/** What the record gives, by matter. */
const makeTallies = (batch: readonly RecordedMatter[]): Made =>
  new Map(
    batch.flatMap((matter) => {
      const tallies = tallyAll(matter);
      return tallies ? [[matter.matterId, tallies] as const] : [];
    }),
  );

async function findWrong(work: Work, made: Made): Promise<Made> {
  const misfits = await compareTallies(work, [...made.keys()], [...made.values()].flat());
  return new Map([...new Set(misfits.map(({ matterId }) => matterId))].map((id) => [id, made.get(id) ?? []]));
}

/** Makes them for a record that is older than they are; does nothing where there are some. */
export async function ensureTallies(work: Work): Promise<boolean> {
  if (!(await lacksTallies(work))) return false;
  await rebuildTallies(work);
  return true;
}

const compareAllDays = async (work: Work): Promise<DayMisfit[]> =>
  [...(await compareDays(work, SHOWN)), ...(await compareAreaDays(work, SHOWN))].slice(0, SHOWN);

export type TalliesVerified = {
  readonly matters: number;
  readonly tallies: readonly TallyMisfit[];
  readonly days: readonly DayMisfit[];
};

/**
 * Compares tallies and sums with the timelines they are made from (汇总核对): each tally with its entry, each sum with its tallies.
 *
 * @returns how many matters were looked at, and the first misfits of both kinds; undefined where none were made yet
 */
export async function verifyTallies(work: Work): Promise<TalliesVerified | undefined> {
  if (await lacksTallies(work)) return undefined;
  const tallies: TallyMisfit[] = [];
  const matters = await eachBatch(work, async (batch) => {
    if (tallies.length >= SHOWN) return;
    const made = makeTallies(batch);
    tallies.push(...(await compareTallies(work, [...made.keys()], [...made.values()].flat())));
  });
  return { matters, tallies: tallies.slice(0, SHOWN), days: await compareAllDays(work) };
}
