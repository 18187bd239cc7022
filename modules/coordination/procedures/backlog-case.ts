import { body, calendarDays, choice, day, defineProcedure, matterNumber, text } from '../../matters/index.ts';
import { cause, chosenHere, measure, progress, reason } from './basis.ts';

const basis = chosenHere('陈案落实领导责任制（S37）', 'A backlog case has a leader who answers for it (S37)');
const nextOn = day({ zh: '下一步哪天之前', en: 'The next step is done by' }, { fromDays: 1, toDays: 90 });
const plan = text({ zh: '下一步做什么', en: 'What comes next' }, { min: 5, max: 1000 });

const agreed = choice(
  { zh: '当事人认可吗', en: 'Does the person agree' },
  {
    yes: { zh: '认可', en: 'Yes' },
    no: { zh: '不认可', en: 'No' },
    unreached: { zh: '联系不上', en: 'Not reached' },
  },
);

/**
 * Backlog case (陈案): what has not been solved for long gets a leader who answers for it, a plan, and a next date that is
 * never empty while it is open; its age is shown to the leaders.
 *
 * Source: catalogue S37 (领导接访与陈案化解；对长期解决不了的问题，一定要落实领导责任制), S35.
 */
export const backlogCase = defineProcedure({
  id: 'backlog-case',
  version: 1,
  zh: '陈案',
  en: 'Backlog case',
  holdsFrom: '2026-11-01',
  sources: [{ zh: '领导接访与陈案化解（S37）', en: 'Leaders receive, and answer for backlog cases (S37)' }],
  promise: {
    zh: '每件陈案有包案领导、有办法、有下一个日期；日期过了没动，看得见。',
    en: 'Each backlog case has a leader, a plan and a next date; a date that passed is seen.',
  },
  roles: {
    raiser: { zh: '当事人', en: 'the person concerned', is: 'reporter' },
    keeper: { zh: '立案人', en: 'whoever listed it', is: 'firstContact' },
    handler: { zh: '责任单位', en: 'the body responsible', is: 'holder' },
    head: { zh: '责任单位负责人', en: 'its head', is: 'holderHead' },
  },
  states: {
    open: {
      zh: '化解中',
      en: 'Being solved',
      kind: 'open',
      owner: 'handler',
      plain: { zh: '老问题，有领导包案，正在化解', en: 'An old matter; a leader answers for it' },
    },
    planning: {
      zh: '定下一步',
      en: 'The next step is planned',
      kind: 'open',
      owner: 'handler',
      plain: { zh: '走完一步，正在定下一步', en: 'A step was made; the next is planned' },
    },
    reported: {
      zh: '结果待认可',
      en: 'Result to be accepted',
      kind: 'open',
      owner: 'keeper',
      plain: { zh: '已报结果，正在核对', en: 'Reported; it is being checked' },
    },
    closed: { zh: '已销案', en: 'Closed', kind: 'final', plain: { zh: '有结果了', en: 'There is a result' } },
  },
  mainPath: ['open', 'reported', 'closed'],
  opening: {
    by: ['keeper'],
    to: 'open',
    atDesk: {
      posts: ['supervisor', 'dispatchLead', 'dispatchClerk', 'taskGroupLead'],
      keptBy: { field: 'body' },
      concerns: 'community',
      titleFrom: 'what',
    },
    asks: {
      what: text({ zh: '什么事（不写人名）', en: 'What it is (no names)' }, { min: 5, max: 500 }),
      aged: choice(
        { zh: '到现在拖了多久', en: 'How long it has been open' },
        {
          underOne: { zh: '不到 1 年', en: 'Under 1 year' },
          one: { zh: '1 年以上', en: '1 year and more' },
          three: { zh: '3 年以上', en: '3 years and more' },
          five: { zh: '5 年以上', en: '5 years and more' },
          ten: { zh: '10 年以上', en: '10 years and more' },
        },
      ),
      leader: text({ zh: '包案领导（职务）', en: 'The leader who answers for it (office)' }, { min: 2, max: 60 }),
      body: body(
        { zh: '责任单位', en: 'The body responsible' },
        ['department', 'taskGroup', 'subdistrictOffice', 'districtCentre'],
        'district',
      ),
      plan,
      nextOn,
    },
    sets: { clock: 'next', field: 'nextOn' },
    says: {
      zh: '{{actor}}列为陈案，由{{target}}负责，{{day}} 前走下一步。',
      en: '{{actor}} listed it for {{target}}; the next step is due by {{day}}.',
    },
  },
  steps: {
    takeUp: {
      zh: '关联原来的事项',
      en: 'Tie the earlier matter',
      from: ['open', 'planning'],
      to: 'same',
      by: ['keeper', 'handler'],
      links: { kind: 'takesUp', field: 'about' },
      asks: { about: matterNumber({ zh: '事项编号', en: 'Number of the matter' }) },
      says: { zh: '关联 {{other}}。', en: 'Tied to {{other}}.' },
    },
    made: {
      zh: '走完一步',
      en: 'A step was made',
      from: ['open'],
      to: 'planning',
      by: ['handler'],
      asks: { progress },
      tells: ['keeper'],
      says: { zh: '{{body}}走完了一步，正在定下一步。', en: '{{body}} made a step and plans the next.' },
    },
    planNext: {
      zh: '定下一步',
      en: 'Plan the next step',
      from: ['planning'],
      to: 'open',
      by: ['handler'],
      sets: { clock: 'next', field: 'nextOn' },
      asks: { plan, nextOn },
      tells: ['keeper'],
      says: { zh: '{{body}}定了下一步，{{day}} 前。', en: '{{body}} planned the next step, due by {{day}}.' },
    },
    changeLeader: {
      zh: '换包案领导',
      en: 'Another leader answers',
      from: ['open', 'planning'],
      to: 'same',
      by: ['keeper'],
      asks: {
        leader: text({ zh: '新的包案领导（职务）', en: 'Who answers now (office)' }, { min: 2, max: 60 }),
        reason,
      },
      tells: ['handler'],
      says: { zh: '{{actor}}换了包案领导，理由已写明。', en: '{{actor}} named another leader, with the reason.' },
    },
    report: {
      zh: '报结果：化解了',
      en: 'Report: solved',
      from: ['open'],
      to: 'reported',
      by: ['handler'],
      concludes: 'solved',
      weighs: true,
      asks: { outcome: text({ zh: '怎么化解的', en: 'How it was solved' }, { min: 20, max: 3000 }), agreed },
      tells: ['keeper', 'head'],
      says: { zh: '{{body}}报告：化解了。', en: '{{body}} reported that it is solved.' },
    },
    explain: {
      zh: '说明解决不了',
      en: 'Explain why it cannot be solved',
      from: ['open'],
      to: 'reported',
      by: ['head'], // the head answers for every "cannot be done" (S35)
      concludes: 'explained',
      weighs: true,
      asks: { cause, measure, agreed },
      tells: ['keeper'],
      says: {
        zh: '{{body}}负责人{{actor}}说明解决不了的原因和措施。',
        en: '{{actor}}, head of {{body}}, explained why not, and what comes.',
      },
    },
    close: {
      zh: '认可，销案',
      en: 'Accept and close',
      from: ['reported'],
      to: 'closed',
      by: ['keeper'],
      weighs: true,
      tells: ['raiser', 'handler', 'head'],
      says: { zh: '{{actor}}认可结果，销案。', en: '{{actor}} accepted the result; closed.' },
    },
    sendBack: {
      zh: '退回再办',
      en: 'Send back',
      from: ['reported'],
      to: 'open',
      by: ['keeper'],
      concludes: null,
      times: 5,
      sets: { clock: 'next', field: 'nextOn' },
      asks: { reason, nextOn },
      tells: ['handler', 'head'],
      says: {
        zh: '{{actor}}退回，下一步 {{day}} 前。',
        en: '{{actor}} sent it back; the next step is due by {{day}}.',
      },
    },
  },
  clocks: {
    next: {
      zh: '下一步的日期',
      en: 'The next date',
      within: calendarDays(90),
      runsIn: ['open'],
      metBy: ['made', 'report', 'explain'],
      whenNear: { remind: ['handler', 'head'] },
      whenMissed: { tell: ['head', 'keeper'], tellTierAbove: true },
      basis,
    },
    whole: {
      zh: '化解期限',
      en: 'Time in all',
      within: calendarDays(365),
      runsIn: ['open', 'planning'],
      metBy: ['report', 'explain'],
      nearWhen: calendarDays(30),
      whenNear: { remind: ['handler', 'head'] },
      whenMissed: { tell: ['head', 'keeper'], tellTierAbove: true },
      districtMay: { min: 90, max: 730 },
      basis,
    },
    planning: {
      zh: '定下一步的时限',
      en: 'Time to plan the next step',
      within: calendarDays(5),
      runsIn: ['planning'],
      metBy: ['planNext'],
      whenMissed: { tell: ['head', 'keeper'], tellTierAbove: true },
      basis,
    },
    accepting: {
      zh: '认可时限',
      en: 'Time to accept',
      within: calendarDays(7),
      runsIn: ['reported'],
      metBy: ['close', 'sendBack'],
      whenMissed: { tell: ['keeper'] },
      basis,
    },
  },
  published: { in: [], masked: true },
  archiveYears: 30,
});
