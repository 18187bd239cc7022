import { sql } from 'kysely';
import type { Refusal } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { AreaChange, AreaChangeOrder, AreaFacts, ChangePlan, Succession } from '../contract/area-change.ts';

/** Makes changes of one district follow each other: two at once would take the same free code. */
export async function queueChanges(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`areas ${work.districtId}`}, 0))`.execute(work.db);
}

/** Areas with one of these codes or below them, ended ones too. */
export async function loadAreaFacts(work: Work, under: readonly string[]): Promise<AreaFacts[]> {
  const { rows } = await sql<AreaFacts>`
    select distinct a.code, a.kind, a.name_zh as "nameZh", a.name_en as "nameEn", a.founded_on as "foundedOn",
      a.ended_on as "endedOn"
    from unnest(${under}::text[]) u (code)
    join territory.areas a on a.district_id = ${work.districtId}
      and a.code >= u.code collate "C" and a.code < u.code || '~' collate "C" and length(a.code) <= 15
    order by a.code
  `.execute(work.db);
  return rows;
}

export async function saveChange(work: Work, order: AreaChangeOrder, codes: readonly string[], by: string | null) {
  const { id, on, source, kind, ...rest } = order;
  await sql`
    insert into territory.area_changes
      (district_id, id, kind, takes_effect_on, source, area_codes, content, decided_by, decided_at)
    values (${work.districtId}, ${id}, ${kind}, ${on}, ${source}, ${[...codes]}, ${JSON.stringify(rest)}::jsonb, ${by}, ${work.now})
  `.execute(work.db);
}

type ChangeRow = Omit<AreaChange, 'order'> & { readonly kind: string; readonly content: object };

/** Decided changes, the newest first: of one id, touching one area, or due and without an effect by a day. */
export async function loadChanges(
  work: Work,
  filter: { id?: string; code?: string; dueOn?: string; isOpen?: boolean; limit?: number },
): Promise<AreaChange[]> {
  const { rows } = await sql<ChangeRow>`
    select c.id, c.kind, c.takes_effect_on as "on", c.source, c.content, c.decided_by as "decidedBy",
      c.decided_at as "decidedAt",
      case when e.change_id is null then null else json_build_object('what', e.what, 'refusal', e.refusal) end as effect
    from territory.area_changes c
    left join territory.area_effects e on e.district_id = c.district_id and e.change_id = c.id
    where c.district_id = ${work.districtId}
      and (${filter.id ?? null}::uuid is null or c.id = ${filter.id ?? null})
      and (${filter.code ?? null}::text is null or ${filter.code ?? null} = any(c.area_codes))
      and (${filter.dueOn ?? null}::date is null or c.takes_effect_on <= ${filter.dueOn ?? null})
      and (not ${filter.isOpen ?? false}::boolean or e.change_id is null)
    order by c.takes_effect_on desc, c.decided_at desc, c.id limit ${filter.limit ?? 200}
  `.execute(work.db);
  return rows.map(({ kind, content, ...change }) => ({
    ...change,
    order: { id: change.id, on: change.on, source: change.source, kind, ...content } as AreaChangeOrder,
  }));
}

/** Writes what came of a change; false when that was written before. */
export async function saveEffect(
  work: Work,
  changeId: string,
  effect: { what: 'done' | 'refused' | 'withdrawn'; refusal?: Pick<Refusal, 'code' | 'details'>; by: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    insert into territory.area_effects (district_id, change_id, what, refusal, by_account, at)
    values (${work.districtId}, ${changeId}, ${effect.what}, ${effect.refusal ? JSON.stringify(effect.refusal) : null}::jsonb, ${effect.by}, ${work.now})
    on conflict (district_id, change_id) do nothing returning change_id
  `.execute(work.db);
  return rows.length > 0;
}

/** Writes the plan of a change into the tree: ends, beginnings, successions and names, all from its day. */
export async function savePlan(work: Work, changeId: string, on: string, plan: ChangePlan): Promise<void> {
  const { districtId } = work;
  await sql`
    update territory.areas set ended_on = ${on}::date
    where district_id = ${districtId} and code = any(${[...plan.ended]}::text[]) and ended_on is null
  `.execute(work.db);
  await sql`
    insert into territory.successions (district_id, from_code, to_code, on_date, is_whole, change_id)
    select ${districtId}::int, r."from", r."to", ${on}::date, r."isWhole", ${changeId}::uuid
    from jsonb_to_recordset(${JSON.stringify(plan.successions)}::jsonb) as r ("from" text, "to" text, "isWhole" boolean)
  `.execute(work.db);
  await sql`
    with given as (
      select r.code, r."nameZh", r."nameEn"
      from jsonb_to_recordset(${JSON.stringify(plan.renamed)}::jsonb) as r (code text, "nameZh" text, "nameEn" text)),
    kept as (
      insert into territory.area_names (district_id, code, until_on, name_zh, name_en, change_id)
      select a.district_id, a.code, ${on}::date, a.name_zh, a.name_en, ${changeId}::uuid
      from given g join territory.areas a on a.district_id = ${districtId} and a.code = g.code)
    update territory.areas a set name_zh = g."nameZh", name_en = g."nameEn"
    from given g where a.district_id = ${districtId} and a.code = g.code
  `.execute(work.db);
}

/** Addresses that an area's people call it by. */
export async function loadAddresses(work: Work, codes: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ code: string; addresses: string[] }>`
    select code, addresses from territory.areas where district_id = ${work.districtId} and code = any(${[...codes]}::text[])
  `.execute(work.db);
  return new Map(rows.map(({ code, addresses }) => [code, addresses]));
}

/** What came out of, or went into, these codes; each with the day. */
export async function loadSuccessions(work: Work, side: 'from' | 'to', codes: readonly string[]) {
  const column = side === 'from' ? sql`from_code` : sql`to_code`;
  const { rows } = await sql<Succession & { on: string; changeId: string }>`
    select from_code as "from", to_code as "to", is_whole as "isWhole", on_date as "on", change_id as "changeId"
    from territory.successions
    where district_id = ${work.districtId} and ${column} = any(${[...codes]}::text[]) order by on_date, from_code, to_code
  `.execute(work.db);
  return rows;
}

/** Names an area had before, the oldest first. */
export async function loadFormerNames(work: Work, code: string) {
  const { rows } = await sql<{ nameZh: string; nameEn: string; untilOn: string }>`
    select name_zh as "nameZh", name_en as "nameEn", until_on as "untilOn" from territory.area_names
    where district_id = ${work.districtId} and code = ${code} order by until_on, change_id
  `.execute(work.db);
  return rows;
}

/** The district's own day at the instant of the work. */
export async function loadToday(work: Work): Promise<string> {
  const { rows } = await sql<{ today: string }>`
    select (${work.now}::timestamptz at time zone time_zone)::date as today
    from territory.districts where district_id = ${work.districtId}
  `.execute(work.db);
  if (!rows[0]) throw new Error(`district ${work.districtId} was never set up`);
  return rows[0].today;
}
