import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { listAreas } from '../../territory/index.ts';
import type { BodyKind } from '../contract/body-kinds.ts';
import type { PostKind } from '../contract/post.ts';
import { inForce } from '../store/post-store.ts';

/** Bodies of an area by kind, and its posts by kind with how many of them somebody holds today (机构和岗位底数). */
export type Establishment = {
  readonly bodies: readonly { readonly kind: BodyKind; readonly n: number }[];
  readonly posts: readonly { readonly kind: PostKind; readonly n: number; readonly held: number }[];
};

/** Counts the bodies and posts at and below an area, from the registers; what was closed, or stood in an area that ended, does not count. */
export async function countEstablishment(work: Work, code: string): Promise<Establishment> {
  const areas = [code, ...(await listAreas(work, { under: code })).map((area) => area.code)];
  const bodies = await sql<Establishment['bodies'][number]>`
    select b.kind, count(*)::int as n from bodies.bodies b
    where b.district_id = ${work.districtId} and b.area_code = any(${areas}::text[]) group by 1 order by 1
  `.execute(work.db);
  const posts = await sql<Establishment['posts'][number]>`
    select p.kind, count(*)::int as n, (count(*) filter (where exists (
      select from bodies.appointments t where t.district_id = p.district_id and t.post_id = p.id and ${inForce(work)})))::int as held
    from bodies.posts p join territory.districts d on d.district_id = p.district_id
    where p.district_id = ${work.districtId} and p.area_code = any(${areas}::text[]) and p.closed_on is null
    group by 1 order by 1
  `.execute(work.db);
  return { bodies: bodies.rows, posts: posts.rows };
}
