import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findCourse, notePublicity, type FieldsRefused } from '../../matters/index.ts';
import type { ObjectionDecision } from '../contract/mask-kinds.ts';
import { mayDecideObjection, mayObject } from '../rules/publicity.ts';
import { insertObjection, loadObjections, saveObjectionDecision } from '../store/publicity-store.ts';
import { findRequest } from '../store/request-store.ts';

type Order = { readonly matterId: string; readonly commandId: string; readonly reason: string };

/**
 * The person who asked objects to its being public (对公开提出异议): it is off the public pages at once, until the head of the body that
 * handles it has decided.
 *
 * @returns done, or a refusal: `matter.not_found`, `objection.not_public`, `objection.open`, `objection.kept_off`,
 *   `objection.used_up`, `input.fields` at `reason`, `command.used_elsewhere`
 */
export async function objectToPublication(
  work: Work,
  order: Order,
): Promise<Result<{ repeated: boolean }> | FieldsRefused> {
  const { matterId } = order;
  const request = await findRequest(work, matterId);
  if (!request) return refuse('matter.not_found');
  const keep = async () => {
    const objections = await loadObjections(work, matterId);
    const may = mayObject(request.wantsPublic, objections);
    if (may.ok) await insertObjection(work, matterId, objections.length + 1);
    return may;
  };
  return notePublicity(work, { ...order, what: 'objected', keep });
}

/**
 * Decides an objection to publication (决定公开异议), with a reason that the person who asked reads: it stays off for good, or it is public
 * again in its masked form.
 *
 * @returns done, or a refusal: `matter.not_found`, `objection.none`, `objection.not_yours`, `input.fields` at `reason`,
 *   `command.used_elsewhere`
 */
export async function decideObjection(
  work: Work,
  { decision, ...order }: Order & { readonly decision: ObjectionDecision },
): Promise<Result<{ repeated: boolean }> | FieldsRefused> {
  const { matterId } = order;
  const course = await findCourse(work, matterId);
  if (!course) return refuse('matter.not_found');
  const keep = async () => {
    const may = mayDecideObjection(work.actor, course.matter, await loadObjections(work, matterId));
    if (!may.ok) return may;
    await saveObjectionDecision(work, matterId, decision);
    return done(null);
  };
  return notePublicity(work, { ...order, what: decision, keep });
}
