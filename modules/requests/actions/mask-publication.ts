import { say } from '../../../platform/i18n/words.ts';
import { refuse, done, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findCourse, findSaid, notePublicity, type FieldsRefused } from '../../matters/index.ts';
import type { MaskKind } from '../contract/mask-kinds.ts';
import { maskMore, mayMaskMore } from '../rules/mask-more.ts';
import { maskSaid } from '../rules/mask-said.ts';
import { mayMask } from '../rules/publicity.ts';
import { insertMask, loadMasks } from '../store/publicity-store.ts';
import { findRequest } from '../store/request-store.ts';
import '../words/index.ts';

type MaskOrder = {
  readonly matterId: string;
  readonly commandId: string;
  readonly words: string;
  readonly kind: MaskKind;
  /** Of an answer that is being written and not sent yet. */
  readonly draft?: string;
};

/**
 * Masks more of what the public reads of a request (多遮): these words, wherever they stand in it, from now on and for good; the original
 * stays, the person who asked is told what kind of thing was masked, and it stands on the timeline.
 *
 * @returns done, or a refusal: `matter.not_found`, `mask.not_yours`, `mask.too_short`, `mask.too_long`, `mask.not_there`,
 *   `mask.too_much`, `request.not_public`, `command.used_elsewhere`
 */
export async function maskPublication(
  work: Work,
  { matterId, commandId, words, kind, draft = '' }: MaskOrder,
): Promise<Result<{ repeated: boolean }> | FieldsRefused> {
  const { actor } = work;
  const course = await findCourse(work, matterId);
  if (!course) return refuse('matter.not_found');
  const may = mayMask(actor, course.matter);
  if (!may.ok || actor.kind !== 'worker') return may.ok ? refuse('mask.not_yours') : may;
  const keep = async () => {
    if (!(await findRequest(work, matterId))?.wantsPublic) return refuse('request.not_public');
    const before = (await loadMasks(work, matterId)).map((mask) => mask.words);
    const { title, body, answer } = maskSaid(course.face, await findSaid(work, matterId), before);
    const shown = [title, body, answer, maskMore(draft, before)].join('\n');
    const allowed = mayMaskMore({ shown, words: words.trim(), before });
    if (!allowed.ok) return allowed;
    await insertMask(work, matterId, { words: words.trim(), kind, accountId: actor.accountId });
    return done(null);
  };
  const reason = say('requests', `maskKinds.${kind}`).zh;
  return notePublicity(work, { matterId, commandId, what: 'masked', keep, reason });
}
