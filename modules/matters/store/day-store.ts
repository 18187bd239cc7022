import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

export type DayMark = {
  readonly id: string;
  readonly bodyId: string;
  readonly day: string;
  readonly kind: 'closed' | 'opened';
  readonly at: Date;
  readonly accountId: string;
  readonly stayed: number;
};

const columns = sql`id, body_id as "bodyId", to_char(day, 'YYYY-MM-DD') as day, kind, at, account_id as "accountId", stayed`;

export async function insertDayMark(work: Work, mark: DayMark): Promise<void> {
  await sql`insert into matters.day_closes (district_id, id, body_id, day, kind, at, account_id, stayed, turn)
    values (${work.districtId}, ${mark.id}, ${mark.bodyId}, ${mark.day}::date, ${mark.kind}, ${mark.at},
      ${mark.accountId}, ${mark.stayed},
      (select coalesce(max(turn), 0) + 1 from matters.day_closes
        where district_id = ${work.districtId} and body_id = ${mark.bodyId}::uuid and day = ${mark.day}::date))`.execute(
    work.db,
  );
}

export async function findDayMark(work: Work, id: string): Promise<DayMark | undefined> {
  const { rows } = await sql<DayMark>`select ${columns} from matters.day_closes
    where district_id = ${work.districtId} and id = ${id}::uuid`.execute(work.db);
  return rows[0];
}

/** The mark that holds for each of these bodies on a day (日清记录); a body that did nothing has none. */
export async function loadDayMarks(
  work: Work,
  day: string,
  bodyIds: readonly string[],
): Promise<ReadonlyMap<string, DayMark>> {
  const { rows } = await sql<DayMark>`select distinct on (body_id) ${columns} from matters.day_closes
    where district_id = ${work.districtId} and day = ${day}::date and body_id = any (${[...bodyIds]}::uuid[])
    order by body_id, turn desc`.execute(work.db);
  return new Map(rows.map((mark) => [mark.bodyId, mark]));
}

/** Makes those who close and open the day of one body follow each other. */
export async function queueByDay(work: Work, bodyId: string, day: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`day:${work.districtId}:${bodyId}:${day}`}, 0))`.execute(
    work.db,
  );
}
