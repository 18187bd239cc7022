import { sql, type RawBuilder } from 'kysely';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { describeBodies } from '../../bodies/index.ts';
import { describeAreas, findArea, listLineage } from '../../territory/index.ts';
import type { ReachView } from '../contract/views.ts';

/** What figures are of (统计范围): an area that the reader may see, or what the reader's body holds. */
export type Reach = {
  readonly view: ReachView;
  /** The area, with those that merged into it; empty for a body. */
  readonly codes: readonly string[];
  readonly bodyId: string | null;
};
export type ReachRefusal = 'access.other_area' | 'area.not_found' | 'access.nothing_to_see';

/**
 * Reads what figures are asked of (统计范围): by default all that the reader's post sees.
 *
 * @param area code of an area at or below the reader's own; not for a body without an area
 * @returns the reach; or a refusal: `access.other_area` outside the reader's own, `area.not_found`, `access.nothing_to_see`
 */
export async function readReach(work: Work, area?: string): Promise<Result<Reach, ReachRefusal>> {
  const { lo, hi, bodyId } = work.scope;
  if (hi === '') {
    if (area !== undefined) return refuse('access.other_area');
    return bodyId === null ? refuse('access.nothing_to_see') : ofBody(work, bodyId);
  }
  const code = area ?? (lo === '' ? String(work.districtId) : lo);
  if (!code.startsWith(lo)) return refuse('access.other_area');
  const found = await findArea(work, code);
  if (!found) return refuse('area.not_found');
  const codes = [6, 9, 12].filter((digits) => digits < code.length && digits >= lo.length).map((n) => code.slice(0, n));
  const above = await describeAreas(work, codes);
  return done({
    view: {
      tier: found.kind,
      area: code,
      name: { zh: found.nameZh, en: found.nameEn },
      above: above
        .toSorted((a, b) => a.code.length - b.code.length)
        .map(({ code: one, nameZh, nameEn }) => ({ code: one, name: { zh: nameZh, en: nameEn } })),
    },
    codes: await listLineage(work, code),
    bodyId: null,
  });
}

async function ofBody(work: Work, bodyId: string): Promise<Result<Reach, ReachRefusal>> {
  const [body] = await describeBodies(work, [bodyId]);
  if (!body) return refuse('access.nothing_to_see');
  const name = { zh: body.nameZh, en: body.nameEn };
  return done({ view: { tier: 'body', area: null, name, above: [] }, codes: [], bodyId });
}

/** The reach as a condition on tallies or sums `t`: by the area in which a matter was opened, or the body that held it. */
export function tallyWhere({ codes, bodyId }: Pick<Reach, 'codes' | 'bodyId'>): RawBuilder<boolean> {
  if (bodyId !== null) return sql<boolean>`t.body_id = ${bodyId}::uuid`;
  const each = codes.map((code) => sql`(t.area_code >= ${code} and t.area_code < ${`${code}~`})`);
  return sql<boolean>`(${sql.join(each, sql` or `)})`;
}

/** The reach as a condition on open matters `m`, in the column of its level, or what the body holds or was offered. */
export function matterWhere({ view, bodyId }: Pick<Reach, 'view' | 'bodyId'>): RawBuilder<boolean> {
  if (bodyId !== null) return sql<boolean>`(m.holder_body_id = ${bodyId}::uuid or m.offer_body_id = ${bodyId}::uuid)`;
  if (view.tier === 'grid') return sql<boolean>`m.area_code = ${view.area}`;
  if (view.tier === 'community') return sql<boolean>`m.community_code = ${view.area}`;
  return view.tier === 'subdistrict' ? sql<boolean>`m.subdistrict_code = ${view.area}` : sql<boolean>`true`;
}

/** How many digits the parts of an area have: sub-districts of a district, communities, grids. For a body: communities. */
export const partDigits = { district: 9, subdistrict: 12, community: 15, grid: 15, body: 12 } as const;
