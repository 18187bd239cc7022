import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { subdistrictOf } from '../../territory/index.ts';
import type { Outcome } from '../kit/define-procedure.ts';
import type { Candidate } from '../rules/draw-visits.ts';

export type CandidateRow = Candidate & {
  readonly matterId: string;
  readonly drawn: boolean;
  /** Settled on an earlier day, and written when the digest of that day was made already. */
  readonly isLate: boolean;
};
/** By which rule a draw finds what it is made from: those before 0028 took only what was settled on the day itself. */
export const DRAW_RULE = 2;
/** Which matters of a version may be drawn. */
export type Drawable = {
  readonly procedureId: string;
  readonly version: number;
  readonly state: string;
  readonly outcomes: readonly Outcome[];
  readonly oneIn: number;
};

/** Takes the drawing of this district for this transaction; false when another server has it. */
export async function holdDrawing(work: Work): Promise<boolean> {
  const { rows } = await sql<{ isHeld: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${work.districtId}:visits`}, 0)) as "isHeld"
  `.execute(work.db);
  return rows[0]?.isHeld === true;
}

/** The oldest day with a digest and without a draw, after the last draw; the newest one when none was ever drawn. */
export async function findDayToDraw(work: Work): Promise<{ day: string; digest: Buffer } | undefined> {
  const { rows } = await sql<{ day: string; digest: Buffer }>`
    with last as (select max(day) as day from matters.visit_draws where district_id = ${work.districtId})
    select d.day, d.digest from matters.digests d, last
    where d.district_id = ${work.districtId}
      and d.day > coalesce(last.day,
        (select max(day) - 1 from matters.digests where district_id = ${work.districtId}))
    order by d.day limit 1
  `.execute(work.db);
  return rows[0];
}

/**
 * What was settled and is held by the digest of a day before any other (首次入摘要), from the leaves of the digest and the
 * timelines up to them: whatever happened to a matter later changes nothing, and whatever a clock said, each time that a
 * matter was settled is held first by one digest.
 *
 * What the first digest of a district holds of earlier days had ended before the district began. By the first rule,
 * nothing of earlier days was drawn from at all.
 */
export async function loadSettledIn(
  work: Work,
  { day, from, rule }: { readonly day: string; readonly from: Date; readonly rule: number },
  drawable: readonly Drawable[],
): Promise<Omit<CandidateRow, 'drawn'>[]> {
  if (drawable.length === 0) return [];
  const { rows } = await sql<Omit<CandidateRow, 'drawn' | 'stratum'> & { areaCode: string }>`
    select m.id as "matterId", m.number, m.procedure_id as "procedureId", r."oneIn",
      coalesce(passed.area, m.opened_in) as "areaCode", moved.at < ${from} as "isLate"
    from matters.digest_leaves l
    join matters.matters m on m.district_id = l.district_id and m.id = l.matter_id
    join jsonb_to_recordset(${JSON.stringify(drawable)}::jsonb)
      as r ("procedureId" text, version int, state text, outcomes jsonb, "oneIn" int)
      on r."procedureId" = m.procedure_id and r.version = m.procedure_version
    cross join lateral (
      select t.seq, t.at, t.content->>'to' as state from matters.timeline t
      where t.district_id = l.district_id and t.matter_id = l.matter_id and t.seq <= l.seq
        and t.kind = 'stepTaken' and t.content->>'from' <> t.content->>'to'
      order by t.seq desc limit 1) moved
    cross join lateral (
      select t.content->>'concludes' as outcome from matters.timeline t
      where t.district_id = l.district_id and t.matter_id = l.matter_id and t.seq <= l.seq
        and t.kind = 'stepTaken' and t.content ? 'concludes'
      order by t.seq desc limit 1) concluded
    left join lateral (
      select t.content->>'toArea' as area from matters.timeline t
      where t.district_id = l.district_id and t.matter_id = l.matter_id and t.seq <= l.seq and t.kind = 'areaPassed'
      order by t.seq desc limit 1) passed on true
    where l.district_id = ${work.districtId} and l.day = ${day}::date
      and moved.state = r.state and r.outcomes ? concluded.outcome
      and moved.seq > coalesce((
        select max(before.seq) from matters.digest_leaves before
        where before.district_id = l.district_id and before.matter_id = l.matter_id and before.seq < l.seq), 0)
      and (moved.at >= ${from} or (${rule}::int > 1 and exists (
        select from matters.digests d where d.district_id = l.district_id and d.day < l.day)))
    order by m.procedure_id, m.number
  `.execute(work.db);
  return rows.map(({ areaCode, ...one }) => ({ ...one, stratum: subdistrictOf(areaCode) ?? String(work.districtId) }));
}

export async function saveDraw(
  work: Work,
  {
    day,
    digest,
    candidates,
  }: { readonly day: string; readonly digest: Buffer; readonly candidates: readonly CandidateRow[] },
): Promise<void> {
  await work.db
    .insertInto('matters.visit_draws')
    .values({ district_id: work.districtId, day, seed: digest, made_at: work.now, rule: DRAW_RULE })
    .execute();
  if (candidates.length === 0) return;
  await work.db
    .insertInto('matters.visit_candidates')
    .values(
      candidates.map(({ procedureId, stratum, number, oneIn, drawn, isLate, matterId }) => ({
        district_id: work.districtId,
        day,
        procedure_id: procedureId,
        stratum,
        number,
        one_in: oneIn,
        drawn,
        late: isLate,
        matter_id: matterId,
      })),
    )
    .execute();
}

export type Draw = { readonly day: string; readonly seed: Buffer; readonly rule: number };

/** Every draw, oldest first. */
export const loadDraws = (work: Work): Promise<Draw[]> =>
  work.db
    .selectFrom('matters.visit_draws')
    .select(['day', 'seed', 'rule'])
    .where('district_id', '=', work.districtId)
    .orderBy('day')
    .execute();

/** Days between the first draw and the last that have a digest and no draw, or candidates and no draw, oldest first. */
export async function loadDaysWithoutDraw(work: Work): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    with drawn as (
      select day from matters.visit_draws where district_id = ${work.districtId}),
    held as (
      select day from matters.digests
      where district_id = ${work.districtId} and day between (select min(day) from drawn) and (select max(day) from drawn)
      union select day from matters.visit_candidates where district_id = ${work.districtId})
    select day from held where day not in (select day from drawn) order by day
  `.execute(work.db);
  return rows.map(({ day }) => day);
}

/** What the draw of a day was made from, in the order of numbers. */
export async function loadCandidates(work: Work, day: string): Promise<CandidateRow[]> {
  return work.db
    .selectFrom('matters.visit_candidates')
    .select([
      'procedure_id as procedureId',
      'stratum',
      'number',
      'one_in as oneIn',
      'drawn',
      'late as isLate',
      'matter_id as matterId',
    ])
    .where('district_id', '=', work.districtId)
    .where('day', '=', day)
    .orderBy('procedure_id')
    .orderBy('number')
    .execute();
}

/** Under which version of its procedure each matter stands that the draw of a day was made from; none for one that is gone. */
export async function loadVersions(work: Work, day: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ matterId: string; version: number }>`
    select m.id as "matterId", m.procedure_version as version from matters.visit_candidates c
    join matters.matters m on m.district_id = c.district_id and m.id = c.matter_id
    where c.district_id = ${work.districtId} and c.day = ${day}::date
  `.execute(work.db);
  return new Map(rows.map(({ matterId, version }) => [matterId, version]));
}

/** Which matters say on their timeline that they were drawn, by the day of the draw. */
export async function loadToldDrawn(work: Work): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ day: string; matterIds: string[] }>`
    select content->>'day' as day, array_agg(matter_id::text) as "matterIds" from matters.timeline
    where district_id = ${work.districtId} and kind = 'drawnForVisit' group by 1
  `.execute(work.db);
  return new Map(rows.map(({ day, matterIds }) => [day, matterIds]));
}
