import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

export type Advice = {
  readonly matterId: string;
  readonly seq: number;
  readonly question: string;
  readonly advice: string;
  readonly bodyId: string;
};

export async function insertAdvice(work: Work, row: Advice): Promise<void> {
  await sql`
    insert into coordination.advice (district_id, matter_id, seq, question, advice, body_id, at)
    values (${work.districtId}, ${row.matterId}::uuid, ${row.seq}, ${row.question}, ${row.advice}, ${row.bodyId}::uuid, ${work.now})
    on conflict do nothing
  `.execute(work.db);
}
