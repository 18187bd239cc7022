import { done, refuse, type Result } from '../../../platform/result.ts';
import type { StepTaken } from '../kit/events.ts';
import type { LinkKind, Step } from '../kit/define-procedure.ts';
import { joinsIn } from '../kit/link-kind.ts';
import type { Matter } from '../kit/matter.ts';

/** The matter to which a step would tie this one, looked up in the scope of the work. */
export type OtherMatter = {
  readonly matterId: string;
  readonly number: string;
  readonly procedureId: string;
  readonly isEnded: boolean;
  /** Matters to which it leads, directly or through others. */
  readonly leadsTo: readonly string[];
  /** How this one leads to it already. */
  readonly tiedAs: readonly LinkKind[];
};

export type LinkRefusal =
  | 'link.no_such_matter'
  | 'link.to_itself'
  | 'link.ended'
  | 'link.other_procedure'
  | 'link.circle'
  | 'link.already';

/**
 * Decides whether a step may tie a matter to another (关联、合并): one that lives on (or is only taken up, to be looked at), of
 * the same procedure where it joins in, and that does not lead back to this one.
 *
 * @returns the link for the event, null when the step ties nothing; or a refusal: `link.no_such_matter` (none of this
 *   number in the scope), `link.to_itself`, `link.ended`, `link.other_procedure`, `link.circle`, `link.already`
 */
export function decideLink(
  step: Step,
  matter: Pick<Matter, 'id' | 'procedureId'>,
  other: OtherMatter | undefined,
): Result<StepTaken['link'] | null, LinkRefusal> {
  if (!step.links) return done(null);
  if (!other) return refuse('link.no_such_matter');
  const { matterId, number } = other;
  if (matterId === matter.id) return refuse('link.to_itself');
  if (other.isEnded && step.links.kind !== 'takesUp') return refuse('link.ended', { number });
  if (joinsIn(step.links.kind) && other.procedureId !== matter.procedureId)
    return refuse('link.other_procedure', { number });
  if (other.leadsTo.includes(matter.id)) return refuse('link.circle', { number });
  if (other.tiedAs.includes(step.links.kind)) return refuse('link.already', { number });
  return done({ kind: step.links.kind, to: { matterId, number } });
}
