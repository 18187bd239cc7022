import {
  body,
  choice,
  day,
  defineProcedure,
  calendarDays,
  matterNumber,
  mayBeAddressed,
  text,
  workingDays,
} from '../../matters/index.ts';
import type { Body } from '../../bodies/index.ts';
import { ROOT_CAUSE } from '../rules/repeats.ts';
import { chosenHere, measure, progress, reason } from './basis.ts';

const basis = chosenHere('反复出现的要从根上治（S39）', 'What comes again and again is cured at the root (S39)');

const outcome = text(
  {
    zh: '告诉大家：原因、做了什么、以后怎么办（不写人名门牌）',
    en: 'For everybody: cause, what was done, what comes (no names, no door numbers)',
  },
  { min: 20, max: 2000, visible: 'public' },
);

/**
 * Root-cause item (根治事项): matters that come again at the same place or of the same theme are looked at together by whoever
 * owns the policy; what comes of it is written on the timeline of each of them and published masked.
 *
 * Source: catalogue S39 (重复、连续诉求识别与源头治理; 不能就事论事), S35 for what cannot be done.
 */
export const rootCause = defineProcedure({
  id: ROOT_CAUSE,
  version: 1,
  zh: '根治事项',
  en: 'Root-cause item',
  holdsFrom: '2026-11-01',
  sources: [
    { zh: '重复、连续诉求识别与源头治理（S39）', en: 'Repeats recognised, cured at the root (S39)' },
    { zh: '解决不了须说明原因（S35）', en: 'What cannot be solved is explained (S35)' },
  ],
  promise: {
    zh: '同一个地方、同一类事反复出现，就从根上找原因；结果写进每一件，并且公开。',
    en: 'What comes again is cured at the root; the result is written into each matter, and published.',
  },
  roles: {
    raiser: { zh: '提出人', en: 'whoever brought it up', is: 'reporter' },
    opener: { zh: '立项人', en: 'whoever opened it', is: 'firstContact' },
    owner: { zh: '管这项政策的单位', en: 'the owner of the policy', is: 'holder' },
    head: { zh: '该单位负责人', en: 'its head', is: 'holderHead' },
    timer: { zh: '到数自动', en: 'the timer, at the number', is: 'timer' },
  },
  states: {
    finding: {
      zh: '找原因',
      en: 'Finding the cause',
      kind: 'open',
      owner: 'owner',
      plain: { zh: '反复出现的事，正在找根子上的原因', en: 'It comes again and again; the cause is being found' },
    },
    curing: {
      zh: '治理中',
      en: 'Being cured',
      kind: 'open',
      owner: 'owner',
      plain: { zh: '原因找到了，正在治理', en: 'The cause is known; it is being cured' },
    },
    proposed: {
      zh: '结果待认可',
      en: 'Result to be accepted',
      kind: 'open',
      owner: 'opener',
      plain: { zh: '已报结果，正在核对', en: 'Reported; it is being checked' },
    },
    concluded: {
      zh: '已有结论',
      en: 'Concluded',
      kind: 'final',
      plain: { zh: '根子上的事有结论了', en: 'There is a conclusion' },
    },
    droppedItem: {
      zh: '不再单列',
      en: 'Dropped',
      kind: 'final',
      plain: { zh: '不再单独列项', en: 'No longer an item of its own' },
    },
  },
  mainPath: ['finding', 'curing', 'proposed', 'concluded'],
  opening: {
    by: ['opener', 'timer'],
    to: 'finding',
    atDesk: {
      posts: ['taskGroupLead', 'taskGroupLiaison', 'dispatchLead', 'dispatchClerk', 'supervisor'],
      keptBy: { field: 'body' },
      concerns: 'community',
      titleFrom: 'what',
    },
    asks: {
      what: text({ zh: '反复出现的是什么', en: 'What comes again and again' }, { min: 5, max: 300, visible: 'public' }),
      why: text({ zh: '为什么要从根上治', en: 'Why it is cured at the root' }, { min: 5, max: 500 }),
      body: body(
        { zh: '由谁来治（管这项政策的单位）', en: 'Who owns the policy' },
        ['department', 'taskGroup', 'subdistrictOffice', 'districtCentre'],
        'district',
      ),
    },
    says: { zh: '{{actor}}立为根治事项，由{{target}}来治。', en: '{{actor}} opened a root-cause item for {{target}}.' },
  },
  steps: {
    takeUp: {
      zh: '列入一件',
      en: 'Take up a matter',
      from: ['finding', 'curing'],
      to: 'same',
      by: ['opener', 'owner', 'timer'],
      links: { kind: 'takesUp', field: 'about' },
      asks: { about: matterNumber({ zh: '事项编号', en: 'Number of the matter' }) },
      says: { zh: '把 {{other}} 列进来一起看。', en: 'Took up {{other}}.' },
    },
    sayCause: {
      zh: '写明根子上的原因和措施',
      en: 'Say the cause and the cure',
      from: ['finding'],
      to: 'curing',
      by: ['owner'],
      sets: { clock: 'curing', field: 'doneOn' },
      asks: {
        rootCause: choice(
          { zh: '根子在哪', en: 'Where the root is' },
          {
            facility: { zh: '设施老化或缺失', en: 'Facilities old or missing' },
            rule: { zh: '政策、制度有空档', en: 'A gap in policy or rules' },
            duty: { zh: '职责不清', en: 'Unclear who is responsible' },
            money: { zh: '没有经费来源', en: 'No source of money' },
            contract: { zh: '合同、物业履约', en: 'Contract or its performance' },
            habit: { zh: '使用习惯', en: 'How it is used' },
          },
        ),
        cause: text({ zh: '为什么会反复', en: 'Why it comes again' }, { min: 15, max: 2000 }),
        measures: text({ zh: '长效措施', en: 'Lasting measures' }, { min: 10, max: 2000 }),
        doneOn: day({ zh: '哪天做完', en: 'Done by' }, { fromDays: 1, toDays: 365 }),
      },
      tells: ['opener'],
      says: {
        zh: '{{body}}写明了根子上的原因和措施，{{day}} 前做完。',
        en: '{{body}} said the cause and the cure, to be done by {{day}}.',
      },
    },
    note: {
      zh: '记一笔进展',
      en: 'Record progress',
      from: ['curing'],
      to: 'same',
      by: ['owner'],
      asks: { progress },
      says: { zh: '{{actor}}记下了进展。', en: '{{actor}} recorded progress.' },
    },
    report: {
      zh: '报结果：治好了',
      en: 'Report: cured',
      from: ['curing'],
      to: 'proposed',
      by: ['owner'],
      concludes: 'solved',
      weighs: true,
      asks: { outcome },
      tells: ['opener', 'head'],
      says: { zh: '{{body}}报告：根子上的事治好了。', en: '{{body}} reported that it is cured.' },
    },
    explain: {
      zh: '报结果：眼下治不了',
      en: 'Report: cannot be cured now',
      from: ['curing'],
      to: 'proposed',
      by: ['head'], // the head answers for every "cannot be done" (S35)
      concludes: 'explained',
      weighs: true,
      asks: { outcome, measure },
      tells: ['opener'],
      says: {
        zh: '{{body}}负责人{{actor}}说明眼下治不了的原因和打算。',
        en: '{{actor}}, head of {{body}}, explained why it cannot be cured now.',
      },
    },
    conclude: {
      zh: '认可，写进每一件',
      en: 'Accept, and write it into each matter',
      from: ['proposed'],
      to: 'concluded',
      by: ['opener'],
      weighs: true,
      tellsTakenUp: true,
      tells: ['raiser', 'owner', 'head'],
      says: {
        zh: '根治有了结论，已写进列入的每一件。',
        en: 'The root-cause item has a conclusion, written into each matter taken up.',
      },
    },
    sendBack: {
      zh: '退回再治',
      en: 'Send back',
      from: ['proposed'],
      to: 'finding',
      by: ['opener'],
      concludes: null,
      times: 3,
      asks: { reason },
      tells: ['owner', 'head'],
      says: { zh: '{{actor}}退回，写明还差什么。', en: '{{actor}} sent it back and said what is missing.' },
    },
    drop: {
      zh: '不再单列',
      en: 'Drop it',
      from: ['finding', 'curing'],
      to: 'droppedItem',
      by: ['opener'],
      concludes: 'withdrawn',
      weighs: true,
      asks: { reason },
      tells: ['raiser', 'owner'],
      says: { zh: '{{actor}}不再单列，理由已写明。', en: '{{actor}} dropped it, with the reason.' },
    },
  },
  clocks: {
    finding: {
      zh: '找原因的时限',
      en: 'Time to find the cause',
      within: workingDays(10),
      runsIn: ['finding'],
      metBy: ['sayCause', 'drop'],
      whenNear: { remind: ['owner'] },
      whenMissed: { tell: ['head', 'opener'], tellTierAbove: true },
      districtMay: { min: 5, max: 20 },
      basis,
    },
    curing: {
      zh: '治理期限',
      en: 'Time to cure',
      within: calendarDays(365),
      runsIn: ['curing'],
      metBy: ['report', 'explain', 'drop'],
      whenNear: { remind: ['owner', 'head'] },
      whenMissed: { tell: ['head', 'opener'], tellTierAbove: true },
      basis,
    },
    accepting: {
      zh: '认可时限',
      en: 'Time to accept',
      within: workingDays(3),
      runsIn: ['proposed'],
      metBy: ['conclude', 'sendBack'],
      whenMissed: { tell: ['opener'] },
      basis,
    },
  },
  published: { in: ['concluded'], masked: true },
  archiveYears: 10,
});

/** Whether a body is of those that may be asked to cure something at the root. */
export function mayOwnRoot(body: Body): boolean {
  const { body: field } = rootCause.opening.asks;
  return field !== undefined && mayBeAddressed(body, field, body.areaCode);
}
