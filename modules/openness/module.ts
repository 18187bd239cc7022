import { noticeQuestion } from './procedures/notice-question.ts';
import { noticeQuestion2 } from './procedures/notice-question-2.ts';

/** Openness (公开): Open311, open data, figures, feeds. */
export const openness = {
  name: 'openness',
  dependsOn: ['territory', 'bodies', 'access', 'matters', 'notices', 'requests'],
  tables: [
    'openness.clients',
    'openness.points',
    'openness.facts',
    'openness.subscriptions',
    'openness.disclosures',
    'openness.disclosure_files',
    'openness.notice_questions',
  ],
  permissions: [],
  procedures: [noticeQuestion, noticeQuestion2],
} as const;
