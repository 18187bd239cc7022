import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Actor } from '../../../platform/work.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import { cleanText } from './clean-text.ts';
import { hasGap, slots, strangeSlotsIn } from '../contract/fill-template.ts';
import { leadsCentre } from './leads-centre.ts';

export type WantedTemplate = {
  readonly step: string;
  readonly field: string;
  /** With slots and gaps; null: none is offered from then on. */
  readonly words: string | null;
  readonly since: Date;
  readonly reason: string;
  readonly source: string;
};

/**
 * Says whether a district may word the starting text of an answer (能否设定答复范本): the head of its centre, for a field that the
 * procedure leaves to the district, no longer than the field, with something left for the person who answers, from now on
 * and never backwards, with a reason and the paper that says so.
 *
 * @returns done, or a refusal: `template.not_yours`, `template.no_such_field`, `template.too_long`,
 *   `template.strange_slot`, `template.says_it_all`, `setting.no_reason`, `setting.backwards`
 * @source S26, S35
 */
export function maySetTemplate(
  procedure: Procedure | undefined,
  wanted: WantedTemplate,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Result<null> {
  if (!leadsCentre(actor)) return refuse('template.not_yours');
  const field = procedure?.steps[wanted.step]?.asks?.[wanted.field];
  if (field?.kind !== 'text' || !field.districtWords) return refuse('template.no_such_field');
  if (wanted.words !== null) {
    const words = cleanText(wanted.words);
    if ([...words].length > field.max) return refuse('template.too_long', { max: field.max });
    const [strange] = strangeSlotsIn(words);
    if (strange !== undefined) return refuse('template.strange_slot', { slot: strange, slots: slots.join(', ') });
    if (!hasGap(words)) return refuse('template.says_it_all');
  }
  if (!wanted.reason.trim() || !wanted.source.trim()) return refuse('setting.no_reason');
  return wanted.since < now ? refuse('setting.backwards') : done(null);
}
