import type { Work } from '../../../platform/work.ts';

export type CountRow = {
  readonly areaCode: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly n: number;
};

/** Lists how many matters of a procedure stand in each state, by area, from the roll-up (事项计数). */
export async function listCounts(
  work: Work,
  ask: { readonly procedureId: string; readonly underArea?: string },
): Promise<CountRow[]> {
  const rows = await work.db
    .selectFrom('matters.counts')
    .select(({ fn }) => ['area_code', 'state', 'outcome', fn.sum<string>('n').as('n')])
    .where('district_id', '=', work.districtId)
    .where('procedure_id', '=', ask.procedureId)
    .where('area_code', '>=', ask.underArea ?? '')
    .where('area_code', '<', `${ask.underArea ?? ''}~`)
    .groupBy(['area_code', 'state', 'outcome'])
    .execute();
  return rows.map((row) => ({
    areaCode: row.area_code,
    state: row.state,
    outcome: row.outcome || null,
    n: Number(row.n),
  }));
}
