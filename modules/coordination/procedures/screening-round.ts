import { body, defineProcedure, tasksEnded, text, workingDays } from '../../matters/index.ts';
import { problemsListed } from '../rules/problems-listed.ts';
import { chosenHere, reason } from './basis.ts';
import { problemRisk } from './priority-problem.ts';

const basis = chosenHere('认真排查、摸底（S38）', 'Screened thoroughly (S38)');

/**
 * Screening round (重点问题排查): problems that are known or show early signs are listed, each with an owner and measures of its
 * own; the round is closed when each has its result, and says what changed since the one before.
 *
 * Source: catalogue S38 (重点问题排查清单; closing requires evidence; comparison round to round).
 */
export const screeningRound = defineProcedure({
  id: 'screening-round',
  version: 1,
  zh: '重点问题排查',
  en: 'Screening round',
  holdsFrom: '2026-11-01',
  sources: [{ zh: '重点问题排查清单（S38）', en: 'Periodic screening of priority problems (S38)' }],
  promise: {
    zh: '排出来的每个问题有单位、有措施、有期限；有凭据才能销号，一轮和一轮比。',
    en: 'Each problem has an owner, measures and a limit; it is closed on evidence, and rounds are compared.',
  },
  roles: {
    raiser: { zh: '提出人', en: 'whoever asked for it', is: 'reporter' },
    keeper: { zh: '排查人', en: 'who screens', is: 'firstContact' },
    lead: { zh: '排查单位', en: 'the body that screens', is: 'holder' },
    leadHead: { zh: '排查单位负责人', en: 'its head', is: 'holderHead' },
  },
  states: {
    screening: {
      zh: '排查化解中',
      en: 'Going on',
      kind: 'open',
      owner: 'leadHead',
      plain: { zh: '正在排查，逐个化解', en: 'Problems are listed and solved one by one' },
    },
    closed: {
      zh: '已结束',
      en: 'Closed',
      kind: 'final',
      plain: { zh: '这一轮排查已结束', en: 'The round is over' },
    },
    calledOff: {
      zh: '已取消',
      en: 'Called off',
      kind: 'final',
      plain: { zh: '这一轮没有进行', en: 'The round was called off' },
    },
  },
  mainPath: ['screening', 'closed'],
  opening: {
    by: ['keeper'],
    to: 'screening',
    atDesk: {
      posts: ['supervisor', 'dispatchLead', 'taskGroupLead'],
      keptBy: 'openersBody',
      concerns: 'community',
      titleFrom: 'what',
    },
    asks: { what: text({ zh: '这一轮查什么', en: 'What this round looks for' }, { min: 5, max: 300 }) },
    says: { zh: '{{actor}}开始一轮排查。', en: '{{actor}} began a round.' },
  },
  steps: {
    list: {
      zh: '列一个问题',
      en: 'List a problem',
      from: ['screening'],
      to: 'same',
      by: ['keeper', 'lead'],
      asks: {
        problem: text({ zh: '什么问题（不写人名）', en: 'Which problem (no names)' }, { min: 5, max: 500 }),
        risk: problemRisk,
        measures: text({ zh: '打算怎么化解', en: 'How it is to be solved' }, { min: 5, max: 1000 }),
        body: body(
          { zh: '由谁负责', en: 'Who is responsible' },
          ['department', 'taskGroup', 'subdistrictOffice', 'residentsCommittee', 'villagersCommittee'],
          'district',
        ),
      },
      opens: {
        procedure: 'priority-problem',
        fills: {
          problem: { field: 'problem' },
          risk: { field: 'risk' },
          measures: { field: 'measures' },
          body: { field: 'body' },
          whole: { words: { zh: '{{number}} {{title}}', en: '{{number}} {{title}}' } },
        },
      },
      says: {
        zh: '{{actor}}列出一个问题，由{{target}}负责（{{other}}）。',
        en: '{{actor}} listed a problem for {{target}} ({{other}}).',
      },
    },
    close: {
      zh: '结束这一轮',
      en: 'Close the round',
      from: ['screening'],
      to: 'closed',
      by: ['leadHead'],
      onlyIf: [problemsListed, tasksEnded],
      concludes: 'solved',
      weighs: true,
      asks: {
        compared: text(
          {
            zh: '和上一轮比：多了什么、少了什么、哪些又来了',
            en: 'Compared with the round before: what is new, gone, or back',
          },
          { min: 10, max: 2000 },
        ),
      },
      tells: ['raiser', 'keeper'],
      says: {
        zh: '{{actor}}结束这一轮排查，写明和上一轮比。',
        en: '{{actor}} closed the round, compared with the one before.',
      },
    },
    callOff: {
      zh: '取消这一轮',
      en: 'Call it off',
      from: ['screening'],
      to: 'calledOff',
      by: ['leadHead'],
      onlyIf: [tasksEnded],
      concludes: 'withdrawn',
      weighs: true,
      asks: { reason },
      tells: ['raiser', 'keeper'],
      says: { zh: '{{actor}}取消这一轮，理由已写明。', en: '{{actor}} called the round off, with the reason.' },
    },
  },
  clocks: {
    listing: {
      zh: '排出清单的时限',
      en: 'Time to list',
      within: workingDays(10),
      runsIn: ['screening'],
      metBy: ['list'],
      whenMissed: { tell: ['keeper', 'leadHead'] },
      districtMay: { min: 5, max: 20 },
      basis,
    },
    total: {
      zh: '一轮的期限',
      en: 'Time for a round',
      within: workingDays(60),
      runsIn: ['screening'],
      metBy: ['close', 'callOff'],
      nearWhen: workingDays(5),
      whenNear: { remind: ['lead', 'leadHead'] },
      whenMissed: { tell: ['leadHead'], tellTierAbove: true },
      districtMay: { min: 20, max: 120 },
      basis,
    },
  },
  published: { in: [], masked: true },
  archiveYears: 10,
});
