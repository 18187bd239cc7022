import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Outline } from '../contract/address.ts';
import type { ChangeKind, GridPlan } from '../contract/grid-change.ts';

/** One change of a community's grids (网格变更), as it is kept. */
export type ChangeRow = {
  readonly id: string;
  readonly communityCode: string;
  readonly seq: number;
  readonly kind: ChangeKind;
  readonly at: Date;
  readonly accountId: string | null;
  readonly postId: string | null;
  readonly summary: Readonly<Record<string, unknown>>;
};

/** Locks the community until the end of the transaction, so that changes of its grids come one after the other. */
export async function lockCommunity(work: Work, code: string): Promise<boolean> {
  const { rows } = await sql`
    select from territory.areas where district_id = ${work.districtId} and code = ${code} and kind = 'community' for update
  `.execute(work.db);
  return rows.length > 0;
}

const changeColumns = sql`
  select id, community_code as "communityCode", seq, kind, at, account_id as "accountId", post_id as "postId", summary
  from territory.grid_changes
`;

export async function findChange(work: Work, id: string): Promise<ChangeRow | undefined> {
  const { rows } = await sql<ChangeRow>`
    ${changeColumns} where district_id = ${work.districtId} and id = ${id}::uuid
  `.execute(work.db);
  return rows[0];
}

/** The changes of a community, latest first. */
export async function loadChanges(work: Work, community: string, limit: number): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    ${changeColumns} where district_id = ${work.districtId} and community_code = ${community} order by seq desc limit ${limit}
  `.execute(work.db);
  return rows;
}

export async function saveChanges(
  work: Work,
  rows: readonly Omit<ChangeRow, 'at' | 'accountId' | 'postId'>[],
): Promise<void> {
  const { actor } = work;
  const [account, post] = actor.kind === 'worker' ? [actor.accountId, actor.postId] : [null, null];
  await sql`
    insert into territory.grid_changes (district_id, id, community_code, seq, kind, at, account_id, post_id, summary)
    select ${work.districtId}::int, r.id, r."communityCode", r.seq, r.kind, ${work.now}::timestamptz, ${account}::uuid, ${post}::uuid, r.summary
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "communityCode" text, seq int, kind text, summary jsonb)
  `.execute(work.db);
}

export type MoveRow = GridPlan['moves'][number] & { readonly changeId: string };

/** Brings the register up to moves. */
export async function applyMoves(work: Work, moves: GridPlan['moves']): Promise<void> {
  if (moves.length === 0) return;
  await sql`
    update territory.addresses a set grid_code = r."to"
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as r ("addressCode" text, "to" text)
    where a.district_id = ${work.districtId} and a.code = r."addressCode"
  `.execute(work.db);
}

/** Writes down which address came into which grid. */
export async function saveMoves(work: Work, moves: readonly MoveRow[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`
    insert into territory.grid_moves (district_id, change_id, address_code, from_grid_code, to_grid_code)
    select ${work.districtId}::int, r."changeId", r."addressCode", r."from", r."to"
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as r ("changeId" uuid, "addressCode" text, "from" text, "to" text)
  `.execute(work.db);
}

/** Puts outlines in place of those there are; null takes one away. The old ones stay, with their end. */
export async function saveOutlines(
  work: Work,
  changeId: string,
  outlines: readonly { readonly gridCode: string; readonly outline: Outline | null }[],
): Promise<void> {
  if (outlines.length === 0) return;
  await sql`
    update territory.outlines set until = ${work.now}
    where district_id = ${work.districtId} and until is null and area_code = any(${outlines.map(({ gridCode }) => gridCode)}::text[])
  `.execute(work.db);
  const drawn = outlines.filter(({ outline }) => outline !== null);
  await sql`
    insert into territory.outlines (district_id, area_code, change_id, outline, since)
    select ${work.districtId}::int, r."gridCode", ${changeId}::uuid, r.outline, ${work.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(drawn)}::jsonb) as r ("gridCode" text, outline jsonb)
  `.execute(work.db);
}

/** Outlines of today of areas with codes of this length, at or below an area. */
export async function loadOutlines(
  work: Work,
  under: string,
  digits: number,
): Promise<{ code: string; outline: Outline }[]> {
  const { rows } = await sql<{ code: string; outline: Outline }>`
    select area_code as code, outline from territory.outlines
    where district_id = ${work.districtId} and until is null and length(area_code) = ${digits}
      and area_code >= ${under} and area_code < ${`${under}~`}
    order by area_code
  `.execute(work.db);
  return rows;
}

/** The last code that a grid of this community ever had. */
export async function loadLastGridCode(work: Work, community: string): Promise<string | undefined> {
  const { rows } = await sql<{ code: string | null }>`
    select max(code) as code from territory.areas where district_id = ${work.districtId} and parent_code = ${community}
  `.execute(work.db);
  return rows[0]?.code ?? undefined;
}

/** The local day of the district, which is when a grid begins or ends. */
const today = (work: Work) => sql`
  (select (${work.now}::timestamptz at time zone d.time_zone)::date from territory.districts d where d.district_id = ${work.districtId})
`;

export async function foundGrid(work: Work, grid: NonNullable<GridPlan['founded']>): Promise<void> {
  await sql`
    insert into territory.areas (district_id, code, kind, parent_code, name_zh, name_en, founded_on)
    values (${work.districtId}, ${grid.code}, 'grid', ${grid.code.slice(0, 12)}, ${grid.nameZh}, ${grid.nameEn}, ${today(work)})
  `.execute(work.db);
}

export async function endGrid(work: Work, code: string): Promise<void> {
  await sql`
    update territory.areas set ended_on = greatest(${today(work)}, founded_on)
    where district_id = ${work.districtId} and code = ${code}
  `.execute(work.db);
}

/** Brings the names by which people find a grid up to what lies in it. */
export async function refreshGridNames(work: Work, community: string): Promise<void> {
  await sql`
    update territory.areas g set addresses = coalesce((
      select array_agg(distinct p.name order by p.name) from territory.addresses p
      where p.district_id = g.district_id and p.community_code = ${community} and p.kind = 'place' and exists (
        select from territory.addresses d
        left join territory.addresses b on b.district_id = d.district_id and b.code = d.parent_code
        where d.district_id = g.district_id and d.grid_code = g.code and p.code in (d.code, d.parent_code, b.parent_code))), '{}')
    where g.district_id = ${work.districtId} and g.parent_code = ${community} and g.ended_on is null
  `.execute(work.db);
}
