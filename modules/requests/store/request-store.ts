import type { Work } from '../../../platform/work.ts';
import type { Behalf } from '../contract/behalf.ts';
import type { Category, Channel } from '../contract/category.ts';

export type RequestRow = {
  readonly matterId: string;
  readonly channel: Channel;
  readonly category: Category;
  readonly wantsPublic: boolean;
  /** Who asked is kept from the bodies that handle it. */
  readonly confidential: boolean;
  readonly behalf: Behalf;
  /** An objection keeps it off the public pages. */
  readonly keptOff: boolean;
};
type NewRequest = Omit<RequestRow, 'confidential' | 'behalf' | 'keptOff'> &
  Partial<Pick<RequestRow, 'confidential' | 'behalf'>>;
export type ImportMark = { readonly source: string; readonly key: string };

export async function insertRequest(work: Work, row: NewRequest, mark: ImportMark | null = null): Promise<void> {
  await work.db
    .insertInto('requests.requests')
    .values({
      district_id: work.districtId,
      matter_id: row.matterId,
      channel: row.channel,
      category: row.category,
      wants_public: row.wantsPublic,
      confidential: row.confidential ?? false,
      behalf: row.behalf ?? 'self',
      import_source: mark?.source ?? null,
      import_key: mark?.key ?? null,
    })
    .execute();
}

/** What is known of a request beyond its matter; undefined outside the scope of the work. */
export async function findRequest(work: Work, matterId: string): Promise<RequestRow | undefined> {
  const row = await work.db
    .selectFrom('requests.requests')
    .select([
      'matter_id as matterId',
      'channel',
      'category',
      'wants_public as wantsPublic',
      'confidential',
      'behalf',
      'kept_off as keptOff',
    ])
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .executeTakeFirst();
  return row as RequestRow | undefined;
}

/** The keys of a source that were imported before. */
export async function listImportedKeys(work: Work, source: string): Promise<Set<string>> {
  const rows = await work.db
    .selectFrom('requests.requests')
    .select('import_key')
    .where('district_id', '=', work.districtId)
    .where('import_source', '=', source)
    .execute();
  return new Set(rows.flatMap((row) => row.import_key ?? []));
}

/** The telephone number of the person who asked, encrypted. */
export async function insertReporter(
  work: Work,
  row: { readonly matterId: string; readonly phoneSealed: Uint8Array; readonly phoneIndex: Uint8Array },
): Promise<void> {
  await work.db
    .insertInto('requests.reporters')
    .values({
      district_id: work.districtId,
      matter_id: row.matterId,
      phone_sealed: row.phoneSealed,
      phone_index: row.phoneIndex,
    })
    .execute();
}

/** The newest matters whose reporter left this telephone number, by its keyed hash; within the scope of the work. */
export async function findMatterIdsOfPhone(work: Work, phoneIndex: Uint8Array, limit: number): Promise<string[]> {
  const rows = await work.db
    .selectFrom('requests.reporters')
    .select('matter_id')
    .where('district_id', '=', work.districtId)
    .where('phone_index', '=', Buffer.from(phoneIndex))
    .orderBy('matter_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.matter_id);
}

export async function findPhoneSealed(work: Work, matterId: string): Promise<Uint8Array | undefined> {
  const row = await work.db
    .selectFrom('requests.reporters')
    .select('phone_sealed')
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .executeTakeFirst();
  return row?.phone_sealed;
}

/** Whether the person who asked left a telephone number. */
export const hasPhone = async (work: Work, matterId: string): Promise<boolean> =>
  (await findPhoneSealed(work, matterId)) !== undefined;
