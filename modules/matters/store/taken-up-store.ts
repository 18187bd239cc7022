import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { TakenUp } from '../kit/facts.ts';
import { countTakenUp, takesUpOthers } from '../rules/taken-up.ts';

type Telling = { readonly procedureId: string; readonly version: number; readonly state: string };

const untold = sql`not exists (select from matters.timeline t where t.district_id = l.district_id
  and t.matter_id = l.to_matter_id and t.kind = 'taskMoved' and t.content->'task'->>'matterId' = l.from_matter_id::text)`;

/** Matters that ended by such a step, and of which some matter that they took up has not been told. */
export async function loadUntold(work: Work, telling: readonly Telling[], limit: number): Promise<string[]> {
  if (telling.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select distinct m.id from matters.matters m
    join jsonb_to_recordset(${JSON.stringify(telling)}::jsonb) as s ("procedureId" text, version int, state text)
      on m.procedure_id = s."procedureId" and m.procedure_version = s.version and m.state = s.state
    join matters.links l on l.district_id = m.district_id and l.from_matter_id = m.id and l.kind = 'takesUp'
    where m.district_id = ${work.districtId} and ${untold} limit ${limit}
  `.execute(work.db);
  return rows.map(({ id }) => id);
}

/** The matters that this one took up and that have not been told what came of it. */
export async function loadUntoldOf(work: Work, matterId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select l.to_matter_id as id from matters.links l
    where l.district_id = ${work.districtId} and l.from_matter_id = ${matterId}::uuid and l.kind = 'takesUp' and ${untold}
    order by l.to_matter_id
  `.execute(work.db);
  return rows.map(({ id }) => id);
}

/** How the matters that one took up stand (列入的事项); undefined for a procedure that takes up none. */
export async function loadTakenUp(work: Work, procedure: Procedure, matterId: string): Promise<TakenUp | undefined> {
  if (!takesUpOthers(procedure)) return undefined;
  const { rows } = await sql<{ stage: string | null; outcome: string | null }>`
    select m.stage, m.outcome from matters.links l
    left join matters.matters m on m.district_id = l.district_id and m.id = l.to_matter_id
    where l.district_id = ${work.districtId} and l.from_matter_id = ${matterId}::uuid and l.kind = 'takesUp'
  `.execute(work.db);
  return countTakenUp(rows.map(({ stage, outcome }) => (stage === null ? null : { stage, outcome })));
}
