import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';

/**
 * The scope of the work as a condition on `matters.matters m`: the level column of its area, so that the index of that
 * level serves, and what its body was given. Row-level security says the same once more.
 */
export function scopeWhere({ scope }: Work): RawBuilder<boolean> {
  const column = levelColumn(scope.lo);
  const area =
    scope.hi === ''
      ? sql<boolean>`false`
      : column
        ? sql<boolean>`${sql.ref(`m.${column}`)} = ${scope.lo}`
        : sql<boolean>`true`;
  if (!scope.bodyId || (scope.hi !== '' && !column)) return area;
  const given = sql<boolean>`m.body_ids @> array[${scope.bodyId}::uuid]`;
  return scope.hi === '' ? given : sql<boolean>`(${area} or ${given})`;
}

function levelColumn(lo: string): 'community_code' | 'subdistrict_code' | null {
  if (lo.length >= 12) return 'community_code';
  return lo.length === 9 ? 'subdistrict_code' : null;
}
