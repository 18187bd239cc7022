import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Outcome } from '../kit/define-procedure.ts';
import type { Candidate } from '../rules/draw-visits.ts';

export type CandidateRow = Candidate & { readonly matterId: string; readonly drawn: boolean };
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
 * What was settled on a day, from the leaves of its digest and the timelines up to them: whatever happened to a matter
 * later changes nothing.
 */
export async function loadSettledOn(
  work: Work,
  { day, from, to }: { readonly day: string; readonly from: Date; readonly to: Date },
  drawable: readonly Drawable[],
): Promise<(Candidate & { matterId: string })[]> {
  if (drawable.length === 0) return [];
  const { rows } = await sql<Candidate & { matterId: string }>`
    select m.id as "matterId", m.number, m.procedure_id as "procedureId", r."oneIn",
      coalesce(m.subdistrict_code, ${String(work.districtId)}) as stratum
    from matters.digest_leaves l
    join matters.matters m on m.district_id = l.district_id and m.id = l.matter_id
    join jsonb_to_recordset(${JSON.stringify(drawable)}::jsonb)
      as r ("procedureId" text, version int, state text, outcomes jsonb, "oneIn" int)
      on r."procedureId" = m.procedure_id and r.version = m.procedure_version
    cross join lateral (
      select t.at, t.content->>'to' as state from matters.timeline t
      where t.district_id = l.district_id and t.matter_id = l.matter_id and t.seq <= l.seq
        and t.kind = 'stepTaken' and t.content->>'from' <> t.content->>'to'
      order by t.seq desc limit 1) moved
    cross join lateral (
      select t.content->>'concludes' as outcome from matters.timeline t
      where t.district_id = l.district_id and t.matter_id = l.matter_id and t.seq <= l.seq
        and t.kind = 'stepTaken' and t.content ? 'concludes'
      order by t.seq desc limit 1) concluded
    where l.district_id = ${work.districtId} and l.day = ${day}::date
      and moved.at >= ${from} and moved.at < ${to} and moved.state = r.state and r.outcomes ? concluded.outcome
    order by m.procedure_id, m.number
  `.execute(work.db);
  return rows;
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
    .values({ district_id: work.districtId, day, seed: digest, made_at: work.now })
    .execute();
  if (candidates.length === 0) return;
  await work.db
    .insertInto('matters.visit_candidates')
    .values(
      candidates.map(({ procedureId, stratum, number, oneIn, drawn, matterId }) => ({
        district_id: work.districtId,
        day,
        procedure_id: procedureId,
        stratum,
        number,
        one_in: oneIn,
        drawn,
        matter_id: matterId,
      })),
    )
    .execute();
}

export type Draw = { readonly day: string; readonly seed: Buffer };

/** Every draw, oldest first. */
export const loadDraws = (work: Work): Promise<Draw[]> =>
  work.db
    .selectFrom('matters.visit_draws')
    .select(['day', 'seed'])
    .where('district_id', '=', work.districtId)
    .orderBy('day')
    .execute();

/** What the draw of a day was made from, in the order of numbers. */
export async function loadCandidates(work: Work, day: string): Promise<CandidateRow[]> {
  return work.db
    .selectFrom('matters.visit_candidates')
    .select(['procedure_id as procedureId', 'stratum', 'number', 'one_in as oneIn', 'drawn', 'matter_id as matterId'])
    .where('district_id', '=', work.districtId)
    .where('day', '=', day)
    .orderBy('procedure_id')
    .orderBy('number')
    .execute();
}
