import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { AttemptFacts } from '../rules/attempt.ts';

const hex = (subject: Buffer): string => subject.toString('hex');

/** Tries under these subjects, each locked in one order, so that two at once follow each other and never wait in a ring. */
export async function loadAttemptsForChange(work: Work, subjects: readonly Buffer[]): Promise<AttemptFacts[]> {
  const keys = subjects.map(hex);
  // One statement, so that a row that somebody else takes away meanwhile is made anew, not missed.
  const { rows } = await sql<AttemptFacts & { subject: Buffer }>`
    insert into accounts.attempts as a (district_id, subject, failed, since)
    select ${work.districtId}::int, decode(s, 'hex'), 0, ${work.now}::timestamptz
    from (select distinct unnest(${keys}::text[]) as s order by s) as k
    on conflict (district_id, subject) do update set failed = a.failed
    returning subject, failed, since, closed_until as "closedUntil"
  `.execute(work.db);
  return subjects.map((subject) => {
    const row = rows.find((one) => one.subject.equals(subject));
    if (!row) throw new Error('a count of tries was not kept');
    return row;
  });
}

export async function saveAttempt(work: Work, subject: Buffer, facts: AttemptFacts): Promise<void> {
  await sql`
    update accounts.attempts
    set failed = ${facts.failed}, since = ${facts.since}, closed_until = ${facts.closedUntil}
    where district_id = ${work.districtId} and subject = ${subject}
  `.execute(work.db);
}

export async function removeAttempt(work: Work, subject: Buffer): Promise<void> {
  await sql`
    delete from accounts.attempts where district_id = ${work.districtId} and subject = ${subject}
  `.execute(work.db);
}

/** Forgets counts that no longer close anything: a day is longer than any closing. */
export async function removeOldAttempts(work: Work): Promise<void> {
  await sql`
    delete from accounts.attempts
    where district_id = ${work.districtId} and since < ${new Date(work.now.getTime() - 86_400_000)}
      and (closed_until is null or closed_until < ${work.now})
  `.execute(work.db);
}
