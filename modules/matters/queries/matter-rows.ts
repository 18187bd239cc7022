import { sql, type RawBuilder } from 'kysely';
import { say } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import '../words/index.ts';
import type { MatterRow, Stage } from '../contract/views.ts';
import { wordsOf } from '../kit/named.ts';
import type { ClockRun } from '../kit/matter.ts';
import type { WorkingCalendar } from '../rules/calendar.ts';
import { findProcedure } from '../rules/engine.ts';
import { calendarOf } from '../store/ground-store.ts';
import { loadWatched } from '../store/watch-store.ts';
import { asRun, type ClockColumns } from '../store/matter-row.ts';
import type { Cursor } from './cursor.ts';
import { viewClock } from './view-clock.ts';

type Row = {
  id: string;
  number: string;
  title: string;
  place: string;
  procedureId: string;
  procedureVersion: number;
  state: string;
  stage: Stage;
  outcome: string | null;
  communityZh: string | null;
  communityEn: string | null;
  holderZh: string;
  holderEn: string;
  personZh: string | null;
  personEn: string | null;
  offeredZh: string | null;
  offeredEn: string | null;
  openedAt: Date;
  lastAt: Date;
  seq: number;
  sortValue: string;
};

export type AskRows = {
  readonly conditions: readonly RawBuilder<unknown>[];
  /** Else the most urgent first. */
  readonly newestFirst: boolean;
  readonly limit: number;
};

/** Loads matters as the lines of a list (清单行) by conditions on `matters.matters m`; `last` gives the place after so many. */
export async function loadRows(
  work: Work,
  { conditions, newestFirst, limit }: AskRows,
): Promise<{ rows: MatterRow[]; last: (shown: number) => Cursor | undefined }> {
  const calendar = await calendarOf(work);
  const order = newestFirst ? sql`m.opened_at desc, m.id desc` : sql`m.next_due_at, m.id`;
  // The page first, then its names: with the names among the conditions a plan made for any values took seconds.
  const { rows } = await sql<Row>`
    select m.id, m.number, m.title, m.place, m.procedure_id as "procedureId", m.procedure_version as "procedureVersion",
      m.state, m.stage, m.outcome, c.name_zh as "communityZh", c.name_en as "communityEn",
      h.name_zh as "holderZh", h.name_en as "holderEn", p.name_zh as "personZh", p.name_en as "personEn",
      o.name_zh as "offeredZh", o.name_en as "offeredEn", m.opened_at as "openedAt", m.last_at as "lastAt", m.seq,
      to_json(${newestFirst ? sql`m.opened_at` : sql`m.next_due_at`})#>>'{}' as "sortValue"
    from (
      select * from matters.matters m where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit}
    ) m
    left join territory.areas c on c.district_id = m.district_id and c.code = m.community_code
    join bodies.bodies h on h.district_id = m.district_id and h.id = m.holder_body_id
    left join accounts.accounts p on p.district_id = m.district_id and p.id = m.holder_account_id
    left join bodies.bodies o on o.district_id = m.district_id and o.id = m.offer_body_id and o.id <> m.holder_body_id
    order by ${order}
  `.execute(work.db);
  const clocks = await loadOpenClocks(
    work,
    rows.map((row) => row.id),
  );
  const watched = await loadWatched(
    work,
    rows.map((row) => row.id),
  );
  return {
    rows: rows.map((row) => ({
      ...viewRow(row, clocks.get(row.id) ?? [], work.now, calendar),
      watched: watched.has(row.id),
    })),
    last: (shown) => {
      const row = rows[shown - 1];
      return row && { value: row.sortValue, id: row.id };
    },
  };
}

async function loadOpenClocks(work: Work, matterIds: readonly string[]): Promise<Map<string, ClockRun[]>> {
  if (matterIds.length === 0) return new Map();
  const rows = await work.db
    .selectFrom('matters.clocks')
    .selectAll()
    .where('district_id', '=', work.districtId)
    .where('matter_id', 'in', [...matterIds])
    .where('ended_at', 'is', null)
    .execute();
  const byMatter = new Map<string, ClockRun[]>();
  for (const row of rows as ClockColumns[])
    byMatter.set(row.matter_id, [...(byMatter.get(row.matter_id) ?? []), asRun(row)]);
  return byMatter;
}

/** A matter whose procedure is gone is listed all the same, so that nobody loses sight of it. */
function viewRow(
  row: Row,
  runs: readonly ClockRun[],
  now: Date,
  calendar: WorkingCalendar,
): Omit<MatterRow, 'watched'> {
  const procedure = findProcedure(row);
  const state = procedure?.states[row.state];
  const urgent = [...runs].sort((a, b) => (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity))[0];
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    place: row.place,
    community: both(row.communityZh, row.communityEn),
    state: row.state,
    stateName: state ? wordsOf(state) : say('matters', 'procedureGone', { version: row.procedureVersion }),
    stage: row.stage,
    outcome: row.outcome,
    holder: { body: { zh: row.holderZh, en: row.holderEn }, person: both(row.personZh, row.personEn) },
    offeredTo: both(row.offeredZh, row.offeredEn),
    clock: procedure && urgent ? viewClock(procedure, urgent, now, calendar) : null,
    seq: row.seq,
    openedAt: row.openedAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
  };
}

const both = (zh: string | null, en: string | null) => (zh === null ? null : { zh, en: en ?? zh });
