import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/work.ts';
import { divisionLevels, type Division, type DivisionEntry } from '../contract/division.ts';

/** The shared list belongs to no district, and the server's own role may only read it: the import writes as its owner. */
type Owner = Transaction<Database>;

/** Writes entries; gives how many are new and how many have another name than before. */
export async function saveDivisions(db: Owner, list: readonly DivisionEntry[]) {
  const { rows } = await sql<{ added: number; changed: number }>`
    with written as (
      insert into territory.divisions
        (code, tier, parent_code, national_code, name_zh, name_en, pinyin, initials, grams)
      select r.code, r.tier, r."parentCode", r."nationalCode", r."nameZh", r."nameEn", r.pinyin, r.initials, r.grams
      from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r (
        code text, tier smallint, "parentCode" text, "nationalCode" text, "nameZh" text, "nameEn" text, pinyin text,
        initials text, grams text[])
      on conflict (code) do update set
        name_zh = excluded.name_zh, name_en = excluded.name_en, pinyin = excluded.pinyin,
        initials = excluded.initials, grams = excluded.grams
      where divisions.name_zh <> excluded.name_zh
      returning xmax = 0 as is_new)
    select count(*) filter (where is_new)::int as added, count(*) filter (where not is_new)::int as changed from written
  `.execute(db);
  return rows[0]!;
}

export type ImportState = { readonly linesDone: number; readonly isFinished: boolean };

export async function loadImport(db: Owner, sha256: string): Promise<ImportState> {
  const { rows } = await sql<ImportState>`
    select lines_done as "linesDone", finished_at is not null as "isFinished"
    from territory.division_imports where sha256 = ${sha256}
  `.execute(db);
  return rows[0] ?? { linesDone: 0, isFinished: false };
}

export async function saveImport(db: Owner, sha256: string, linesDone: number, finishedAt: Date | null) {
  await sql`
    insert into territory.division_imports (sha256, lines_done, finished_at) values (${sha256}, ${linesDone}, ${finishedAt})
    on conflict (sha256) do update set lines_done = excluded.lines_done, finished_at = excluded.finished_at
  `.execute(db);
}

export const divisionColumns = sql`
  d.code, (${[...divisionLevels]}::text[])[d.tier] as level, d.parent_code as "parentCode",
  d.national_code as "nationalCode", d.name_zh as "nameZh", d.name_en as "nameEn"
`;

/** Children of a division, or the provinces, after a code. */
export async function loadChildren(
  work: Work,
  ask: { parent: string | null; after: string; limit: number },
): Promise<Division[]> {
  const below = ask.parent === null ? sql`d.tier = 1` : sql`d.parent_code = ${ask.parent}`;
  const { rows } = await sql<Division>`
    select ${divisionColumns} from territory.divisions d
    where ${below} and d.code > ${ask.after} order by d.code limit ${ask.limit}
  `.execute(work.db);
  return rows;
}

/** Divisions with these codes, from the top. */
export async function loadDivisions(work: Work, codes: readonly string[]): Promise<Division[]> {
  const { rows } = await sql<Division>`
    select ${divisionColumns} from territory.divisions d where d.code = any(${codes}::text[]) order by d.tier, d.code
  `.execute(work.db);
  return rows;
}

/** Everything below a division. */
export async function loadBelow(work: Work, code: string): Promise<Division[]> {
  const { rows } = await sql<Division>`
    select ${divisionColumns} from territory.divisions d
    where d.code > ${code} and d.code < ${`${code}~`} order by d.code
  `.execute(work.db);
  return rows;
}
