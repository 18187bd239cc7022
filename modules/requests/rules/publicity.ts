import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Actor } from '../../../platform/work.ts';
import type { Matter } from '../../matters/index.ts';
import type { ObjectionDecision } from '../contract/mask-kinds.ts';

export type Objection = { readonly decision: ObjectionDecision | null };
type Held = Pick<Matter, 'holder' | 'offer' | 'firstContact'>;

const MOST_OBJECTIONS = 3;

/** Says whether a worker may mask more of a request (能否遮盖): those who hold it, are asked to take it, or heard it first. */
export function mayMask(actor: Actor, { holder, offer, firstContact }: Held): Result<undefined, 'mask.not_yours'> {
  const bodies = [holder.bodyId, offer?.to.bodyId, firstContact.bodyId];
  return actor.kind === 'worker' && bodies.includes(actor.bodyId) ? done(undefined) : refuse('mask.not_yours');
}

/** Says whether a worker may decide an objection (能否决定): the head of the body that handles it, with a name. */
export function mayDecideObjection(
  actor: Actor,
  { holder }: Pick<Held, 'holder'>,
  objections: readonly Objection[],
): Result<undefined, 'objection.none' | 'objection.not_yours'> {
  if (!objections.some(({ decision }) => decision === null)) return refuse('objection.none');
  const isHead = actor.kind === 'worker' && actor.isHead && actor.bodyId === holder.bodyId;
  return isHead ? done(undefined) : refuse('objection.not_yours');
}

/** Says whether the person who asked may object to publication now (能否提出异议). */
export function mayObject(
  wantsPublic: boolean,
  objections: readonly Objection[],
): Result<undefined, 'objection.not_public' | 'objection.open' | 'objection.kept_off' | 'objection.used_up'> {
  if (!wantsPublic) return refuse('objection.not_public');
  if (objections.some(({ decision }) => decision === null)) return refuse('objection.open');
  if (objections.some(({ decision }) => decision === 'keptOff')) return refuse('objection.kept_off');
  return objections.length >= MOST_OBJECTIONS
    ? refuse('objection.used_up', { times: MOST_OBJECTIONS })
    : done(undefined);
}
