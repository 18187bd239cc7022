import { body, calendarDays, defineProcedure, tasksEnded, text } from '../../matters/index.ts';
import { everyPartMet } from '../rules/every-part-met.ts';
import { reason, shownBy } from './basis.ts';
import { acceptance, taskBasis, taskBodies, taskDay, taskSteps, taskWords } from './task-steps.ts';

/**
 * Target (目标任务): the district sets what has to be achieved and by when; the body that gets it accepts it, and gives parts of it
 * on, each with an owner and a day. How far it is follows from the parts and is reported by nobody. It stops at the sub-district:
 * what would go to a community has to pass admission first.
 *
 * Source: catalogue S123 (层层分解目标任务加强督促检查; accepted by the receiver, access check before it reaches communities).
 */
export const districtTask = defineProcedure({
  id: 'district-task',
  version: 1,
  zh: '目标任务',
  en: 'Target',
  holdsFrom: '2026-11-01',
  sources: [{ zh: '目标任务层层分解与抓落实（S123）', en: 'Task cascade and follow-through (S123)' }],
  promise: {
    zh: '任务有单位签收、有日期；办了多少由子任务算出来，不用报；没有准入的不压给社区。',
    en: 'A body accepts it, with a day; how far it is follows from its parts; nothing lands on a community without admission.',
  },
  roles: {
    raiser: { zh: '提出人', en: 'whoever brought it up', is: 'reporter' },
    setter: { zh: '下达人', en: 'who set it', is: 'firstContact' },
    asked: { zh: '待签收单位', en: 'the body it was given to', is: 'offered' },
    lead: { zh: '牵头单位', en: 'the leading body', is: 'holder' },
    leadHead: { zh: '牵头单位负责人', en: 'its head', is: 'holderHead' },
  },
  states: {
    assigned: {
      zh: '待签收',
      en: 'To be accepted',
      kind: 'open',
      owner: 'asked',
      plain: { zh: '等单位签收', en: 'Waiting to be accepted' },
    },
    working: {
      zh: '落实中',
      en: 'Going on',
      kind: 'open',
      owner: 'leadHead',
      plain: { zh: '正在落实', en: 'It is being done' },
    },
    done: { zh: '已交账', en: 'Accounted for', kind: 'final', plain: { zh: '已有结果', en: 'There is a result' } },
    returned: { zh: '已退回', en: 'Sent back', kind: 'final', plain: { zh: '已退回', en: 'It was sent back' } },
    calledOff: { zh: '已撤销', en: 'Called off', kind: 'final', plain: { zh: '已撤销', en: 'It was called off' } },
  },
  mainPath: ['assigned', 'working', 'done'],
  opening: {
    by: ['setter'],
    to: 'assigned',
    atDesk: {
      posts: ['dispatchLead', 'supervisor'],
      keptBy: { field: 'body' },
      concerns: 'noArea',
      titleFrom: 'what',
    },
    sets: { clock: 'total', field: 'doneOn' },
    asks: {
      what: taskWords,
      ground: text({ zh: '依据（文件或会议）', en: 'By which paper or meeting' }, { min: 2, max: 200 }),
      doneOn: taskDay,
      body: body({ zh: '由谁牵头', en: 'Who leads' }, taskBodies, 'district'),
    },
    says: { zh: '{{actor}}下达，由{{target}}牵头。', en: '{{actor}} set it; {{target}} leads.' },
  },
  steps: {
    ...taskSteps,
    divide: {
      zh: '分解一项子任务',
      en: 'Give a part of it on',
      from: ['working'],
      to: 'same',
      by: ['lead'],
      asks: {
        part: taskWords,
        body: body({ zh: '由谁办', en: 'Who does it' }, taskBodies, 'district'),
        doneOn: taskDay,
      },
      opens: {
        procedure: 'district-task-part',
        fills: {
          part: { field: 'part' },
          body: { field: 'body' },
          doneOn: { field: 'doneOn' },
          whole: { words: { zh: '{{number}} {{title}}', en: '{{number}} {{title}}' } },
        },
      },
      says: { zh: '分解一项，由{{target}}办（{{other}}）。', en: 'A part of it was given to {{target}} ({{other}}).' },
    },
    finish: {
      zh: '交账',
      en: 'Account for it',
      from: ['working'],
      by: ['leadHead'],
      onlyIf: [tasksEnded],
      to: [
        { when: everyPartMet, to: 'done', concludes: 'solved' },
        {
          otherwise: { zh: '有没办成的', en: 'some parts were not done' },
          to: 'done',
          concludes: 'explained',
          says: {
            zh: '{{body}}负责人{{actor}}交账：有子任务没有办成，原因在子任务里。',
            en: '{{actor}}, head of {{body}}, accounted for it: some parts were not done; why stands there.',
          },
        },
      ],
      weighs: true,
      asks: { result: text({ zh: '办成了什么', en: 'What was achieved' }, { min: 10, max: 2000 }), shownBy },
      tells: ['setter', 'raiser'],
      says: { zh: '{{body}}负责人{{actor}}交账：办成了。', en: '{{actor}}, head of {{body}}, accounted for it: done.' },
    },
    callOff: {
      zh: '撤销任务',
      en: 'Call it off',
      from: ['assigned', 'working'],
      to: 'calledOff',
      by: ['setter'],
      onlyIf: [tasksEnded],
      concludes: 'withdrawn',
      weighs: true,
      asks: { reason },
      tells: ['asked', 'lead', 'raiser'],
      says: { zh: '{{actor}}撤销任务，理由已写明。', en: '{{actor}} called it off, with the reason.' },
    },
  },
  clocks: {
    acceptance,
    total: {
      zh: '完成日期',
      en: 'The day it is done by',
      within: calendarDays(365),
      runsIn: ['assigned', 'working'],
      metBy: ['finish', 'sendBack', 'callOff'],
      nearWhen: calendarDays(7),
      whenNear: { remind: ['lead', 'leadHead'] },
      whenMissed: { tell: ['leadHead', 'setter'], tellTierAbove: true },
      basis: taskBasis,
    },
  },
  published: { in: [], masked: true },
  archiveYears: 10,
});
