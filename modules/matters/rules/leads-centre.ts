import type { Actor } from '../../../platform/work.ts';

/**
 * Whether someone decides what the district may set for itself (本区自定事项由谁定): the head of its centre, or the program when a
 * district is set up.
 */
export const leadsCentre = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'worker' && actor.postKind === 'dispatchLead');
