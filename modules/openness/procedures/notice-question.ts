import { defineProcedure, text, workingDays } from '../../matters/index.ts';

const answer = text(
  { zh: '公开的回答（不写人名门牌）', en: 'The public answer (no names, no door numbers)' },
  { min: 10, max: 2000, visible: 'public' },
);

/**
 * A question under a public notice (公告下的提问): everybody reads it at once, masked, and everybody reads the answer; the body
 * that gave the notice has to answer within the limit. No question is chosen or taken away, and an
 * answer is put right by a later one below it.
 *
 * Source: catalogue S182 (群众信息反馈与及时公开: questions and answers under the notice). The length is this program's choice.
 */
export const noticeQuestion = defineProcedure({
  id: 'notice-question',
  version: 1,
  zh: '公告下的提问',
  en: 'Question under a notice',
  holdsFrom: '2026-11-01',
  sources: [{ zh: '群众信息反馈与及时公开（S182）', en: 'Feedback to the public, in time (S182)' }],
  promise: {
    zh: '问了就能看到，发公告的单位三个工作日内公开回答；不挑问题，不删问题。',
    en: 'What you ask is seen at once, and whoever gave the notice answers in public within three working days; no question is chosen or taken away.',
  },
  roles: {
    asker: { zh: '提问人', en: 'whoever asked', is: 'reporter' },
    desk: { zh: '首问人', en: 'first contact', is: 'firstContact' },
    office: { zh: '发公告的单位', en: 'the body that gave the notice', is: 'holder' },
    officeHead: { zh: '发公告的单位负责人', en: 'its head', is: 'holderHead' },
  },
  states: {
    asked: {
      zh: '待回答',
      en: 'To be answered',
      kind: 'open',
      owner: 'office',
      plain: { zh: '等单位公开回答', en: 'Waiting for the public answer' },
    },
    answered: {
      zh: '已回答',
      en: 'Answered',
      kind: 'final',
      plain: { zh: '已经公开回答', en: 'It was answered in public' },
    },
  },
  mainPath: ['asked', 'answered'],
  opening: {
    by: ['asker'],
    to: 'asked',
    asks: {
      what: text({ zh: '想问什么', en: 'Your question' }, { min: 5, max: 500, visible: 'public' }),
    },
    says: { zh: '有人在公告下提问。', en: 'Somebody asked under a notice.' },
  },
  steps: {
    note: {
      zh: '记一笔核实',
      en: 'Record what was checked',
      from: ['asked'],
      to: 'same',
      by: ['office'],
      visible: 'internal',
      asks: { note: text({ zh: '核实情况', en: 'What was checked' }, { min: 2, max: 1000, visible: 'internal' }) },
      says: { zh: '{{actor}}记下了核实情况。', en: '{{actor}} recorded what was checked.' },
    },
    answer: {
      zh: '公开回答',
      en: 'Answer in public',
      from: ['asked'],
      to: 'answered',
      by: ['office'],
      concludes: 'explained',
      weighs: true,
      asks: { answer },
      tells: ['asker', 'desk'],
      says: { zh: '{{body}}公开回答。', en: '{{body}} answered in public.' },
    },
    revise: {
      zh: '回答有误或不全，重新回答',
      en: 'Wrong or not whole: answer again',
      from: ['answered'],
      to: 'asked', // what was answered stays where it is; the next answer comes below it
      by: ['office', 'officeHead'],
      concludes: null,
      reopens: true,
      asks: {
        reason: text(
          { zh: '哪里要更正或补充（公开）', en: 'What has to be corrected or added (public)' },
          { min: 5, max: 300, visible: 'public' },
        ),
      },
      tells: ['asker', 'desk'],
      says: { zh: '{{body}}要更正或补充回答。', en: '{{body}} corrects the answer or adds to it.' },
    },
  },
  clocks: {
    answering: {
      zh: '回答时限',
      en: 'Time to answer',
      within: workingDays(3),
      runsIn: ['asked'],
      metBy: ['answer'],
      whenNear: { remind: ['office'] },
      whenMissed: { tell: ['officeHead', 'desk'], tellTierAbove: true },
      districtMay: { min: 1, max: 5 },
      basis: {
        zh: '及时公开、耐心讲解（S182）；时长为本区设定',
        en: 'Open promptly, explain patiently (S182); length set by this district',
        kind: 'localSetting',
        since: '2026-11-01',
      },
    },
  },
  published: { in: ['asked', 'answered'], masked: true },
  archiveYears: 10,
});
