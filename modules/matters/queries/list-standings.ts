import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Stage } from '../contract/views.ts';
import { wordsOf, type Named } from '../kit/named.ts';
import { findProcedure } from '../rules/engine.ts';

/** How a matter stands, without a word of what was said in it. */
export type MatterStanding = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly procedureId: string;
  readonly state: string;
  readonly stateName: Named;
  /** The same in the language of the stairwell. */
  readonly plain: Named;
  readonly stage: Stage;
  readonly outcome: string | null;
  readonly areaCode: string;
  readonly holderBodyId: string;
  readonly firstBodyId: string;
  readonly openedAt: Date;
  readonly lastAt: Date;
  /** When the next limit runs out; null: none runs. */
  readonly dueAt: Date | null;
  /** How many of its limits ran out. */
  readonly missed: number;
};

/** How these matters stand (办到哪一步), by id, as far as they lie in the scope of the work. */
export async function listStandings(
  work: Work,
  matterIds: readonly string[],
): Promise<ReadonlyMap<string, MatterStanding>> {
  if (matterIds.length === 0) return new Map();
  const { rows } = await sql<Omit<MatterStanding, 'stateName' | 'plain'> & { procedureVersion: number }>`
    select m.id, m.number, m.title, m.procedure_id as "procedureId", m.procedure_version as "procedureVersion", m.state, m.stage,
      m.outcome, m.area_code as "areaCode", m.holder_body_id as "holderBodyId", m.first_contact_body_id as "firstBodyId",
      m.opened_at as "openedAt", m.last_at as "lastAt",
      case when m.next_due_at = 'infinity' then null else m.next_due_at end as "dueAt",
      (select count(*)::int from matters.clocks c
        where c.district_id = m.district_id and c.matter_id = m.id and c.missed_at is not null) as missed
    from matters.matters m where m.district_id = ${work.districtId} and m.id = any (${[...new Set(matterIds)]}::uuid[])
  `.execute(work.db);
  return new Map(
    rows.map(({ procedureVersion, ...row }) => {
      const procedure = findProcedure({ procedureId: row.procedureId, procedureVersion });
      const state = procedure?.states[row.state];
      const unknown = { zh: row.state, en: row.state };
      const stateName = state ? wordsOf(state) : unknown;
      return [row.id, { ...row, stateName, plain: state ? wordsOf(state.plain) : unknown }];
    }),
  );
}
