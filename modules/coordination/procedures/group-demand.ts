import { body, calendarDays, choice, day, defineProcedure, text, workingDays } from '../../matters/index.ts';
import { cause, chosenHere, measure, shownBy } from './basis.ts';

const basis = chosenHere('逐条答复，答应的有日期（S42）', 'Each demand answered, each promise with a day (S42)');
const demand = text({ zh: '要求什么', en: 'What is asked for' }, { min: 5, max: 500 });

/**
 * One demand of a group petition (逐条答复): accepted or accepted in part, with what will be done by which day; or not, signed by
 * the head with the reason.
 *
 * Source: catalogue S42 (list of demands each answered: accept / partly / cannot, why; commitments with dates), S35.
 */
export const groupDemand = defineProcedure({
  id: 'group-demand',
  version: 1,
  zh: '群体诉求逐条答复',
  en: 'One demand of a group petition',
  holdsFrom: '2026-11-01',
  sources: [{ zh: '群体性上访处置与面对面说明（S42）', en: 'Group petitions (S42)' }],
  promise: {
    zh: '这一条接受多少、办不到多少，都写明；答应的有日期。',
    en: 'How much is accepted and what is not is said; a promise has its day.',
  },
  roles: {
    representatives: { zh: '代表', en: 'the representatives', is: 'reporter' },
    lister: { zh: '列出这一条的人', en: 'whoever listed it', is: 'firstContact' },
    handler: { zh: '答复单位', en: 'the body that answers', is: 'holder' },
    head: { zh: '答复单位负责人', en: 'its head', is: 'holderHead' },
  },
  states: {
    asked: {
      zh: '待答复',
      en: 'To be answered',
      kind: 'open',
      owner: 'handler',
      plain: { zh: '等单位答复这一条', en: 'Waiting for the answer' },
    },
    promised: {
      zh: '已答应，办理中',
      en: 'Promised',
      kind: 'open',
      owner: 'handler',
      plain: { zh: '答应了，有日期，正在办', en: 'Promised by a day; being done' },
    },
    kept: { zh: '已兑现', en: 'Kept', kind: 'final', plain: { zh: '答应的办到了', en: 'The promise was kept' } },
    explained: {
      zh: '已说明办不到',
      en: 'Explained',
      kind: 'final',
      plain: { zh: '办不到，原因已说明', en: 'Cannot be done; why was said' },
    },
  },
  mainPath: ['asked', 'promised', 'kept'],
  task: { keptBy: { field: 'body' }, titleFrom: 'demand' },
  opening: {
    by: ['lister'],
    to: 'asked',
    asks: {
      demand,
      body: body(
        { zh: '由谁答', en: 'Who answers' },
        ['department', 'taskGroup', 'subdistrictOffice', 'residentsCommittee', 'villagersCommittee', 'districtCentre'],
        'district',
      ),
      whole: text({ zh: '哪一件群体诉求', en: 'Which group petition' }, { min: 1, max: 200 }),
    },
    says: { zh: '请{{target}}答这一条。', en: '{{target}} is to answer this demand.' },
  },
  steps: {
    promise: {
      zh: '接受，定日期',
      en: 'Accept, with a day',
      from: ['asked'],
      to: 'promised',
      by: ['handler'],
      sets: { clock: 'keeping', field: 'doneOn' },
      asks: {
        answer: choice(
          { zh: '接受多少', en: 'How much is accepted' },
          { accepted: { zh: '接受', en: 'Accepted' }, partly: { zh: '部分接受', en: 'In part' } },
        ),
        reply: text(
          { zh: '做什么；不接受的部分为什么', en: 'What will be done; why not the rest' },
          { min: 10, max: 2000 },
        ),
        doneOn: day({ zh: '哪天办到', en: 'Done by' }, { fromDays: 1, toDays: 365 }),
      },
      tells: ['lister', 'representatives', 'head'],
      says: { zh: '{{body}}答应了，{{day}} 前办到。', en: '{{body}} promised it by {{day}}.' },
    },
    refuse: {
      zh: '办不到，说明原因',
      en: 'Cannot be done, and why',
      from: ['asked', 'promised'],
      to: 'explained',
      by: ['head'], // the head answers for every "cannot be done" (S35)
      concludes: 'explained',
      weighs: true,
      asks: { cause, measure },
      tells: ['lister', 'representatives'],
      says: { zh: '{{body}}负责人{{actor}}说明办不到的原因。', en: '{{actor}}, head of {{body}}, explained why not.' },
    },
    keep: {
      zh: '已办到',
      en: 'Done as promised',
      from: ['promised'],
      to: 'kept',
      by: ['handler'],
      concludes: 'solved',
      asks: { result: text({ zh: '办成什么', en: 'What was done' }, { min: 10, max: 2000 }), shownBy },
      tells: ['lister', 'representatives'],
      says: { zh: '{{body}}办到了答应的事。', en: '{{body}} kept its promise.' },
    },
  },
  clocks: {
    answering: {
      zh: '答复时限',
      en: 'Time to answer',
      within: workingDays(5),
      runsIn: ['asked'],
      metBy: ['promise', 'refuse'],
      whenNear: { remind: ['handler'] },
      whenMissed: { tell: ['head', 'lister'], tellTierAbove: true },
      districtMay: { min: 2, max: 10 },
      basis,
    },
    keeping: {
      zh: '答应的日期',
      en: 'The promised day',
      within: calendarDays(365),
      runsIn: ['promised'],
      metBy: ['keep', 'refuse'],
      whenNear: { remind: ['handler', 'head'] },
      whenMissed: { tell: ['head', 'lister'], tellTierAbove: true },
      basis,
    },
  },
  published: { in: [], masked: true },
  archiveYears: 30,
});
