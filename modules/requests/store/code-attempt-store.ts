import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/** Holds a number until the end of the work, so that people who try codes for it at once follow each other. */
export async function holdNumber(work: Work, number: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`code:${work.districtId}:${number}`}, 0))`.execute(work.db);
}
