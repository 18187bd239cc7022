import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/** Lets only one at a time open root-cause items in a district, a person or a timer, until the transaction ends. */
export async function queueRootCauses(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`root-causes:${work.districtId}`}, 0))`.execute(work.db);
}
