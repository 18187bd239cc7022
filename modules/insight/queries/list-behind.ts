import { sql, type RawBuilder } from 'kysely';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { readCursor, writeCursor } from '../../matters/index.ts';
import { standings, type Standing } from '../contract/measure.ts';
import type { BehindAsk, BehindPage, BehindRow } from '../contract/views.ts';
import { midnightOf, standingWhere } from './count-standing.ts';
import { matterWhere, partDigits, readReach, tallyWhere, type Reach, type ReachRefusal } from './read-reach.ts';
import { nameAreas, nameBodies, sayState } from './say-names.ts';

const PAGE = 50;
const DAY_MS = 86_400_000;

type Row = {
  id: string;
  number: string;
  title: string;
  areaCode: string | null;
  holderId: string;
  procedure: string;
  version: number;
  state: string;
  openedAt: Date;
  dueAt: Date | null;
  at: Date | null;
  key: string;
};

/**
 * Lists the matters behind a figure (数字背后的事项), one page by key: what stands open by what is due first, what happened by
 * when it happened, the newest first. It counts them by the same conditions as the figure.
 *
 * @returns the page; or a refusal of {@link readReach}, or `page.bad_cursor`
 */
export async function listBehind(
  work: Work,
  ask: BehindAsk,
): Promise<Result<BehindPage, ReachRefusal | 'page.bad_cursor'>> {
  const read = await readReach(work, ask.area);
  if (!read.ok) return read;
  const cursor = ask.after === undefined ? null : readCursor(ask.after);
  if (cursor === undefined) return refuse('page.bad_cursor');
  const reach = read.value;
  const standing = standings.find((one) => one === ask.of);
  const { rows, total, elsewhere } = standing
    ? await listStanding(work, reach, ask, standing, cursor)
    : await listTallied(work, reach, ask, cursor);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return done({
    reach: reach.view,
    place: ask.place && reach.bodyId !== null ? ((await nameAreas(work, [ask.place])).get(ask.place) ?? null) : null,
    total,
    elsewhere,
    rows: await viewRows(work, shown),
    next: rows.length > PAGE && last ? writeCursor({ value: last.key, id: last.id }) : null,
  });
}

type Cursor = { readonly value: string; readonly id: string } | null;
type Found = { readonly rows: readonly Row[]; readonly total: number; readonly elsewhere: number };

const face = sql`m.id, m.number, m.title, coalesce(m.community_code, m.subdistrict_code) as "areaCode", m.holder_body_id as "holderId",
  m.procedure_id as procedure, m.procedure_version as version, m.state, m.opened_at as "openedAt",
  nullif(m.next_due_at, 'infinity') as "dueAt"`;
const and = (conditions: readonly RawBuilder<unknown>[]) => sql<boolean>`${sql.join(conditions, sql` and `)}`;

async function listStanding(work: Work, reach: Reach, ask: BehindAsk, of: Standing, cursor: Cursor): Promise<Found> {
  const where = and([
    sql`m.district_id = ${work.districtId}`,
    standingWhere(of, work.now, await midnightOf(work)),
    matterWhere(reach),
    ...(ask.place && reach.bodyId !== null ? [sql`left(m.area_code, ${partDigits.body}) = ${ask.place}`] : []),
    ...(ask.own && reach.view.area !== null ? [sql`m.area_code = ${reach.view.area}`] : []),
    ...(ask.holder ? [sql`m.holder_body_id = ${ask.holder}::uuid`] : []),
    ...(ask.procedure ? [sql`m.procedure_id = ${ask.procedure}`] : []),
    ...(ask.state ? [sql`m.state = ${ask.state}`] : []),
    ...openedWhere(ask, work.now),
  ]);
  const { rows: counted } = await sql<{
    n: number;
  }>`select count(*)::int as n from matters.matters m where ${where}`.execute(work.db);
  const after = cursor ? sql`and (m.next_due_at, m.id) > (${cursor.value}::timestamptz, ${cursor.id}::uuid)` : sql``;
  const { rows } = await sql<Row>`
    select ${face}, null as at, to_json(m.next_due_at)#>>'{}' as key from matters.matters m
    where ${where} ${after} order by m.next_due_at, m.id limit ${PAGE + 1}
  `.execute(work.db);
  return { rows, total: counted[0]?.n ?? 0, elsewhere: 0 };
}

/** Open for so many whole days, counted as the bands of age are. */
function openedWhere({ fromDays, belowDays }: BehindAsk, now: Date) {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return [
    ...(fromDays === undefined || fromDays === 0 ? [] : [sql`m.opened_at <= ${ago(fromDays)}`]),
    ...(belowDays === undefined ? [] : [sql`m.opened_at > ${ago(belowDays)}`]),
  ];
}

async function listTallied(work: Work, reach: Reach, ask: BehindAsk, cursor: Cursor): Promise<Found> {
  const where = and([
    sql`t.district_id = ${work.districtId}`,
    sql`t.measure = ${ask.of}`,
    tallyWhere(reach),
    ...(ask.detail === undefined ? [] : [sql`t.detail = ${ask.detail}`]),
    ...(ask.subject === undefined ? [] : [sql`t.subject = ${ask.subject}`]),
    ...(ask.procedure ? [sql`t.procedure_id = ${ask.procedure}`] : []),
    ...(ask.from ? [sql`t.on_day >= ${ask.from}::date`] : []),
    ...(ask.until ? [sql`t.on_day <= ${ask.until}::date`] : []),
  ]);
  const joined = sql`insight.tallies t left join matters.matters m on m.district_id = t.district_id and m.id = t.matter_id`;
  const { rows: counted } = await sql<{ n: number; seen: number }>`
    select count(*)::int as n, count(m.id)::int as seen from ${joined} where ${where}`.execute(work.db);
  const after = cursor ? sql`and (t.at, t.matter_id) < (${cursor.value}::timestamptz, ${cursor.id}::uuid)` : sql``;
  const { rows } = await sql<Row>`
    select ${face}, t.at, to_json(t.at)#>>'{}' as key from ${joined}
    where ${where} and m.id is not null ${after} order by t.at desc, t.matter_id desc limit ${PAGE + 1}
  `.execute(work.db);
  const { n = 0, seen = 0 } = counted[0] ?? {};
  return { rows, total: n, elsewhere: n - seen };
}

async function viewRows(work: Work, rows: readonly Row[]): Promise<BehindRow[]> {
  const areas = await nameAreas(
    work,
    rows.flatMap(({ areaCode }) => areaCode ?? []),
  );
  const bodies = await nameBodies(
    work,
    rows.map(({ holderId }) => holderId),
  );
  return rows.map(({ areaCode, holderId, procedure, version, state, openedAt, dueAt, at, id, number, title }) => ({
    id,
    number,
    title,
    area: (areaCode === null ? undefined : areas.get(areaCode)) ?? null,
    holder: bodies.get(holderId) ?? { zh: '', en: '' },
    state: sayState({ procedure, version, state }),
    openedAt: openedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    at: at?.toISOString() ?? null,
  }));
}
