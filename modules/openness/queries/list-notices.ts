import type { Work } from '../../../platform/work.ts';
import { describeBodies, describePeople, findHeadOf } from '../../bodies/index.ts';
import type { NoticeQuestion } from '../contract/notices.ts';
import { maskQuestion, showAnswer, showQuestion } from '../rules/question-text.ts';
import { loadNoticeQuestions } from '../store/notice-store.ts';

const MOST_SHOWN = 200;

/**
 * Lists the questions under a notice (公告下的提问), whatever entry of its history they were asked under. For anyone; the work needs
 * the scope of the district, and nothing of it is shown but what the procedure makes public, masked.
 */
export async function listNoticeQuestions(work: Work, noticeIds: readonly string[]): Promise<NoticeQuestion[]> {
  const rows = await loadNoticeQuestions(work, { noticeIds }, MOST_SHOWN);
  const bodyIds = [...new Set(rows.map(({ bodyId }) => bodyId))];
  const names = new Map((await describeBodies(work, bodyIds)).map((body) => [body.bodyId, body]));
  const heads = new Map<string, NoticeQuestion['head']>();
  for (const bodyId of bodyIds) {
    const head = await findHeadOf(work, bodyId);
    const [person] = head === undefined ? [] : await describePeople(work, [head]);
    heads.set(bodyId, person ? { zh: person.nameZh, en: person.nameEn } : null);
  }
  return rows.map(({ number, what, at, bodyId, dueAt, answers, version, hidden }) => ({
    number,
    what: showQuestion({ what: what ?? '', version, isAnswered: answers.length > 0, hidden }),
    at: at.toISOString(),
    answerBy: dueAt?.toISOString() ?? null,
    body: { zh: names.get(bodyId)?.nameZh ?? '', en: names.get(bodyId)?.nameEn ?? '' },
    head: heads.get(bodyId) ?? null,
    answers: answers.map((one) => ({
      text: showAnswer(one.text, maskQuestion(what ?? '', hidden)),
      at: new Date(one.at).toISOString(),
    })),
  }));
}
