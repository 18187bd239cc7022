import type { Work } from '../../../platform/work.ts';

/** Puts the star of a person on a matter, or takes it away; either twice is the same as once. */
export async function saveWatch(work: Work, accountId: string, matterId: string, watched: boolean): Promise<void> {
  const key = { district_id: work.districtId, account_id: accountId, matter_id: matterId };
  if (watched)
    await work.db
      .insertInto('matters.watches')
      .values({ ...key, at: work.now })
      .onConflict((c) => c.doNothing())
      .execute();
  else
    await work.db
      .deleteFrom('matters.watches')
      .where('district_id', '=', key.district_id)
      .where('account_id', '=', accountId)
      .where('matter_id', '=', matterId)
      .execute();
}

/** Which of these matters the one who asks watches (关注); none for who is no worker. */
export async function loadWatched(work: Work, matterIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (work.actor.kind !== 'worker' || matterIds.length === 0) return new Set();
  const rows = await work.db
    .selectFrom('matters.watches')
    .select('matter_id')
    .where('district_id', '=', work.districtId)
    .where('account_id', '=', work.actor.accountId)
    .where('matter_id', 'in', [...matterIds])
    .execute();
  return new Set(rows.map((row) => row.matter_id));
}

/** Says until when somebody has a matter open, and forgets everybody whose minute is over. */
export async function saveLook(work: Work, matterId: string, until: Date): Promise<void> {
  if (work.actor.kind !== 'worker') return;
  const { accountId, bodyId } = work.actor;
  await forgetLookers(work);
  await work.db
    .insertInto('matters.lookers')
    .values({ district_id: work.districtId, matter_id: matterId, account_id: accountId, body_id: bodyId, until })
    .onConflict((c) => c.columns(['district_id', 'matter_id', 'account_id']).doUpdateSet({ body_id: bodyId, until }))
    .execute();
}

/** Forgets who had a matter open (正在看) and has no longer. */
export async function forgetLookers(work: Work): Promise<void> {
  await work.db
    .deleteFrom('matters.lookers')
    .where('district_id', '=', work.districtId)
    .where('until', '<=', work.now)
    .execute();
}

/** Who else has a matter open now. */
export async function loadLookers(work: Work, matterId: string, most: number) {
  return work.db
    .selectFrom('matters.lookers')
    .select(['account_id as accountId', 'body_id as bodyId'])
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .where('until', '>', work.now)
    .orderBy('account_id')
    .limit(most)
    .execute();
}
