import { refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findFirstContact } from '../../bodies/index.ts';
import { findBodyRef, findHeldProcedure, openMatter, type FieldsRefused, type Opened } from '../../matters/index.ts';
import type { AskUnderNotice } from '../contract/notices.ts';
import { noticeQuestion } from '../procedures/notice-question.ts';
import { isPublicNotice } from '../rules/disclosure-items.ts';
import { findDisclosureRow } from '../store/disclosure-store.ts';
import { insertNoticeQuestion } from '../store/notice-store.ts';

/**
 * Asks something under a public notice (公告下提问), without an account: the body that gave the notice has to answer it in public. It
 * is read together with its answer, masked (decision 0030); nobody chooses which questions stand there.
 *
 * @returns the matter, also for the same command sent again; or a refusal:
 *   - `notice.not_found`: this community has no such notice
 *   - `request.nobody_in_charge`: nobody is in post from the place up to the district
 *   - `input.fields`: the question is too short or too long
 *   - `procedure.not_found`, and those of {@link openMatter}
 * @source S182
 */
export async function askUnderNotice(
  work: Work,
  { commandId, matterId, code, noticeId, what }: AskUnderNotice & { readonly matterId: string },
): Promise<Result<Opened> | FieldsRefused> {
  const notice = await findDisclosureRow(work, noticeId);
  if (notice?.areaCode !== code || !isPublicNotice(notice.item)) return refuse('notice.not_found');
  const held = await findHeldProcedure(work, noticeQuestion.id);
  if (!held) return refuse('procedure.not_found');
  const firstContact = await findFirstContact(work, code);
  if (!firstContact) return refuse('request.nobody_in_charge');
  const opened = await openMatter(work, {
    procedureId: held.id,
    procedureVersion: held.version,
    commandId,
    matterId,
    by: { kind: 'reporter' },
    role: 'asker',
    areaCode: code,
    place: '',
    title: what,
    firstContact,
    keeper: await findBodyRef(work, notice.bodyId),
    input: { what },
  });
  if (opened.ok && !opened.value.repeated) await insertNoticeQuestion(work, { matterId, noticeId });
  return opened;
}
