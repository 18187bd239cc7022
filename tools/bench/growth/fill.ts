import type pg from 'pg';
import { demoDistrictId } from '../../../db/demo/demo-district.ts';
import { makeRandom } from '../../../db/demo/random.ts';
import { openCopyIn } from './copy-in.ts';
import { putIndexesBack, setTriggers, takeIndexesOff } from './indexes.ts';
import { planCopies } from './plan-copies.ts';
import { columnsOfTables, matterTables, readSourceMatters, type Columns } from './source-matters.ts';
import { formatMatterNumber } from '../../../modules/matters/rules/matter-number.ts';
import { cutStencil, dayText, printSheet, type Print, type Sink, type Stencil } from './stencil.ts';
import { rollUps } from './roll-ups.ts';
import { withClient } from './store.ts';

/** At how many doors of one place the copies of a request are. */
const DOORS = 997;
const SAID_EVERY = 50_000;
const seed = 20_261_126;

/**
 * Fills a copy of the base up to a number of matters by COPY: rows of real steps under new ids, numbers and earlier days. Sums are
 * made again over all of them; the chains of the copies do not verify.
 */
export async function fillRecord(url: string, size: number, say: (text: string) => void): Promise<void> {
  await fillWithoutIndexes(url, say, async (owner) => {
    const columns = await columnsOfTables(owner);
    const sources = await readSourceMatters(owner, columns, demoDistrictId);
    const standing = await countStanding(owner);
    const count = Math.max(0, size - standing.all);
    const copies = planCopies(sources, { count, standing }, makeRandom(seed));
    const last = await loadNumbers(owner);
    const nextNumber = numberMonths(last);
    const write = await openWriter(url, columns);
    const stencils: (Stencil | undefined)[] = sources.map(() => undefined);
    const progress = makeProgress(count, say);
    for (let i = 0; i < copies.length; i += 1) {
      const at = copies.sourceAt(i);
      const stencil = (stencils[at] ??= cutStencil(sources[at] as (typeof sources)[number]));
      const shiftDays = copies.shiftDaysAt(i);
      await write.print(stencil, shiftDays, nextNumber(stencil.source.openedAtMs, shiftDays));
      progress(i + 1);
    }
    await write.end();
    await saveNumbers(owner, demoDistrictId, last);
  });
}

/** Takes the indexes off while `fill` runs, then makes sums, indexes and statistics. */
export async function fillWithoutIndexes(
  url: string,
  say: (text: string) => void,
  fill: (owner: pg.Client) => Promise<void>,
): Promise<void> {
  await withClient(url, async (owner) => {
    const definitions = await takeIndexesOff(owner);
    await setTriggers(owner, 'disable');
    await fill(owner);
    for (const { what, sql } of rollUps) {
      say(what);
      await owner.query(sql);
    }
    await setTriggers(owner, 'enable');
    await putIndexesBack(url, definitions, say);
    say('vacuum and statistics');
    await owner.query('vacuum (analyze, freeze)');
  });
}

async function countStanding(owner: pg.Client) {
  const { rows } = await owner.query<{ all: number; open: number }>(
    `select count(*)::int as all, (count(*) filter (where stage <> 'final'))::int as open from matters.matters`,
  );
  return rows[0] ?? { all: 0, open: 0 };
}

/** Says now and then how many of so many are written, and how fast. */
export function makeProgress(count: number, say: (text: string) => void): (done: number) => void {
  const startedAt = performance.now();
  return (done) => {
    if (done % SAID_EVERY !== 0) return;
    const perSecond = Math.round(done / ((performance.now() - startedAt) / 1000));
    say(`${done} of ${count} matters, ${perSecond} a second`);
  };
}

const DAY_MS = 86_400_000;

/** Gives running numbers of each month, in the order of asking. */
export function numberMonths(last: Map<string, number>) {
  return (openedAtMs: number, shiftDays: number): string => {
    const month = dayText(Math.floor(openedAtMs / DAY_MS) + shiftDays)
      .slice(2, 7)
      .replace('-', '');
    const running = (last.get(month) ?? 0) + 1;
    last.set(month, running);
    return formatMatterNumber(month, running);
  };
}

async function loadNumbers(owner: pg.Client): Promise<Map<string, number>> {
  const { rows } = await owner.query<{ month: string; last: number }>(
    'select month, last from matters.numbers where district_id = $1',
    [demoDistrictId],
  );
  return new Map(rows.map(({ month, last }) => [month, last]));
}

/** Keeps how far a district's numbers have run. */
export async function saveNumbers(
  owner: pg.Client,
  districtId: number,
  last: ReadonlyMap<string, number>,
): Promise<void> {
  await owner.query(
    `insert into matters.numbers (district_id, month, last) select $1, month, last from unnest($2::text[], $3::int[]) as n (month, last)
     on conflict (district_id, month) do update set last = excluded.last`,
    [districtId, [...last.keys()], [...last.values()]],
  );
}

/** Writes copies of matters into all their tables at once. */
export async function openWriter(url: string, columns: Columns) {
  const rows = await openCopyIn(
    url,
    matterTables.map(({ table }, at) => ({ table, columns: columns[at] ?? [] })),
  );
  let count = 0;
  return {
    print: async (
      stencil: Stencil,
      shiftDays: number,
      number: string,
      elsewhere?: Print['elsewhere'],
    ): Promise<void> => {
      // In the form and order of UUIDv7, by the instant of opening, as ids come in real life.
      const ms = Math.floor(stencil.source.openedAtMs + shiftDays * DAY_MS)
        .toString(16)
        .padStart(12, '0');
      const nextId = () => `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-${(++count).toString(16).padStart(12, '0')}`;
      const door = `-${count % DOORS}`;
      const print = { id: nextId(), number, shiftDays, nextId, door, ...(elsewhere ? { elsewhere } : {}) };
      for (const [at, sheet] of stencil.sheets.entries()) if (sheet) printSheet(sheet, print, rows.sinks[at] as Sink);
      await rows.drain();
    },
    end: () => rows.end(),
  };
}
