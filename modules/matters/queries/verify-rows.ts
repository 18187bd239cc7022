import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { printCalendar } from '../rules/calendar-print.ts';
import { yearOf } from '../rules/calendar.ts';
import { findProcedure, newestProcedures } from '../rules/engine.ts';
import type { Ground } from '../rules/progress.ts';
import { partsUnlike, replay, type ByThisCalendar, type KeptEntry, type RowPart } from '../rules/replay.ts';
import { loadCalendar, loadOwnDays } from '../store/calendar-store.ts';
import { calendarOf, groundOf } from '../store/ground-store.ts';
import { asLoaded } from '../store/matter-row.ts';

export type RowMisfit = { readonly matterId: string; readonly row: RowPart };

const BATCH = 200;

/**
 * Replays every timeline in scope (现状校验) and names each matter of which state, holding, outcome or limits are not what its timeline
 * gives: those stand in rows that the application may change, beside a timeline that it may not. A matter whose version is gone
 * is passed over. Due instants are compared as far as the calendar by which they were counted still holds.
 *
 * @throws when no procedure is installed: then every matter would be passed over
 */
export async function verifyRows(work: Work): Promise<RowMisfit[]> {
  if (newestProcedures().length === 0) throw new Error('no procedure is installed, so nothing can be replayed');
  const by = await findComparable(work);
  const grounds = new Map<string, Ground | undefined>();
  const groundFor = async (under: { procedureId: string; procedureVersion: number }): Promise<Ground | undefined> => {
    const key = `${under.procedureId} ${under.procedureVersion}`;
    const procedure = findProcedure(under);
    if (!grounds.has(key)) grounds.set(key, procedure && (await groundOf(work, procedure)));
    return grounds.get(key);
  };
  const misfits: RowMisfit[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const batch = await loadBatch(work, after);
    for (const { loaded, entries } of batch) {
      const { matter } = loaded;
      const ground = await groundFor(matter);
      const [first, ...later] = entries;
      if (!ground || first?.kind !== 'opened') continue;
      const replayed = replay(ground, matter.id, [first, ...later]);
      misfits.push(...partsUnlike(matter, replayed, by).map((row) => ({ matterId: matter.id, row })));
    }
    const last = batch.at(-1);
    if (!last) return misfits;
    after = last.loaded.matter.id;
  }
}

async function findComparable(work: Work): Promise<ByThisCalendar> {
  const calendar = await calendarOf(work);
  const kept = await loadCalendar(work);
  const print = printCalendar(calendar, yearOf(calendar.dayOf(work.now)));
  const isStatutory = !kept?.timetable && !kept?.announcedYears.length && (await loadOwnDays(work)).size === 0;
  return { running: kept?.countedBy === print || isStatutory, ended: isStatutory };
}

async function loadBatch(work: Work, after: string) {
  const rows = await work.db
    .selectFrom('matters.matters')
    .selectAll()
    .where('district_id', '=', work.districtId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
    .execute();
  const ids = rows.map(({ id }) => id);
  const clocks = await work.db
    .selectFrom('matters.clocks')
    .selectAll()
    .where('district_id', '=', work.districtId)
    .where('matter_id', 'in', ids.length > 0 ? ids : [after])
    .execute();
  const { rows: entries } = await sql<KeptEntry & { matterId: string }>`
    select matter_id as "matterId", seq, at, kind, content from matters.timeline
    where district_id = ${work.districtId} and matter_id = any(${ids}::uuid[]) order by matter_id, seq
  `.execute(work.db);
  const clocksOf = Map.groupBy(clocks, ({ matter_id: id }) => id);
  const entriesOf = Map.groupBy(entries, ({ matterId }) => matterId);
  return rows.map((row) => ({
    loaded: asLoaded(row, clocksOf.get(row.id) ?? []),
    entries: entriesOf.get(row.id) ?? [],
  }));
}
