import { areaScope, noScope } from '../../../platform/work.ts';
import type { Actor, Scope } from '../../../platform/work.ts';
import { isPostKind } from '../../bodies/index.ts';
import { reach } from './reach.ts';

const digitsOf = { community: 12, subdistrict: 9, district: 6 } as const;

/**
 * Computes what the database may show someone (可见范围): the area of their post, and what their body was given.
 *
 * Administrators see no matter. Residents see the one matter whose code they showed, the public nothing, the program itself
 * the whole district.
 */
export function scopeFor(actor: Actor): Scope {
  switch (actor.kind) {
    case 'worker': {
      const far = isPostKind(actor.postKind) ? reach[actor.postKind] : 'given';
      if (far === 'nothing') return noScope;
      const digits = far === 'given' ? null : digitsOf[far];
      const area =
        digits !== null && actor.areaCode.length >= digits ? areaScope(actor.areaCode.slice(0, digits)) : noScope;
      return { ...area, bodyId: actor.bodyId };
    }
    case 'resident':
      return { ...noScope, matterId: actor.matterId };
    case 'public':
      return noScope;
    case 'system':
      return areaScope('');
  }
}

/**
 * Computes what the database may show someone of the register of addresses, for work on areas and grids and nothing else.
 * Administrators keep the areas of the whole district, though they see no matter in them; everybody else sees as far as
 * their post does.
 */
export function registerScopeFor(actor: Actor): Scope {
  const keepsAreas = actor.kind === 'worker' && actor.postKind === 'districtAdministrator';
  return keepsAreas ? areaScope(actor.areaCode.slice(0, 6)) : scopeFor(actor);
}
