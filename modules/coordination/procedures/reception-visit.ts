import { body, defineProcedure, text, workingDays } from '../../matters/index.ts';
import { cause, chosenHere, measure, progress, reason, shownBy } from './basis.ts';

const basis = chosenHere('领导接访的事要有着落（S37）', 'What a leader heard is followed up (S37)');

/**
 * Visit on a reception day (接访件): what somebody brought to a leader who received them, and what the leader said, handed to a
 * body with a limit.
 *
 * Source: catalogue S37 (领导接访与陈案化解), S35 for what cannot be done.
 */
export const receptionVisit = defineProcedure({
  id: 'reception-visit',
  version: 1,
  zh: '接访件',
  en: 'Visit on a reception day',
  holdsFrom: '2026-11-01',
  sources: [{ zh: '领导接访与陈案化解（S37）', en: 'Leaders receive petitioners (S37)' }],
  promise: {
    zh: '当面说的事当天交给单位，十五个工作日内有答复；凭预约编号查结果。',
    en: 'What was said face to face goes to a body the same day, with an answer in fifteen working days; follow it by the number of the booking.',
  },
  roles: {
    visitor: { zh: '来访人', en: 'the visitor', is: 'reporter' },
    reception: { zh: '接访登记人', en: 'whoever took it down', is: 'firstContact' },
    handler: { zh: '承办单位', en: 'the handling body', is: 'holder' },
    head: { zh: '承办单位负责人', en: 'its head', is: 'holderHead' },
  },
  states: {
    handling: {
      zh: '办理中',
      en: 'Being handled',
      kind: 'open',
      owner: 'handler',
      plain: { zh: '接访的事已交办，正在办', en: 'Handed to a body; being handled' },
    },
    answered: {
      zh: '待登记人回告',
      en: 'The visitor has to be told',
      kind: 'open',
      owner: 'reception',
      plain: { zh: '有结果了，正要告诉您', en: 'There is a result; you are about to be told' },
    },
    told: { zh: '已回告', en: 'Told', kind: 'final', plain: { zh: '结果已告诉您', en: 'You were told the result' } },
  },
  mainPath: ['handling', 'answered', 'told'],
  opening: {
    by: ['reception'],
    to: 'handling',
    atDesk: {
      posts: ['dispatchLead', 'dispatchClerk', 'taskGroupLead', 'taskGroupLiaison', 'officeClerk'],
      keptBy: { field: 'body' },
      concerns: 'community',
      titleFrom: 'what',
    },
    asks: {
      what: text({ zh: '来访反映什么', en: 'What the visitor brought up' }, { min: 5, max: 1000 }),
      leader: text({ zh: '哪位领导接访（职务）', en: 'Which leader received (office)' }, { min: 2, max: 60 }),
      said: text({ zh: '领导怎么说、要求怎么办', en: 'What the leader said and asked for' }, { min: 5, max: 1000 }),
      body: body(
        { zh: '交给哪个单位', en: 'To which body' },
        ['department', 'taskGroup', 'subdistrictOffice', 'residentsCommittee', 'villagersCommittee', 'districtCentre'],
        'district',
      ),
    },
    says: { zh: '接访后交给{{target}}办。', en: 'After the reception it was handed to {{target}}.' },
  },
  steps: {
    note: {
      zh: '记一笔进展',
      en: 'Record progress',
      from: ['handling'],
      to: 'same',
      by: ['handler'],
      asks: { progress },
      tells: ['reception'],
      says: { zh: '{{actor}}记下了进展。', en: '{{actor}} recorded progress.' },
    },
    answer: {
      zh: '报结果：已解决',
      en: 'Report: solved',
      from: ['handling'],
      to: 'answered',
      by: ['handler'],
      concludes: 'solved',
      asks: { reply: text({ zh: '怎么解决的', en: 'How it was solved' }, { min: 10, max: 3000 }), shownBy },
      tells: ['reception', 'head'],
      says: { zh: '{{body}}报告：已经解决。', en: '{{body}} reported that it is solved.' },
    },
    explain: {
      zh: '说明办不了',
      en: 'Explain why not',
      from: ['handling'],
      to: 'answered',
      by: ['head'], // the head answers for every "cannot be done" (S35)
      concludes: 'explained',
      asks: { reply: cause, measure },
      tells: ['reception'],
      says: { zh: '{{body}}负责人{{actor}}说明办不了的原因。', en: '{{actor}}, head of {{body}}, explained why not.' },
    },
    tell: {
      zh: '已回告来访人',
      en: 'The visitor was told',
      from: ['answered'],
      to: 'told',
      by: ['reception'],
      asks: { how: text({ zh: '怎么告诉的，对方怎么说', en: 'How, and what the visitor said' }, { min: 4, max: 500 }) },
      tells: ['visitor', 'handler'],
      says: { zh: '{{actor}}把结果告诉了来访人。', en: '{{actor}} told the visitor the result.' },
    },
    sendBack: {
      zh: '退回再办',
      en: 'Send back',
      from: ['answered'],
      to: 'handling',
      by: ['reception'],
      concludes: null,
      times: 2,
      asks: { reason },
      tells: ['handler', 'head'],
      says: { zh: '{{actor}}退回，写明差在哪里。', en: '{{actor}} sent it back and said what is missing.' },
    },
  },
  clocks: {
    handling: {
      zh: '办理时限',
      en: 'Time to handle',
      within: workingDays(15),
      runsIn: ['handling'],
      metBy: ['answer', 'explain'],
      nearWhen: workingDays(3),
      whenNear: { remind: ['handler', 'head'] },
      whenMissed: { tell: ['head', 'reception'], tellTierAbove: true },
      districtMay: { min: 5, max: 30 },
      basis,
    },
    telling: {
      zh: '回告时限',
      en: 'Time to tell the visitor',
      within: workingDays(2),
      runsIn: ['answered'],
      metBy: ['tell', 'sendBack'],
      whenMissed: { tell: ['reception'] },
      basis,
    },
  },
  published: { in: [], masked: true },
  archiveYears: 10,
});
