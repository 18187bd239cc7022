import type { Work } from '../../../platform/work.ts';

/** Writes the number of the person who asked, encrypted, in the place of one left before. */
export async function savePhone(
  work: Work,
  row: { readonly matterId: string; readonly phoneSealed: Uint8Array; readonly phoneIndex: Uint8Array },
): Promise<void> {
  const phone = { phone_sealed: row.phoneSealed, phone_index: row.phoneIndex };
  await work.db
    .insertInto('requests.reporters')
    .values({ district_id: work.districtId, matter_id: row.matterId, ...phone })
    .onConflict((c) => c.columns(['district_id', 'matter_id']).doUpdateSet(phone))
    .execute();
}

/** How and when somebody hears of their request. */
export type ChosenWay = {
  readonly channel: 'none' | 'sms' | 'mail';
  readonly onlyOwed: boolean;
  readonly language: 'zh' | 'en';
  readonly mailSealed: Uint8Array | null;
};

/** Writes what the person chose. */
export async function saveMessageChoice(work: Work, matterId: string, way: ChosenWay): Promise<void> {
  const chosen = {
    channel: way.channel,
    only_owed: way.onlyOwed,
    language: way.language,
    mail_sealed: way.mailSealed && Buffer.from(way.mailSealed),
  };
  await work.db
    .insertInto('requests.message_choices')
    .values({ district_id: work.districtId, matter_id: matterId, ...chosen })
    .onConflict((c) => c.columns(['district_id', 'matter_id']).doUpdateSet(chosen))
    .execute();
}

/** What the person chose last; what was chosen by SMS before there were other ways counts on. */
export async function findMessageChoice(work: Work, matterId: string): Promise<ChosenWay | undefined> {
  const chosen = work.db
    .selectFrom('requests.message_choices')
    .select(['channel', 'only_owed as onlyOwed', 'language', 'mail_sealed as mailSealed'])
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .executeTakeFirst();
  const before = work.db
    .selectFrom('requests.reporters')
    .select('messages')
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .executeTakeFirst();
  const [row, earlier] = await Promise.all([chosen, before]);
  if (row) return row as ChosenWay;
  return earlier && { channel: earlier.messages as 'none' | 'sms', onlyOwed: false, language: 'zh', mailSealed: null };
}
