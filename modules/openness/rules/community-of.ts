import type { Actor } from '../../../platform/work.ts';

const CODE_LENGTH = 12;

/** The community for which a post may disclose (本社区); undefined for a post of none. */
export const communityOf = (actor: Actor): string | undefined =>
  actor.kind === 'worker' && actor.areaCode.length >= CODE_LENGTH ? actor.areaCode.slice(0, CODE_LENGTH) : undefined;
