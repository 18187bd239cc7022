import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Address, AddressKind, Point } from '../contract/address.ts';

type Row = Omit<Address, 'point'> & { readonly lon: number | null; readonly lat: number | null };

const columns = sql`
  a.code, a.community_code as "communityCode", a.parent_code as "parentCode", a.kind, a.name, a.key,
  a.is_road as "isRoad", a.is_door as "isDoor", a.grid_code as "gridCode", a.lon, a.lat
`;
const asAddress = ({ lon, lat, ...row }: Row): Address => ({
  ...row,
  point: lon === null || lat === null ? null : [lon, lat],
});

/** An address with the change that added it. */
export type NewAddress = Address & { readonly changeId: string };

export async function saveAddresses(work: Work, rows: readonly NewAddress[]): Promise<void> {
  if (rows.length === 0) return;
  const plain = rows.map(({ point, ...row }) => ({ ...row, lon: point?.[0] ?? null, lat: point?.[1] ?? null }));
  await sql`
    insert into territory.addresses
      (district_id, code, community_code, parent_code, kind, name, key, is_road, is_door, grid_code, lon, lat, change_id)
    select ${work.districtId}::int, r.code, r."communityCode", r."parentCode", r.kind, r.name, r.key, r."isRoad", r."isDoor",
      r."gridCode", r.lon, r.lat, r."changeId"
    from jsonb_to_recordset(${JSON.stringify(plain)}::jsonb) as r (code text, "communityCode" text, "parentCode" text,
      kind text, name text, key text, "isRoad" boolean, "isDoor" boolean, "gridCode" text, lon float8, lat float8, "changeId" uuid)
  `.execute(work.db);
}

/** Takes the doors' part from addresses below which something finer was added. */
export async function undoor(work: Work, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  await sql`
    update territory.addresses set is_door = false, grid_code = null
    where district_id = ${work.districtId} and code = any(${codes}::text[])
  `.execute(work.db);
}

export async function placeAddresses(
  work: Work,
  placed: readonly { readonly code: string; readonly point: Point }[],
): Promise<void> {
  if (placed.length === 0) return;
  const plain = placed.map(({ code, point: [lon, lat] }) => ({ code, lon, lat }));
  await sql`
    update territory.addresses a set lon = r.lon, lat = r.lat
    from jsonb_to_recordset(${JSON.stringify(plain)}::jsonb) as r (code text, lon float8, lat float8)
    where a.district_id = ${work.districtId} and a.code = r.code
  `.execute(work.db);
}

/** The register of communities, in the order of the codes. */
export async function loadRegister(
  work: Work,
  communities: readonly string[],
  kinds: readonly AddressKind[] = ['place', 'building', 'stairwell'],
): Promise<Address[]> {
  const { rows } = await sql<Row>`
    select ${columns} from territory.addresses a
    where a.district_id = ${work.districtId} and a.community_code = any(${communities}::text[]) and a.kind = any(${kinds}::text[])
    order by a.code
  `.execute(work.db);
  return rows.map(asAddress);
}

/** The places whose name, or whose name without its ending, a folded text contains. Most are told apart by their first two characters, at a tenth of the work. */
export async function loadPlacesIn(
  work: Work,
  { folded, under, ending }: { folded: string; under: string; ending: string | null },
): Promise<Address[]> {
  const name = ending === null ? sql`a.key` : sql`regexp_replace(a.key, ${ending}, '')`;
  const { rows } = await sql<Row>`
    select ${columns} from territory.addresses a
    where a.district_id = ${work.districtId} and a.kind = 'place' and a.community_code >= ${under}
      and a.community_code < ${`${under}~`} and position(left(a.key, 2) in ${folded}) > 0
      and length(${name}) >= 2 and position(${name} in ${folded}) > 0
    order by a.code limit 200
  `.execute(work.db);
  return rows.map(asAddress);
}

