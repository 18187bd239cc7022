import { areaScope, noScope } from '../../../platform/work.ts';
import type { Actor, Scope } from '../../../platform/work.ts';
import { isPostKind } from '../../bodies/index.ts';
import type { PostKind } from '../../bodies/index.ts';

/** How many digits of its area's code a post sees by; null: no area, only what its body was given. */
const digitsSeen: Readonly<Record<PostKind, 6 | 9 | 12 | null>> = {
  communityDirector: 12,
  communitySecretary: 12,
  communityClerk: 12,
  gridWorker: 12, // Colleagues stand in for each other, so a grid worker sees the whole community.
  taskGroupLead: 9,
  taskGroupLiaison: 9,
  officeClerk: 9,
  dispatchLead: 6,
  dispatchClerk: 6,
  supervisor: 6,
  departmentHead: null,
  departmentClerk: null,
  propertyLead: null,
  propertyClerk: null,
  // These stand on boards and in chains; they handle no matters here.
  districtLeader: null,
  partySecretary: null,
  partyMember: null,
  stationLead: null,
  stationWorker: null,
  buildingHead: null,
  unitContact: null,
};

/**
 * Computes what the database may show someone (可见范围): the area of their post, and what their body was given.
 *
 * Residents see the one matter whose code they showed, the public nothing, the program itself the whole district.
 */
export function scopeFor(actor: Actor): Scope {
  switch (actor.kind) {
    case 'worker': {
      const digits = isPostKind(actor.postKind) ? digitsSeen[actor.postKind] : null;
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
