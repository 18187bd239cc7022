import type { Work } from '../../../platform/work.ts';
import { listLineage } from '../../territory/index.ts';

export type CountRow = {
  readonly areaCode: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly n: number;
};

/**
 * Lists how many matters of a procedure stand in each state, by the area in which they were opened, from the roll-up
 * (事项计数): what was opened in a community before it merged stays counted there.
 *
 * @param ask `withPredecessors`: also what was opened in the communities that merged into this one
 */
export async function listCounts(
  work: Work,
  ask: { readonly procedureId: string; readonly underArea?: string; readonly withPredecessors?: boolean },
): Promise<CountRow[]> {
  const under = ask.underArea ?? '';
  const codes = ask.withPredecessors && under !== '' ? await listLineage(work, under) : [under];
  const rows = await work.db
    .selectFrom('matters.counts')
    .select(({ fn }) => ['area_code', 'state', 'outcome', fn.sum<string>('n').as('n')])
    .where('district_id', '=', work.districtId)
    .where('procedure_id', '=', ask.procedureId)
    .where((eb) => eb.or(codes.map((code) => eb.and([eb('area_code', '>=', code), eb('area_code', '<', `${code}~`)]))))
    .groupBy(['area_code', 'state', 'outcome'])
    .execute();
  return rows.map((row) => ({
    areaCode: row.area_code,
    state: row.state,
    outcome: row.outcome || null,
    n: Number(row.n),
  }));
}
