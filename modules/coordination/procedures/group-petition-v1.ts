import { body, choice, defineProcedure, tasksEnded, text, workingDays } from '../../matters/index.ts';
import { allPromisesKept } from '../rules/every-demand-met.ts';
import { hasDemands } from '../rules/has-demands.ts';
import { chosenHere } from './basis.ts';

const basis = chosenHere(
  '合理的要解决，要向群众说清道理（S42）',
  'What is reasonable is solved, and explained to the people (S42)',
);

/**
 * Group petition (群体诉求): many ask for several things at once. Each demand is answered by a body for itself: accepted, in part,
 * or not, and why; what was promised has a day. It is settled when every demand has its answer. Nothing is kept of who the
 * people are: neither names nor profiles.
 *
 * Source: catalogue S42 (群体性上访处置与面对面说明), S35; 信访工作条例 (2022) 第二十条: 走访代表不超过五人.
 */
export const groupPetitionV1 = defineProcedure({
  id: 'group-petition',
  version: 1,
  zh: '群体诉求',
  en: 'Group petition',
  holdsFrom: '2026-11-01',
  sources: [
    { zh: '群体性上访处置与面对面说明（S42）', en: 'Group petitions, explained face to face (S42)' },
    {
      zh: '信访工作条例（2022）第二十条：代表不超过五人',
      en: 'Petition regulations (2022), art. 20: at most five representatives',
    },
  ],
  promise: {
    zh: '提了几条就答几条：接受、部分接受、办不到都写明为什么；答应的事有日期，结果当面说、公开说。',
    en: 'Each demand has an answer of its own with the reason; what is promised has a day; the result is told face to face and in public.',
  },
  roles: {
    representatives: { zh: '代表', en: 'the representatives', is: 'reporter' },
    keeper: { zh: '登记人', en: 'whoever took it down', is: 'firstContact' },
    lead: { zh: '牵头单位', en: 'the leading body', is: 'holder' },
    leadHead: { zh: '牵头单位负责人', en: 'its head', is: 'holderHead' },
  },
  states: {
    listing: {
      zh: '列诉求',
      en: 'Demands are listed',
      kind: 'open',
      owner: 'lead',
      plain: { zh: '正在把提的每一条列清楚', en: 'Every demand is being listed' },
    },
    answering: {
      zh: '逐条答复中',
      en: 'Being answered one by one',
      kind: 'open',
      owner: 'leadHead',
      plain: { zh: '各单位正在逐条答复', en: 'Each demand is being answered' },
    },
    settled: {
      zh: '已答复',
      en: 'Answered',
      kind: 'final',
      plain: { zh: '每一条都有答复了', en: 'Every demand has its answer' },
    },
  },
  mainPath: ['listing', 'answering', 'settled'],
  opening: {
    by: ['keeper'],
    to: 'listing',
    atDesk: {
      posts: ['dispatchLead', 'dispatchClerk', 'supervisor', 'taskGroupLead', 'taskGroupLiaison', 'officeClerk'],
      keptBy: { field: 'body' },
      concerns: 'community',
      titleFrom: 'what',
    },
    asks: {
      what: text(
        { zh: '大家为什么事来（不写人名）', en: 'What it is about (no names)' },
        { min: 5, max: 500, visible: 'public' },
      ),
      people: choice(
        { zh: '来了多少人', en: 'How many people' },
        {
          five: { zh: '5 人以内', en: 'Up to 5' },
          twenty: { zh: '6 到 20 人', en: '6 to 20' },
          more: { zh: '20 人以上', en: 'More than 20' },
        },
      ),
      spokenBy: choice(
        { zh: '推选了几位代表（不超过五人）', en: 'How many representatives (at most five)' },
        {
          one: { zh: '1 位', en: '1' },
          two: { zh: '2 位', en: '2' },
          three: { zh: '3 位', en: '3' },
          four: { zh: '4 位', en: '4' },
          five: { zh: '5 位', en: '5' },
        },
      ),
      body: body(
        { zh: '牵头单位', en: 'The leading body' },
        ['department', 'taskGroup', 'subdistrictOffice', 'districtCentre'],
        'district',
      ),
    },
    says: {
      zh: '{{actor}}登记，由{{target}}牵头逐条答复。',
      en: '{{actor}} took it down; {{target}} leads the answers.',
    },
  },
  steps: {
    addDemand: {
      zh: '列一条诉求，定谁答',
      en: 'List a demand, and who answers',
      from: ['listing', 'answering'],
      to: 'answering',
      by: ['lead', 'keeper'],
      asks: {
        demand: text({ zh: '这一条要求什么', en: 'What is asked for' }, { min: 5, max: 500 }),
        body: body(
          { zh: '由谁答', en: 'Who answers' },
          [
            'department',
            'taskGroup',
            'subdistrictOffice',
            'residentsCommittee',
            'villagersCommittee',
            'districtCentre',
          ],
          'district',
        ),
      },
      opens: {
        procedure: 'group-demand',
        fills: {
          demand: { field: 'demand' },
          body: { field: 'body' },
          whole: { words: { zh: '{{number}} {{title}}', en: '{{number}} {{title}}' } },
        },
      },
      says: { zh: '列出一条，由{{target}}答（{{other}}）。', en: 'A demand was listed for {{target}} ({{other}}).' },
    },
    talk: {
      zh: '记录当面沟通',
      en: 'Record a talk',
      from: ['listing', 'answering'],
      to: 'same',
      by: ['lead', 'leadHead', 'keeper'],
      asks: {
        who: text({ zh: '谁去谈的（职务）、在哪里', en: 'Who talked (office), and where' }, { min: 2, max: 200 }),
        said: text(
          { zh: '说清了什么道理，对方怎么说', en: 'What was explained, and what they said' },
          { min: 10, max: 2000 },
        ),
      },
      says: { zh: '{{actor}}记录了当面沟通。', en: '{{actor}} recorded a talk face to face.' },
    },
    settle: {
      zh: '每一条都答了，了结',
      en: 'Every demand is answered: settle',
      from: ['answering'],
      to: [
        {
          when: allPromisesKept,
          to: 'settled',
          concludes: 'solved',
          says: {
            zh: '{{body}}负责人{{actor}}：每一条都办到了，已当面说明。',
            en: '{{actor}}, head of {{body}}: every demand was met and explained.',
          },
        },
        { otherwise: { zh: '有办不到的', en: 'some cannot be met' }, to: 'settled', concludes: 'explained' },
      ],
      by: ['leadHead'], // the head answers for the whole, also for what was refused (S35)
      onlyIf: [hasDemands, tasksEnded],
      weighs: true,
      asks: {
        result: choice(
          { zh: '每一条都办到了吗', en: 'Was every demand met?' },
          {
            met: { zh: '每一条都办到了', en: 'Every one was met' },
            notAll: { zh: '有办不到的，原因已说明', en: 'Some cannot be met; why was said' },
          },
          { visible: 'public' },
        ),
        told: text(
          {
            zh: '怎么当面说的，公开的结果（不写人名）',
            en: 'How it was told, and the result for everybody (no names)',
          },
          { min: 10, max: 2000, visible: 'public' },
        ),
      },
      tells: ['representatives', 'keeper'],
      says: {
        zh: '{{body}}负责人{{actor}}：每一条都有答复，已当面说明。',
        en: '{{actor}}, head of {{body}}: every demand is answered and was explained.',
      },
    },
  },
  clocks: {
    listing: {
      zh: '列清诉求的时限',
      en: 'Time to list the demands',
      within: workingDays(2),
      runsIn: ['listing'],
      metBy: ['addDemand'],
      whenMissed: { tell: ['leadHead', 'keeper'] },
      basis,
    },
    total: {
      zh: '总时限',
      en: 'Time in all',
      within: workingDays(30),
      runsIn: ['listing', 'answering'],
      metBy: ['settle'],
      nearWhen: workingDays(3),
      whenNear: { remind: ['lead', 'leadHead'] },
      whenMissed: { tell: ['leadHead', 'keeper'], tellTierAbove: true },
      districtMay: { min: 10, max: 60 },
      basis,
    },
  },
  published: { in: ['settled'], masked: true },
  archiveYears: 30,
});
