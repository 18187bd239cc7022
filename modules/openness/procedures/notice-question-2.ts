import { defineProcedure, text } from '../../matters/index.ts';
import { noticeQuestion } from './notice-question.ts';

const { opening, steps } = noticeQuestion;

/**
 * Question under a public notice (公告下的提问), version 2: its words stand under the notice together with the answer, read first by
 * who answers, who names what in them tells of a person; until then everybody reads that a question waits, for whom and until
 * when. Every question is shown, none can be refused.
 *
 * Source: catalogue S182; that words are read first is this program's choice (decision 0030).
 */
export const noticeQuestion2 = defineProcedure({
  ...noticeQuestion,
  version: 2,
  holdsFrom: '2026-11-26',
  promise: {
    zh: '问了就有编号，发公告的单位三个工作日内公开回答，问题和回答一起公开；不挑问题，不删问题，只遮姓名门牌。',
    en: 'A question has its number at once; whoever gave the notice answers within three working days, and question and answer are public together. No question is chosen or taken away; only what tells who somebody is, is masked.',
  },
  opening: {
    ...opening,
    says: {
      zh: '有人在公告下提问，和回答一起公开。',
      en: 'Somebody asked under a notice; question and answer are public together.',
    },
  },
  steps: {
    ...steps,
    answer: {
      ...steps.answer,
      asks: {
        ...steps.answer.asks,
        hide: text(
          {
            zh: '提问里还要遮的姓名、门牌（照原文写，用顿号隔开）',
            en: 'What in the question tells who somebody is and is not masked yet (as it stands there, with commas between)',
          },
          { min: 2, max: 200, optional: true, visible: 'internal' },
        ),
      },
    },
  },
});
