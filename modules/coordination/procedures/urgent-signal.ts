import { body, choice, defineProcedure, hours, text } from '../../matters/index.ts';
import { seenMinutes } from '../rules/signal-times.ts';
import { chosenHere, progress, reason } from './basis.ts';

const basis = chosenHere('第一时间发现、得到信息、反馈（S41）', 'Seen, known and answered at once (S41)');

/**
 * An urgent signal (紧急信息): whoever is on the spot tells the body above at once, which says that it has it, acts, and tells what
 * came of it. Three instants are kept: when it was seen, when it was known, when it was answered. It calls no ambulance: whoever is
 * in danger calls 110, 119 or 120 first.
 *
 * Source: catalogue S41 (在第一时间里发现问题,在第一时间里得到信息; no minutes are given there).
 */
export const urgentSignal = defineProcedure({
  id: 'urgent-signal',
  version: 1,
  zh: '紧急信息',
  en: 'Urgent signal',
  holdsFrom: '2026-11-26',
  sources: [{ zh: '第一时间发现、得到信息、反馈（S41）', en: 'Early detection, reporting and feedback (S41)' }],
  promise: {
    zh: '报上来一小时内有人接报，四小时内反馈处置情况；晚报、误报只更正，不追究报的人。',
    en: 'Somebody takes it within an hour and tells what was done within four; who reports late or by mistake is not held to account for reporting.',
  },
  roles: {
    raiser: { zh: '提出人', en: 'whoever brought it up', is: 'reporter' },
    sender: { zh: '上报人', en: 'whoever sent it', is: 'firstContact' },
    receiver: { zh: '接报单位', en: 'the body that takes it', is: 'holder' },
    receiverHead: { zh: '接报单位负责人', en: 'its head', is: 'holderHead' },
  },
  states: {
    sent: {
      zh: '待接报',
      en: 'Sent, not taken yet',
      kind: 'open',
      owner: 'receiver',
      plain: { zh: '已上报，等值守人员接报', en: 'Sent; whoever is on watch takes it' },
    },
    taken: {
      zh: '已接报，处置中',
      en: 'Taken, being dealt with',
      kind: 'open',
      owner: 'receiver',
      plain: { zh: '已接报，正在处置', en: 'Taken; it is being dealt with' },
    },
    answered: {
      zh: '已反馈',
      en: 'Answered',
      kind: 'final',
      plain: { zh: '处置情况已反馈', en: 'What was done has been told' },
    },
    takenBack: {
      zh: '已更正撤回',
      en: 'Taken back',
      kind: 'final',
      plain: { zh: '报错了，已撤回', en: 'It was a mistake and was taken back' },
    },
  },
  mainPath: ['sent', 'taken', 'answered'],
  opening: {
    by: ['sender'],
    to: 'sent',
    atDesk: {
      posts: [
        'gridWorker',
        'communityClerk',
        'communityDirector',
        'partySecretary',
        'taskGroupLiaison',
        'taskGroupLead',
      ],
      keptBy: 'bodyAbove',
      concerns: 'community',
      titleFrom: 'what',
    },
    asks: {
      what: text(
        { zh: '发生了什么（不写姓名）', en: 'What is happening (no names)' },
        { min: 4, max: 500, visible: 'internal' },
      ),
      kind: choice(
        { zh: '哪一类', en: 'Of which kind' },
        {
          danger: { zh: '消防、燃气、房屋等安全', en: 'Fire, gas, a building at risk' },
          weather: { zh: '内涝、积雪、地质等灾害', en: 'Flood, snow, a slope that moves' },
          outage: { zh: '停水、停电、停气、困梯', en: 'Water, power, gas or a lift out' },
          health: { zh: '疫病、食物、饮水', en: 'Illness, food, drinking water' },
          person: { zh: '有人走失、受困、轻生', en: 'Somebody lost, trapped or in despair' },
          crowd: { zh: '多人聚集、矛盾激化', en: 'A crowd, a quarrel that grows' },
          other: { zh: '其他紧急情况', en: 'Something else that cannot wait' },
        },
        { visible: 'internal' },
      ),
      called: choice(
        { zh: '有危险的先打 110、119、120，打了吗', en: 'In danger, 110, 119 or 120 come first: were they called?' },
        {
          called: { zh: '已经打了', en: 'Yes' },
          notNeeded: { zh: '不需要', en: 'Not needed' },
        },
        { visible: 'internal' },
      ),
      seen: choice({ zh: '什么时候发现的', en: 'When it was seen' }, seenMinutes, { visible: 'internal' }),
    },
    says: { zh: '{{actor}}向{{target}}报了紧急信息。', en: '{{actor}} sent {{target}} an urgent signal.' },
  },
  steps: {
    take: {
      zh: '接报',
      en: 'Take it',
      from: ['sent'],
      to: 'taken',
      by: ['receiver'],
      tells: ['sender', 'raiser'],
      says: { zh: '{{body}}的{{actor}}已接报。', en: '{{actor}} of {{body}} took it.' },
    },
    answer: {
      zh: '反馈处置情况',
      en: 'Tell what was done',
      from: ['taken'],
      to: 'answered',
      by: ['receiver'],
      concludes: 'solved',
      asks: {
        done: text(
          { zh: '怎么处置的、现在怎样（不写姓名）', en: 'What was done, and how it is now (no names)' },
          { min: 5, max: 1000, visible: 'internal' },
        ),
      },
      tells: ['sender', 'raiser'],
      says: { zh: '{{body}}反馈了处置情况。', en: '{{body}} told what was done.' },
    },
    notSo: {
      zh: '核实不是紧急情况',
      en: 'It turned out not to be urgent',
      from: ['taken'],
      to: 'answered',
      by: ['receiver'],
      concludes: 'explained',
      asks: { found: text({ zh: '核实到什么', en: 'What was found' }, { min: 5, max: 1000, visible: 'internal' }) },
      tells: ['sender', 'raiser'],
      says: { zh: '{{body}}核实后反馈：不是紧急情况。', en: '{{body}} looked into it: it was not urgent.' },
    },
    passOn: {
      zh: '转给另一家接报',
      en: 'Pass it to another body',
      from: ['taken'],
      to: 'sent',
      by: ['receiver'],
      times: 3,
      moves: { ruleTo: 'chosen' },
      asks: {
        to: body(
          { zh: '由谁接报', en: 'Who takes it' },
          ['districtCentre', 'department', 'taskGroup', 'subdistrictOffice'],
          'district',
        ),
        reason,
      },
      tells: ['receiver', 'sender'],
      says: { zh: '{{actor}}转给{{target}}接报。', en: '{{actor}} passed it to {{target}}.' },
    },
    more: {
      zh: '续报',
      en: 'Say more',
      from: ['sent', 'taken'],
      to: 'same',
      by: ['sender'],
      asks: { more: text({ zh: '又有什么变化', en: 'What has changed' }, { min: 2, max: 500, visible: 'internal' }) },
      tells: ['receiver'],
      visible: 'internal',
      says: { zh: '{{actor}}续报。', en: '{{actor}} said more.' },
    },
    note: {
      zh: '记一笔处置',
      en: 'Record what is being done',
      from: ['taken'],
      to: 'same',
      by: ['receiver'],
      asks: { progress },
      tells: ['sender'],
      visible: 'internal',
      says: { zh: '{{actor}}记下了处置进展。', en: '{{actor}} recorded what is being done.' },
    },
    takeBack: {
      zh: '报错了，撤回',
      en: 'A mistake: take it back',
      from: ['sent'],
      to: 'takenBack',
      by: ['sender'],
      concludes: 'withdrawn',
      asks: { reason },
      tells: ['receiver', 'raiser'],
      says: { zh: '{{actor}}更正：报错了，已撤回。', en: '{{actor}} took it back: it was a mistake.' },
    },
  },
  clocks: {
    taking: {
      zh: '接报时限',
      en: 'Time to take it',
      within: hours(1),
      runsIn: ['sent'],
      metBy: ['take', 'takeBack'],
      whenNear: { remind: ['receiver', 'receiverHead'] },
      whenMissed: { tell: ['receiverHead', 'sender'], tellTierAbove: true },
      basis,
    },
    answering: {
      zh: '反馈时限',
      en: 'Time to answer',
      within: hours(4),
      runsIn: ['sent', 'taken'],
      metBy: ['answer', 'notSo', 'takeBack'],
      nearWhen: hours(1),
      whenNear: { remind: ['receiver', 'receiverHead'] },
      whenMissed: { tell: ['receiverHead', 'sender'], tellTierAbove: true },
      districtMay: { min: 2, max: 24 },
      basis,
    },
  },
  published: { in: [], masked: true },
  archiveYears: 10,
});
