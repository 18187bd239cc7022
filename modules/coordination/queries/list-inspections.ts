import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { readMatterNumber, type MatterStanding } from '../../matters/index.ts';
import { supervisionOrder } from '../procedures/supervision-order.ts';
import { ofProcedures } from './of-procedures.ts';

/** An order or an urging that names a target by its number. */
export type Inspection = { readonly id: string; readonly number: string };

/**
 * The supervision orders about each of these targets (部署有没有督查), by the number that an order says it is about; a target without any is
 * one that nobody has inspected yet.
 *
 * @source catalogue S122 (有部署就有督查)
 */
export async function listInspections(
  work: Work,
  targets: readonly MatterStanding[],
): Promise<ReadonlyMap<string, Inspection[]>> {
  if (targets.length === 0) return new Map();
  const since = new Date(Math.min(...targets.map(({ openedAt }) => openedAt.getTime())));
  const { rows } = await sql<Inspection & { about: string }>`
    select m.id, m.number, w.text as about from matters.matters m
    join matters.words w on w.district_id = m.district_id and w.matter_id = m.id and w.seq = 1 and w.name = 'about'
    where m.district_id = ${work.districtId} and ${ofProcedures(supervisionOrder.id)}
      and m.last_at >= ${since} and m.opened_at >= ${since} and m.outcome is distinct from 'withdrawn'
    order by m.opened_at desc
  `.execute(work.db);
  const byNumber = Map.groupBy(rows, ({ about }) => readMatterNumber(about) ?? about.trim());
  return new Map(
    targets.map(({ id, number }) => [
      id,
      (byNumber.get(number) ?? []).map((one) => ({ id: one.id, number: one.number })),
    ]),
  );
}
