import type { Work } from '../../../platform/work.ts';
import { findBody, findDeciderBody, findDistrictCentre, findTaskGroup, type Body } from '../../bodies/index.ts';
import { subdistrictOf } from '../../territory/index.ts';
import type { Move, Step, Target } from '../kit/define-procedure.ts';
import type { BodyRef, Input, Matter } from '../kit/matter.ts';
import type { Targets } from '../rules/decide.ts';
import { mayBeChosen } from '../rules/may-be-chosen.ts';
import { bodyRefOf } from '../store/body-ref.ts';

const asRef = async (work: Work, body: Body | undefined): Promise<BodyRef | undefined> =>
  body && (await bodyRefOf(work, body));

/** Looks up the bodies that a step could hand the matter to (转办去向); what does not exist here is left out. */
export async function resolveTargets(work: Work, matter: Matter, step: Step, input: Input): Promise<Targets> {
  const moves = typeof step.to === 'object' ? step.to.map((branch) => branch.moves) : [step.moves];
  const wanted = new Set(moves.flatMap(targetsIn));
  const targets: Partial<Record<Target, BodyRef>> = {};
  for (const target of wanted) {
    const found = await asRef(work, await findTarget(work, matter, target, step, input));
    if (found) targets[target] = found;
  }
  return targets;
}

function targetsIn(move: Move | undefined): Target[] {
  if (!move) return [];
  if ('offerTo' in move) return [move.offerTo];
  return 'ruleTo' in move ? [move.ruleTo] : [];
}

async function findTarget(
  work: Work,
  matter: Matter,
  target: Target,
  step: Step,
  input: Input,
): Promise<Body | undefined> {
  switch (target) {
    case 'tierAbove':
      return findTierAbove(work, matter.areaCode);
    case 'decider':
      // Above the district's centre there is nobody here: its own head decides.
      return (await findDeciderBody(work, matter.holder.bodyId)) ?? findBody(work, matter.holder.bodyId);
    case 'cameFrom': {
      const last = matter.cameFrom.at(-1);
      return last ? findBody(work, last) : undefined;
    }
    case 'chosen': {
      const [name, field] = Object.entries(step.asks ?? {}).find(([, asked]) => asked.kind === 'body') ?? [];
      const chosen = name ? input[name] : undefined;
      if (typeof chosen !== 'string' || !field) return undefined;
      const body = await findBody(work, chosen);
      return body && mayBeChosen(body, field, matter) ? body : undefined;
    }
  }
}

/** A community that the district runs itself has no sub-district above it, but the district's centre (S10). */
async function findTierAbove(work: Work, areaCode: string): Promise<Body | undefined> {
  const subdistrict = subdistrictOf(areaCode);
  if (subdistrict) return findTaskGroup(work, subdistrict);
  return areaCode.length >= 12 ? findDistrictCentre(work) : undefined;
}
