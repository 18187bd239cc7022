import { sayRefusal } from '../../../platform/i18n/words.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { QuestionPreview } from '../contract/disclosures.ts';
import { maskQuestion, showAnswer } from '../rules/question-text.ts';
import { loadNoticeQuestions } from '../store/notice-store.ts';

/**
 * How a question under a notice and the answer that is being written will read in public (公开回答预览), masked; nothing is kept.
 *
 * @param draft the answer, and what is to be masked more, as it was typed
 * @returns both masked, and the pieces that stay as they are with the reason; or `matter.not_found`: no such question in the scope
 */
export async function previewQuestion(
  work: Work,
  matterId: string,
  draft: { readonly answer: string; readonly hide: string },
): Promise<Result<QuestionPreview>> {
  const [question] = await loadNoticeQuestions(work, { matterId }, 1);
  if (!question) return refuse('matter.not_found');
  const masked = maskQuestion(question.what ?? '', [...question.hidden, draft.hide]);
  const typed = masked.kept.filter(({ words }) => draft.hide.includes(words));
  return done({
    question: masked.shown,
    answer: showAnswer(draft.answer, masked),
    kept: typed.map(({ words, why }) => ({ words, message: sayRefusal(why) })),
  });
}
