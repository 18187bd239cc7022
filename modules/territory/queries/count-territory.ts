import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { existsToday } from '../store/area-store.ts';

/** What the registers hold of an area (辖区底数): areas below it, and addresses in it. */
export type TerritoryCounts = {
  readonly subdistricts: number;
  readonly communities: number;
  readonly grids: number;
  /** Estates, and roads with houses of their own. */
  readonly places: number;
  readonly buildings: number;
  readonly stairwells: number;
  readonly homes: number;
};

/** Counts what exists today at and below an area, from the registers of areas and of addresses. */
export async function countTerritory(work: Work, code: string): Promise<TerritoryCounts> {
  const below = sql`a.district_id = ${work.districtId} and a.code >= ${code} and a.code < ${`${code}~`} and ${existsToday(work)}`;
  const of = (kind: string) => sql`(count(*) filter (where kind = ${kind}))::int`;
  const { rows } = await sql<TerritoryCounts>`
    select t.*, h.* from (
      select ${of('subdistrict')} as subdistricts, ${of('community')} as communities, ${of('grid')} as grids
      from territory.areas a join territory.districts d on d.district_id = a.district_id
      where ${below} and a.code > ${code}) t,
    lateral (
      select ${of('place')} as places, ${of('building')} as buildings, ${of('stairwell')} as stairwells, ${of('home')} as homes
      from territory.addresses x
      where x.district_id = ${work.districtId} and ${inArea(code)} and x.community_code in (
        select a.code from territory.areas a join territory.districts d on d.district_id = a.district_id
        where a.district_id = ${work.districtId} and a.kind = 'community' and ${existsToday(work)})) h
  `.execute(work.db);
  return rows[0] as TerritoryCounts;
}

/** A grid is the set of its doors; what lies above a door belongs to no single grid. */
const inArea = (code: string) =>
  code.length > 12 ? sql`x.grid_code = ${code}` : sql`x.community_code >= ${code} and x.community_code < ${`${code}~`}`;
