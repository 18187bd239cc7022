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

/** Writes what the person chose; false when they left no number. */
export async function saveMessageChoice(
  work: Work,
  matterId: string,
  choice: { readonly messages: string; readonly language: string },
): Promise<boolean> {
  const { numUpdatedRows } = await work.db
    .updateTable('requests.reporters')
    .set(choice)
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What the person chose; undefined when they left no number. */
export async function findMessageChoice(work: Work, matterId: string): Promise<'none' | 'sms' | undefined> {
  const row = await work.db
    .selectFrom('requests.reporters')
    .select('messages')
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .executeTakeFirst();
  return row?.messages as 'none' | 'sms' | undefined;
}

/** In which language the person reads messages (短信的语言). */
export async function findMessageLanguage(work: Work, matterId: string): Promise<'zh' | 'en'> {
  const row = await work.db
    .selectFrom('requests.reporters')
    .select('language')
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .executeTakeFirst();
  return row?.language === 'en' ? 'en' : 'zh';
}
