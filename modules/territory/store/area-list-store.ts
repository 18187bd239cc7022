import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { AreaFacts } from '../contract/area-change.ts';

export type ListedArea = AreaFacts & { readonly below: number };

const listed = (work: Work, where: RawBuilder<unknown>, limit: number) => sql<ListedArea>`
  select a.code, a.kind, a.name_zh as "nameZh", a.name_en as "nameEn", a.founded_on as "foundedOn",
    a.ended_on as "endedOn",
    (select count(*)::int from territory.areas b
      where b.district_id = a.district_id and b.parent_code = a.code and b.ended_on is null) as below
  from territory.areas a where a.district_id = ${work.districtId} and ${where} order by a.code limit ${limit}
`;

/** Areas that exist right below one, after a code; the district itself without a parent. */
export async function loadAreasBelow(
  work: Work,
  ask: { parent: string | null; after: string; limit: number },
): Promise<ListedArea[]> {
  const place = ask.parent === null ? sql`a.kind = 'district'` : sql`a.parent_code = ${ask.parent}`;
  const where = sql`${place} and a.code > ${ask.after} and a.ended_on is null`;
  return (await listed(work, where, ask.limit).execute(work.db)).rows;
}

/** Areas with these codes, ended ones too. */
export async function loadListed(work: Work, codes: readonly string[]): Promise<ListedArea[]> {
  return (await listed(work, sql`a.code = any(${[...codes]}::text[])`, codes.length).execute(work.db)).rows;
}

/** Areas down to the grid whose code begins so, or whose name holds the text. */
export async function loadMatching(work: Work, ask: { code?: string; name?: string; limit: number }) {
  const where = ask.code
    ? sql`a.code >= ${ask.code} and a.code < ${`${ask.code}~`} and length(a.code) <= 15`
    : sql`strpos(a.name_zh, ${ask.name ?? ''}) > 0 and length(a.code) <= 15`;
  return (await listed(work, where, ask.limit).execute(work.db)).rows;
}

/** Codes and Chinese names of all areas down to the grid, for a comparison by pinyin. */
export async function loadAllNames(work: Work): Promise<{ code: string; nameZh: string }[]> {
  const { rows } = await sql<{ code: string; nameZh: string }>`
    select code, name_zh as "nameZh" from territory.areas
    where district_id = ${work.districtId} and length(code) <= 15 order by length(code), code
  `.execute(work.db);
  return rows;
}

/** Codes of areas that ended by the district's own today. */
export async function loadEndedCodes(work: Work): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select a.code from territory.areas a join territory.districts d on d.district_id = a.district_id
    where a.district_id = ${work.districtId}
      and a.ended_on <= (${work.now}::timestamptz at time zone d.time_zone)::date
    order by a.code
  `.execute(work.db);
  return rows.map(({ code }) => code);
}