/** Buildings and stairwells below these places. */
export async function loadBelow(work: Work, places: readonly string[]): Promise<Address[]> {
  const { rows } = await sql<Row>`
    with buildings as (
      select * from territory.addresses
      where district_id = ${work.districtId} and kind = 'building' and parent_code = any(${places}::text[]))
    select ${columns} from (
      select * from buildings
      union all
      select s.* from buildings b
      join territory.addresses s on s.district_id = b.district_id and s.parent_code = b.code and s.kind = 'stairwell') a
    order by a.code
  `.execute(work.db);
  return rows.map(asAddress);
}

/** An address and what it lies in, from the place down. */
export async function loadAddressPath(work: Work, code: string): Promise<Address[]> {
  const { rows } = await sql<Row>`
    with recursive path as (
      select * from territory.addresses a where a.district_id = ${work.districtId} and a.code = ${code}
      union all
      select p.* from territory.addresses p join path c on p.district_id = c.district_id and p.code = c.parent_code)
    select ${columns} from path a order by length(a.code)
  `.execute(work.db);
  return rows.map(asAddress);
}

/** Roads with the line in which they run, below an area. */
export async function loadRoads(work: Work, under: string): Promise<{ name: string; line: Point[] }[]> {
  const { rows } = await sql<{ name: string; line: Point[] }>`
    select name, line from territory.addresses
    where district_id = ${work.districtId} and kind = 'place' and line is not null
      and community_code >= ${under} and community_code < ${`${under}~`}
    order by code
  `.execute(work.db);
  return rows;
}

/** The grids of all doors at or below an address, without repetition. */
export async function loadGridsBelow(work: Work, code: string): Promise<string[]> {
  const { rows } = await sql<{ grid: string }>`
    with recursive below as (
      select code, kind, grid_code from territory.addresses where district_id = ${work.districtId} and code = ${code}
      union all
      select a.code, a.kind, a.grid_code from below b
      join territory.addresses a on a.district_id = ${work.districtId} and a.parent_code = b.code and a.kind <> 'home')
    select distinct grid_code as grid from below where grid_code is not null order by 1
  `.execute(work.db);
  return rows.map(({ grid }) => grid);
}

/** Gives roads that are in the register the line in which they run. */
export async function saveCourses(
  work: Work,
  roads: readonly { readonly community: string; readonly name: string; readonly line: readonly Point[] }[],
): Promise<void> {
  await sql`
    update territory.addresses a set line = r.line
    from jsonb_to_recordset(${JSON.stringify(roads)}::jsonb) as r (community text, name text, line jsonb)
    where a.district_id = ${work.districtId} and a.community_code = r.community and a.kind = 'place' and a.name = r.name
  `.execute(work.db);
}

/** Codes that were first given in a community, of addresses that lie in another one today. */
export async function loadGoneCodes(work: Work, community: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from territory.addresses
    where district_id = ${work.districtId} and code >= ${community} and code < ${`${community}~`} and community_code <> ${community}
    order by code
  `.execute(work.db);
  return rows.map(({ code }) => code);
}

type DoorRow = { readonly code: string; readonly gridCode: string; readonly names: string[]; readonly homes: number };

/** Doors of grids at or below an area, with the names from the place down and how many homes in scope lie behind each. */
export async function loadDoors(work: Work, under: string): Promise<DoorRow[]> {
  const { rows } = await sql<DoorRow>`
    select d.code, d.grid_code as "gridCode", array_remove(array[above.name, parent.name, d.name], null) as names,
      (select count(*)::int from territory.addresses h
        where h.district_id = d.district_id and h.parent_code = d.code and h.kind = 'home') as homes
    from territory.addresses d
    left join territory.addresses parent on parent.district_id = d.district_id and parent.code = d.parent_code
    left join territory.addresses above on above.district_id = d.district_id and above.code = parent.parent_code
    where d.district_id = ${work.districtId} and d.is_door and d.grid_code >= ${under} and d.grid_code < ${`${under}~`}
    order by d.code
  `.execute(work.db);
  return rows;
}
