import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Attempts } from '../rules/follow-lock.ts';

/** Wrong codes tried for a number; two people trying at once follow each other. */
export async function loadAttemptsForChange(work: Work, subject: string): Promise<Attempts | undefined> {
  const alone = sql`select pg_advisory_xact_lock(hashtextextended(${`code:${work.districtId}:${subject}`}, 0))`.execute(
    work.db,
  );
  const found = work.db
    .selectFrom('requests.code_attempts')
    .select(['failed', 'since'])
    .where('district_id', '=', work.districtId)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return (await Promise.all([found, alone]))[0];
}

export async function saveAttempts(work: Work, subject: string, { failed, since }: Attempts): Promise<void> {
  await work.db
    .insertInto('requests.code_attempts')
    .values({ district_id: work.districtId, subject, failed, since })
    .onConflict((c) => c.columns(['district_id', 'subject']).doUpdateSet({ failed, since }))
    .execute();
}

export async function deleteAttempts(work: Work, subject: string): Promise<void> {
  await work.db
    .deleteFrom('requests.code_attempts')
    .where('district_id', '=', work.districtId)
    .where('subject', '=', subject)
    .execute();
}
