import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { LinkKind } from '../kit/define-procedure.ts';
import type { OtherMatter } from '../rules/link-matters.ts';

export type LinkRow = {
  readonly kind: LinkKind;
  readonly fromId: string;
  readonly fromNumber: string;
  readonly toId: string;
  readonly toNumber: string;
  readonly fromSeq: number;
  readonly toSeq: number;
};

const columns = [
  'kind',
  'from_matter_id as fromId',
  'from_number as fromNumber',
  'to_matter_id as toId',
  'to_number as toNumber',
  'from_seq as fromSeq',
  'to_seq as toSeq',
] as const;

/** Lets those who tie matters together follow each other, so that two never lead to each other. */
export async function queueLinks(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`links:${work.districtId}`}, 0))`.execute(work.db);
}

export async function insertLink(work: Work, row: LinkRow): Promise<void> {
  await work.db
    .insertInto('matters.links')
    .values({
      district_id: work.districtId,
      kind: row.kind,
      from_matter_id: row.fromId,
      from_number: row.fromNumber,
      to_matter_id: row.toId,
      to_number: row.toNumber,
      from_seq: row.fromSeq,
      to_seq: row.toSeq,
      at: work.now,
    })
    .execute();
}

/** Links that leave a matter or lead to it, oldest first; nothing outside the scope of the work. */
export async function loadLinks(work: Work, matterId: string): Promise<LinkRow[]> {
  const rows = await work.db
    .selectFrom('matters.links')
    .select(columns)
    .where('district_id', '=', work.districtId)
    .where((is) => is.or([is('from_matter_id', '=', matterId), is('to_matter_id', '=', matterId)]))
    .orderBy('at')
    .orderBy('from_number')
    .execute();
  return rows as LinkRow[];
}

/** The matter of a number as a link from this one needs it; undefined when there is none in the scope of the work. */
export async function findOther(work: Work, number: string, fromId: string): Promise<OtherMatter | undefined> {
  const { rows } = await sql<OtherMatter>`
    with recursive start as (
      select id, number, procedure_id, stage from matters.matters
      where district_id = ${work.districtId} and number = ${number}),
    ahead (id) as (
      select l.to_matter_id from start s join matters.links l on l.district_id = ${work.districtId} and l.from_matter_id = s.id
      union
      select l.to_matter_id from ahead a join matters.links l on l.district_id = ${work.districtId} and l.from_matter_id = a.id)
    select id as "matterId", number, procedure_id as "procedureId", stage = 'final' as "isEnded",
      array(select id from ahead) as "leadsTo",
      array(select l.kind from matters.links l where l.district_id = ${work.districtId}
        and l.from_matter_id = ${fromId}::uuid and l.to_matter_id = start.id) as "tiedAs"
    from start
  `.execute(work.db);
  return rows[0];
}

/** The matter in which whoever asked in this one joined in, over every step of the way; undefined when they did not. */
export async function findJoined(work: Work, matterId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with recursive ahead (id, steps) as (
      select l.to_matter_id, 1 from matters.links l
      where l.district_id = ${work.districtId} and l.from_matter_id = ${matterId}::uuid and l.kind in ('duplicateOf', 'mergedInto', 'supports')
      union all
      select l.to_matter_id, a.steps + 1 from ahead a join matters.links l
        on l.district_id = ${work.districtId} and l.from_matter_id = a.id and l.kind in ('duplicateOf', 'mergedInto', 'supports'))
    select id from ahead order by steps desc limit 1
  `.execute(work.db);
  return rows[0]?.id;
}

/** The matter of which one is a task (交办来源); undefined when nobody gave it. */
export async function findTaskOf(work: Work, matterId: string): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('matters.links')
    .select('to_matter_id')
    .where('district_id', '=', work.districtId)
    .where('from_matter_id', '=', matterId)
    .where('kind', '=', 'taskOf')
    .executeTakeFirst();
  return row?.to_matter_id;
}

/** `behind`: the matters of those who joined in a matter, also by way of others that were merged into it. */
const behind = ({ districtId }: Work, matterId: string) => sql`behind (id) as (
  select l.from_matter_id from matters.links l
  where l.district_id = ${districtId} and l.to_matter_id = ${matterId}::uuid and l.kind in ('duplicateOf', 'mergedInto', 'supports')
  union
  select l.from_matter_id from behind b join matters.links l
    on l.district_id = ${districtId} and l.to_matter_id = b.id and l.kind in ('duplicateOf', 'mergedInto', 'supports'))`;

/** How many joined in a matter, also by way of others that were merged into it. */
export async function countSupporters(work: Work, matterId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with recursive ${behind(work, matterId)}
    select count(*)::int as n from behind
  `.execute(work.db);
  return rows[0]?.n ?? 0;
}

export type Supporter = { readonly matterId: string; readonly number: string; readonly procedureId: string };

/** The matters of those who joined in a matter (附议人), also by way of others that were merged into it; in the scope of the work. */
export async function listSupporters(work: Work, matterId: string): Promise<Supporter[]> {
  const { rows } = await sql<Supporter>`
    with recursive ${behind(work, matterId)}
    select m.id as "matterId", m.number, m.procedure_id as "procedureId"
    from behind b join matters.matters m on m.district_id = ${work.districtId} and m.id = b.id order by m.number
  `.execute(work.db);
  return rows;
}

/** When somebody who joined in last said in the other matter whether it is solved. */
export async function findSaidAt(work: Work, matterId: string, supporterId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(at) as at from matters.timeline
    where district_id = ${work.districtId} and matter_id = ${matterId}::uuid
      and content->'by'->>'actor' = 'supporter' and content->'by'->>'matterId' = ${supporterId}
  `.execute(work.db);
  return rows[0]?.at ?? null;
}
