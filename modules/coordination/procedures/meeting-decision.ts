import {
  body,
  calendarDays,
  day,
  defineProcedure,
  matterNumber,
  photos,
  text,
  workingDays,
} from '../../matters/index.ts';
import { cause, chosenHere, measure, progress, reason, shownBy } from './basis.ts';

const basis = chosenHere(
  '联席会定下的事有人有期限（S29）',
  'What a joint meeting decides has an owner and a date (S29)',
);

/**
 * Decision of a joint meeting (联席会决定): solved here, by a named body, by the day that the meeting chose. The next meeting
 * opens with what became of it.
 *
 * Source: catalogue S29 (社区主任联席会), S35 for what cannot be done.
 */
export const meetingDecision = defineProcedure({
  id: 'meeting-decision',
  version: 1,
  zh: '联席会决定',
  en: 'Decision of a joint meeting',
  holdsFrom: '2026-11-01',
  sources: [
    { zh: '热点难点搜集与社区主任联席会（S29）', en: "Issue collection and the directors' joint meeting (S29)" },
    { zh: '解决不了须说明原因（S35）', en: 'What cannot be solved is explained (S35)' },
  ],
  promise: {
    zh: '会上定下的每一件都有单位、有日期；办成没有，下一次会先说。',
    en: 'Each decision has a body and a day; the next meeting begins with what became of it.',
  },
  roles: {
    raiser: { zh: '提出人', en: 'whoever brought it up', is: 'reporter' },
    convener: { zh: '会议召集人', en: 'the convener', is: 'firstContact' },
    street: { zh: '街道', en: 'the street', is: 'post', posts: ['taskGroupLead', 'taskGroupLiaison', 'officeClerk'] },
    owner: { zh: '承办单位', en: 'the body that does it', is: 'holder' },
    head: { zh: '承办单位负责人', en: 'head of that body', is: 'holderHead' },
  },
  states: {
    doing: {
      zh: '落实中',
      en: 'Being carried out',
      kind: 'open',
      owner: 'owner',
      plain: { zh: '会上定了，正在办', en: 'Decided at the meeting; being done' },
    },
    reported: {
      zh: '结果待认可',
      en: 'Result to be accepted',
      kind: 'open',
      owner: 'convener',
      plain: { zh: '已报结果，召集人正在看', en: 'Reported; the convener is looking at it' },
    },
    done: {
      zh: '已落实',
      en: 'Carried out',
      kind: 'final',
      plain: { zh: '会上定的事有结果了', en: 'There is a result' },
    },
    dropped: {
      zh: '不再办',
      en: 'Dropped',
      kind: 'final',
      plain: { zh: '召集人撤回了这一项', en: 'The convener took it back' },
    },
  },
  mainPath: ['doing', 'reported', 'done'],
  opening: {
    by: ['convener'],
    to: 'doing',
    asks: {
      what: text({ zh: '要办成什么', en: 'What is to be done' }, { min: 2, max: 500 }),
      body: body(
        { zh: '由谁办', en: 'Who does it' },
        ['residentsCommittee', 'villagersCommittee', 'taskGroup', 'subdistrictOffice', 'propertyManager'],
        'subdistrict',
      ),
      dueOn: day({ zh: '哪天办成', en: 'By which day' }, { fromDays: 1, toDays: 180 }),
      meeting: text({ zh: '哪一次会', en: 'Which meeting' }, { min: 2, max: 200 }),
    },
    sets: { clock: 'doing', field: 'dueOn' },
    says: { zh: '联席会定下：{{body}}来办。', en: 'The joint meeting decided: {{body}} does it.' },
  },
  steps: {
    about: {
      zh: '为哪一件定的',
      en: 'Say for which matter',
      from: ['doing'],
      to: 'same',
      by: ['convener'],
      links: { kind: 'takesUp', field: 'about' },
      asks: { about: matterNumber({ zh: '事项编号', en: 'Number of the matter' }) },
      says: { zh: '为 {{other}} 定的。', en: 'Decided for {{other}}.' },
    },
    note: {
      zh: '记一笔进展',
      en: 'Record progress',
      from: ['doing'],
      to: 'same',
      by: ['owner'],
      asks: { progress },
      says: { zh: '{{actor}}记下了进展。', en: '{{actor}} recorded progress.' },
    },
    report: {
      zh: '报结果：办成了',
      en: 'Report: done',
      from: ['doing'],
      to: 'reported',
      by: ['owner'],
      concludes: 'solved',
      asks: {
        result: text({ zh: '办成什么', en: 'What was done' }, { min: 10, max: 1000 }),
        shownBy,
        photos: photos({ zh: '照片（拍事，不拍人）', en: 'Photos of the thing, not of people' }, 4),
      },
      tells: ['convener'],
      says: { zh: '{{body}}报告：办成了。', en: '{{body}} reported that it is done.' },
    },
    explain: {
      zh: '说明办不了',
      en: 'Explain why it cannot be done',
      from: ['doing'],
      to: 'reported',
      by: ['head'],
      concludes: 'explained',
      asks: { cause, measure },
      tells: ['convener'],
      says: { zh: '{{body}}负责人{{actor}}说明办不了的原因。', en: '{{actor}}, head of {{body}}, explained why not.' },
    },
    accept: {
      zh: '认可结果',
      en: 'Accept the result',
      from: ['reported'],
      to: 'done',
      by: ['convener', 'street'],
      tells: ['raiser', 'owner'],
      says: { zh: '{{actor}}认可结果。', en: '{{actor}} accepted the result.' },
    },
    sendBack: {
      zh: '退回再办',
      en: 'Send back',
      from: ['reported'],
      to: 'doing',
      by: ['convener', 'street'],
      concludes: null,
      times: 3,
      asks: { reason },
      tells: ['owner', 'head'],
      says: { zh: '{{actor}}退回，写明还缺什么。', en: '{{actor}} sent it back and said what is missing.' },
    },
    drop: {
      zh: '不再办',
      en: 'Drop it',
      from: ['doing'],
      to: 'dropped',
      by: ['convener', 'street'],
      concludes: 'withdrawn',
      weighs: true,
      asks: { reason },
      tells: ['raiser', 'owner'],
      says: { zh: '{{actor}}撤回这一项，理由已写明。', en: '{{actor}} took it back, with the reason.' },
    },
  },
  clocks: {
    doing: {
      zh: '会上定的日期',
      en: 'The day chosen at the meeting',
      within: calendarDays(180),
      runsIn: ['doing'],
      metBy: ['report', 'explain', 'drop'],
      whenNear: { remind: ['owner'] },
      whenMissed: { tell: ['head', 'convener'] },
      basis,
    },
    reading: {
      zh: '认可时限',
      en: 'Time to accept',
      within: workingDays(3),
      runsIn: ['reported'],
      metBy: ['accept', 'sendBack'],
      whenMissed: { tell: ['convener'] },
      basis,
    },
  },
  published: { in: [], masked: true },
  archiveYears: 10,
});
