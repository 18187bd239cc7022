import { body, defineProcedure, text, workingDays } from '../../matters/index.ts';
import { chosenHere, reason } from './basis.ts';

const basis = chosenHere('部门当专家顾问（S13）', 'Departments are advisers (S13)');

/**
 * Question to an adviser (顾问答问): a department is asked how something can be solved, as part of an escalation; its answer is
 * read by the community too.
 *
 * Source: catalogue S13 (邀请他们成为我们的社区治理“专家顾问”).
 */
export const adviserQuestion = defineProcedure({
  id: 'adviser-question',
  version: 1,
  zh: '顾问答问',
  en: 'Question to an adviser',
  holdsFrom: '2026-11-01',
  sources: [{ zh: '专项工作组与专家顾问（S13）', en: 'Task group and expert advisers (S13)' }],
  promise: {
    zh: '部门两个工作日内答问，答的是办法和依据。',
    en: 'The department answers within two working days, with the way and the rule.',
  },
  roles: {
    raiser: { zh: '提出人', en: 'whoever brought it up', is: 'reporter' },
    asker: { zh: '提问人', en: 'whoever asked', is: 'firstContact' },
    adviser: { zh: '顾问单位', en: 'the adviser', is: 'holder' },
    adviserHead: { zh: '顾问单位负责人', en: 'its head', is: 'holderHead' },
  },
  states: {
    asked: {
      zh: '等答问',
      en: 'Asked',
      kind: 'open',
      owner: 'adviser',
      plain: { zh: '已请部门出主意', en: 'A department was asked' },
    },
    answered: {
      zh: '已答问',
      en: 'Answered',
      kind: 'final',
      plain: { zh: '部门已给出办法', en: 'The department answered' },
    },
    takenBack: {
      zh: '不用答了',
      en: 'Taken back',
      kind: 'final',
      plain: { zh: '提问已撤回', en: 'The question was taken back' },
    },
  },
  mainPath: ['asked', 'answered'],
  task: { keptBy: { field: 'body' }, titleFrom: 'ask' },
  opening: {
    by: ['asker'],
    to: 'asked',
    asks: {
      ask: text({ zh: '问什么', en: 'The question' }, { min: 10, max: 1000 }),
      body: body(
        { zh: '请哪一家', en: 'Which body' },
        ['department', 'districtCentre', 'subdistrictOffice'],
        'district',
      ),
      whole: text({ zh: '哪一件上报', en: 'Which escalation' }, { min: 1, max: 200 }),
    },
    says: { zh: '{{actor}}请{{target}}出主意。', en: '{{actor}} asked {{target}} for advice.' },
  },
  steps: {
    answer: {
      zh: '答问',
      en: 'Answer',
      from: ['asked'],
      to: 'answered',
      by: ['adviser'],
      concludes: 'solved',
      asks: {
        answer: text({ zh: '办法', en: 'What can be done' }, { min: 10, max: 3000 }),
        rule: text({ zh: '依据（文件名、条款）', en: 'By which rule (paper, article)' }, { min: 2, max: 300 }),
      },
      tells: ['asker', 'raiser'],
      says: { zh: '{{body}}给出了办法和依据。', en: '{{body}} gave the way and the rule.' },
    },
    takeBack: {
      zh: '不用答了',
      en: 'Take the question back',
      from: ['asked'],
      to: 'takenBack',
      by: ['asker'],
      concludes: 'withdrawn',
      asks: { reason },
      tells: ['adviser', 'raiser'],
      says: { zh: '{{actor}}撤回提问。', en: '{{actor}} took the question back.' },
    },
  },
  clocks: {
    answering: {
      zh: '答问时限',
      en: 'Time to answer',
      within: workingDays(2),
      runsIn: ['asked'],
      metBy: ['answer', 'takeBack'],
      whenNear: { remind: ['adviser'] },
      whenMissed: { tell: ['asker', 'adviserHead'], tellTierAbove: true },
      districtMay: { min: 1, max: 5 },
      basis,
    },
  },
  published: { in: [], masked: true },
  archiveYears: 10,
});
