import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { NoticeOfQuestion } from '../contract/disclosures.ts';
import { findDisclosureRow } from '../store/disclosure-store.ts';
import { findNoticeOfQuestion } from '../store/notice-store.ts';

/**
 * The notice under which a question was asked (问的是哪条公告), for whoever answers it.
 *
 * @returns or `matter.not_found`: no such question in the scope
 */
export async function findNoticeOf(work: Work, matterId: string): Promise<Result<NoticeOfQuestion>> {
  const noticeId = await findNoticeOfQuestion(work, matterId);
  const notice = noticeId === undefined ? undefined : await findDisclosureRow(work, noticeId);
  if (!notice) return refuse('matter.not_found');
  const { id, areaCode, words, at } = notice;
  return done({ id, community: areaCode, words, at: at.toISOString() });
}
