import { body, calendarDays, defineProcedure, text } from '../../matters/index.ts';
import { cause, measure, shownBy } from './basis.ts';
import { acceptance, taskBasis, taskBodies, taskDay, taskSteps, taskWords } from './task-steps.ts';

/**
 * A part of a target (子任务): accepted by the body that gets it, done by its day or explained by its head. It stops at the
 * sub-district: what would go to a community has to pass admission first.
 *
 * Source: catalogue S123 (sub-tasks with owner and due), S35 for what cannot be done.
 */
export const districtTaskPart = defineProcedure({
  id: 'district-task-part',
  version: 1,
  zh: '子任务',
  en: 'Part of a target',
  holdsFrom: '2026-11-01',
  sources: [{ zh: '目标任务层层分解与抓落实（S123）', en: 'Task cascade and follow-through (S123)' }],
  promise: {
    zh: '一项一个单位，签收了才算；办不成由负责人说明。',
    en: 'One body for each part, from its acceptance on; what cannot be done is explained by its head.',
  },
  roles: {
    raiser: { zh: '提出人', en: 'whoever brought it up', is: 'reporter' },
    setter: { zh: '分解人', en: 'who gave it on', is: 'firstContact' },
    asked: { zh: '待签收单位', en: 'the body it was given to', is: 'offered' },
    lead: { zh: '承办单位', en: 'the body that does it', is: 'holder' },
    leadHead: { zh: '承办单位负责人', en: 'its head', is: 'holderHead' },
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
      owner: 'lead',
      plain: { zh: '正在落实', en: 'It is being done' },
    },
    done: { zh: '已办成', en: 'Done', kind: 'final', plain: { zh: '已经办成', en: 'It is done' } },
    explained: {
      zh: '已说明办不成',
      en: 'Explained',
      kind: 'final',
      plain: { zh: '办不成，原因已说明', en: 'Not done; why was said' },
    },
    returned: { zh: '已退回', en: 'Sent back', kind: 'final', plain: { zh: '已退回', en: 'It was sent back' } },
  },
  mainPath: ['assigned', 'working', 'done'],
  task: { keptBy: { field: 'body' }, titleFrom: 'part' },
  opening: {
    by: ['setter'],
    to: 'assigned',
    sets: { clock: 'total', field: 'doneOn' },
    asks: {
      part: taskWords,
      body: body({ zh: '由谁办', en: 'Who does it' }, taskBodies, 'district'),
      doneOn: taskDay,
      whole: text({ zh: '哪一项目标任务', en: 'Which target' }, { min: 1, max: 200 }),
    },
    says: { zh: '{{actor}}分解，由{{target}}办。', en: '{{actor}} gave it to {{target}}.' },
  },
  steps: {
    ...taskSteps,
    finish: {
      zh: '办成了',
      en: 'Done',
      from: ['working'],
      to: 'done',
      by: ['lead'],
      concludes: 'solved',
      weighs: true,
      asks: { result: text({ zh: '办成了什么', en: 'What was achieved' }, { min: 10, max: 2000 }), shownBy },
      tells: ['setter', 'raiser', 'leadHead'],
      says: { zh: '{{body}}办成了，凭据已写明。', en: '{{body}} did it, with what shows it.' },
    },
    cannot: {
      zh: '办不成，说明原因',
      en: 'Cannot be done, and why',
      from: ['working'],
      to: 'explained',
      by: ['leadHead'], // the head answers for every "cannot be done" (S35)
      concludes: 'explained',
      weighs: true,
      asks: { cause, measure },
      tells: ['setter', 'raiser'],
      says: { zh: '{{body}}负责人{{actor}}说明办不成的原因。', en: '{{actor}}, head of {{body}}, explained why not.' },
    },
  },
  clocks: {
    acceptance,
    total: {
      zh: '完成日期',
      en: 'The day it is done by',
      within: calendarDays(365),
      runsIn: ['assigned', 'working'],
      metBy: ['finish', 'cannot', 'sendBack'],
      nearWhen: calendarDays(7),
      whenNear: { remind: ['lead', 'leadHead'] },
      whenMissed: { tell: ['leadHead', 'setter'], tellTierAbove: true },
      basis: taskBasis,
    },
  },
  published: { in: [], masked: true },
  archiveYears: 10,
});
