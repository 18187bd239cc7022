import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Rows } from '../rules/disclosure.ts';

export type Disclosure = {
  readonly id: string;
  readonly areaCode: string;
  readonly item: string;
  readonly period: string;
  readonly words: string;
  readonly rows: Rows | null;
  readonly fileId: string | null;
  readonly corrects: string | null;
  readonly reason: string | null;
  readonly aboutNumber: string | null;
  readonly at: Date;
  readonly bodyId: string;
  readonly correctedBy: string | null;
  readonly mediaType: string | null;
  readonly bytes: number | null;
};
type New = Pick<
  Disclosure,
  'id' | 'areaCode' | 'item' | 'period' | 'words' | 'rows' | 'fileId' | 'corrects' | 'reason' | 'bodyId'
> & {
  readonly accountId: string;
  readonly postId: string;
  /** The matter that it is about. */
  readonly about: { readonly matterId: string; readonly number: string } | null;
};
export type DisclosureFile = {
  readonly id: string;
  readonly areaCode: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
};
type Place = { readonly at: Date; readonly id: string };

const select = (work: Work, where: RawBuilder<unknown>, rest: RawBuilder<unknown>) => sql<Disclosure>`
  select d.id, d.area_code as "areaCode", d.item, d.period, d.words, d.rows, d.file_id as "fileId", d.corrects, d.reason, d.about_number as "aboutNumber",
    d.published_at as at, d.published_by_body_id as "bodyId", later.id as "correctedBy",
    f.media_type as "mediaType", f.bytes
  from openness.disclosures d
  left join openness.disclosures later on later.district_id = d.district_id and later.corrects = d.id
  left join openness.disclosure_files f on f.district_id = d.district_id and f.id = d.file_id
  where d.district_id = ${work.districtId} and ${where} ${rest}`;

/** The entries that hold, of one community or of the district, the newest first. */
export async function loadDisclosures(
  work: Work,
  ask: { readonly areaCode: string; readonly before: Place | null; readonly limit: number },
): Promise<Disclosure[]> {
  const older = ask.before ? sql`and (d.published_at, d.id) < (${ask.before.at}, ${ask.before.id}::uuid)` : sql``;
  const within = ask.areaCode === '' ? sql`true` : sql`d.area_code = ${ask.areaCode}`;
  const { rows } = await select(
    work,
    sql`later.id is null and ${within} ${older}`,
    sql`order by d.published_at desc, d.id desc limit ${ask.limit}`,
  ).execute(work.db);
  return rows;
}

export async function findDisclosureRow(work: Work, id: string): Promise<Disclosure | undefined> {
  const { rows } = await select(work, sql`d.id = ${id}::uuid`, sql``).execute(work.db);
  return rows[0];
}

/** All entries that lead to this one and from it, the oldest first. */
export async function loadHistory(work: Work, id: string): Promise<Disclosure[]> {
  const chain = sql`d.id in (
    with recursive earlier as (
      select id, corrects from openness.disclosures where district_id = ${work.districtId} and id = ${id}::uuid
      union select e.id, e.corrects from openness.disclosures e join earlier on e.id = earlier.corrects
      where e.district_id = ${work.districtId}),
    all_of as (
      select id from earlier
      union select l.id from openness.disclosures l join all_of on l.corrects = all_of.id where l.district_id = ${work.districtId})
    select id from all_of)`;
  const { rows } = await select(work, chain, sql`order by d.published_at, d.id limit 200`).execute(work.db);
  return rows;
}

/** The notices about a matter that hold, the newest first. */
export async function loadNoticesAbout(work: Work, number: string): Promise<Disclosure[]> {
  const { rows } = await select(
    work,
    sql`later.id is null and d.about_number = ${number}`,
    sql`order by d.published_at desc, d.id desc limit 20`,
  ).execute(work.db);
  return rows;
}

/** Which of these periods the communities under a code have disclosed, of each item. */
export async function loadDisclosedPeriods(
  work: Work,
  { under, periods }: { readonly under: string; readonly periods: readonly string[] },
): Promise<{ areaCode: string; item: string; period: string }[]> {
  const { rows } = await sql<{ areaCode: string; item: string; period: string }>`
    select area_code as "areaCode", item, period from openness.disclosures
    where district_id = ${work.districtId} and area_code >= ${under} and area_code < ${`${under}~`}
      and corrects is null and length(period) < 10 and period = any (${[...periods]}::text[])
  `.execute(work.db);
  return rows;
}

/** @returns false when the same period was disclosed, or the same entry corrected, meanwhile */
export async function insertDisclosure(work: Work, row: New): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into openness.disclosures (district_id, id, area_code, item, period, words, rows, file_id, corrects, reason,
      about_matter_id, about_number, published_at, published_by_account_id, published_by_post_id, published_by_body_id)
    values (${work.districtId}, ${row.id}::uuid, ${row.areaCode}, ${row.item}, ${row.period}, ${row.words},
      ${row.rows === null ? null : JSON.stringify(row.rows)}::jsonb, ${row.fileId}::uuid, ${row.corrects}::uuid, ${row.reason},
      ${row.about?.matterId ?? null}::uuid, ${row.about?.number ?? null}, ${work.now}, ${row.accountId}::uuid, ${row.postId}::uuid, ${row.bodyId}::uuid)
    on conflict do nothing
  `.execute(work.db);
  return numAffectedRows === 1n;
}

export async function insertDisclosureFile(work: Work, file: DisclosureFile, accountId: string): Promise<void> {
  await sql`
    insert into openness.disclosure_files (district_id, id, area_code, sha256, media_type, bytes, stored_at, stored_by_account_id)
    values (${work.districtId}, ${file.id}::uuid, ${file.areaCode}, ${file.sha256}, ${file.mediaType}, ${file.bytes}, ${work.now},
      ${accountId}::uuid)
  `.execute(work.db);
}

export async function findDisclosureFile(work: Work, id: string): Promise<DisclosureFile | undefined> {
  const { rows } = await sql<DisclosureFile>`
    select id, area_code as "areaCode", sha256, media_type as "mediaType", bytes from openness.disclosure_files
    where district_id = ${work.districtId} and id = ${id}::uuid
  `.execute(work.db);
  return rows[0];
}
