import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/**
 * The scope of the work as a condition on `matters.matters m`: the level column of its area, so that the index of that
 * level serves, and what its body was given. Row-level security says the same once more.
 */
export function scopeWhere({ scope }: Work): RawBuilder<boolean> {
  const { area, isWhole } = areaWhere(scope, 'm');
  if (!scope.bodyId || isWhole) return area;
  const given = sql<boolean>`m.body_ids @> array[${scope.bodyId}::uuid]`;
  return scope.hi === '' ? given : sql<boolean>`(${area} or ${given})`;
}

/**
 * The same for open matters. What the area gives and what the body was given are found each by an index of its own; as one
 * condition with "or" the database would look at every open matter of the district.
 *
 * @param alike what else they have in common, such as being late
 */
export function openScopeWhere(work: Work, alike: (column: ColumnOf) => RawBuilder<unknown>): RawBuilder<boolean> {
  const { districtId, scope } = work;
  const open = (of: 'm' | 'x') => {
    const column: ColumnOf = (name) => sql.ref(`${of}.${name}`);
    return sql`${column('stage')} <> 'final' and ${alike(column)}`;
  };
  const { isWhole } = areaWhere(scope, 'm');
  if (!scope.bodyId || isWhole) return sql<boolean>`${open('m')} and ${areaWhere(scope, 'm').area}`;
  const given = sql`select matters.open_given_to(${districtId}::int, ${scope.bodyId}::uuid)`;
  if (scope.hi === '') return sql<boolean>`${open('m')} and m.id in (${given})`;
  const inArea = sql`select x.id from matters.matters x where x.district_id = ${districtId} and ${open('x')}
    and ${areaWhere(scope, 'x').area}`;
  return sql<boolean>`${open('m')} and m.id in ((${inArea}) union ${given})`;
}

type ColumnOf = (name: 'stage' | 'next_due_at') => RawBuilder<unknown>;

/** The part of the scope that is an area, on the matters of this name; whole when it is the district or more. */
export function areaWhere(scope: Work['scope'], of: 'm' | 'x'): { area: RawBuilder<boolean>; isWhole: boolean } {
  if (scope.hi === '') return { area: sql<boolean>`false`, isWhole: false };
  const column = levelColumn(scope.lo);
  if (!column) return { area: sql<boolean>`true`, isWhole: true };
  return { area: sql<boolean>`${sql.ref(`${of}.${column}`)} = ${scope.lo}`, isWhole: false };
}

function levelColumn(lo: string): 'community_code' | 'subdistrict_code' | null {
  if (lo.length >= 12) return 'community_code';
  return lo.length === 9 ? 'subdistrict_code' : null;
}
