import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { BodyKind } from '../contract/body-kinds.ts';
import type { NamedHolder } from '../contract/chain.ts';
import { inForce, standsIn } from './post-store.ts';

/** The columns of a holder, for statements that have posts `p`, bodies `b` and, perhaps empty, accounts `c`. */
export const holderColumns = sql`
  p.id as "postId", p.kind, p.name_zh as "postZh", p.name_en as "postEn", p.is_head as "isHead",
  p.area_code as "areaCode", p.body_id as "bodyId", b.name_zh as "bodyZh", b.name_en as "bodyEn",
  c.name_zh as "personZh", c.name_en as "personEn", coalesce(p.phone_public, b.phone_public) as "phonePublic", p.duty,
  stand_in.who as "standIn"
`;

/** Joins whoever holds post `p` today by the clock of district `d` and who stands in; a vacant post stays with empty columns. */
export const joinHolder = (work: Work) => sql`
  join bodies.bodies b on b.district_id = p.district_id and b.id = p.body_id
  join territory.districts d on d.district_id = p.district_id
  left join bodies.appointments t on t.district_id = p.district_id and t.post_id = p.id and ${inForce(work)}
  left join accounts.accounts c on c.district_id = t.district_id and c.id = t.account_id
  left join lateral (
    select json_build_object('personZh', a.name_zh, 'personEn', a.name_en, 'untilOn', s.to_on) as who
    from bodies.deputies s join accounts.accounts a on a.district_id = s.district_id and a.id = s.account_id
    where s.district_id = t.district_id and s.appointment_id = t.id and ${standsIn(work)}
    order by s.from_on limit 1
  ) stand_in on true
`;

/** Posts for these areas, or of bodies that stand in them, each with whoever holds it today; heads first. */
export async function loadHolders(work: Work, areaCodes: readonly string[]): Promise<NamedHolder[]> {
  const { rows } = await sql<NamedHolder>`
    select ${holderColumns}
    from bodies.posts p ${joinHolder(work)}
    where p.district_id = ${work.districtId}
      and (p.area_code = any(${areaCodes}::text[]) or b.area_code = any(${areaCodes}::text[]))
    order by b.area_code, b.id, p.is_head desc, p.id
  `.execute(work.db);
  return rows;
}

/** Posts of one body, or found by a part of a person's, post's or body's name; at most `limit`. */
export async function loadHoldersBy(
  work: Work,
  by: { readonly bodyId?: string; readonly words?: string; readonly limit: number },
): Promise<NamedHolder[]> {
  const like = by.words === undefined ? null : `%${by.words.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
  const { rows } = await sql<NamedHolder>`
    select ${holderColumns}
    from bodies.posts p ${joinHolder(work)}
    where p.district_id = ${work.districtId}
      and (${by.bodyId ?? null}::uuid is null or p.body_id = ${by.bodyId ?? null}::uuid)
      and (${like}::text is null or c.name_zh ilike ${like} or c.name_en ilike ${like} or p.name_zh ilike ${like}
        or b.name_zh || p.name_zh ilike ${like})
    order by p.is_head desc, p.id
    limit ${by.limit}
  `.execute(work.db);
  return rows;
}

/** The posts of information officers (信息员) and of heads in bodies of these kinds, each with whoever holds it today; the first made first. */
export async function loadOfficersAndHeads(work: Work, kinds: readonly BodyKind[]): Promise<NamedHolder[]> {
  const { rows } = await sql<NamedHolder>`
    select ${holderColumns}
    from bodies.posts p ${joinHolder(work)}
    where p.district_id = ${work.districtId} and b.kind = any(${kinds}::text[]) and p.closed_on is null
      and (p.is_head or p.kind = 'informationOfficer')
    order by p.id
  `.execute(work.db);
  return rows;
}
