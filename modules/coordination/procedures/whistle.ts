import {
  body,
  choice,
  defineProcedure,
  matterNumber,
  sameDay,
  tasksEnded,
  text,
  workingDays,
} from '../../matters/index.ts';
import { leadOrAssist } from './whistle-part.ts';
import { someoneCalled } from '../rules/someone-called.ts';
import { cannotBeSolved } from '../rules/cannot-be-solved.ts';

const setHere = {
  zh: '条例只定机制，没有定天数；时长为本区设定',
  en: 'The ordinance sets the mechanism, not the days; length set by this district',
  kind: 'localSetting',
  since: '2026-01-01',
} as const;

/**
 * Whistle (吹哨): a street calls departments together on a matter or at a place. Each that is called has a part of its own
 * ({@link whistlePart}), and the whistle is settled only when the result of every part is there.
 *
 * Source: 《北京市街道办事处条例》 article 16 (街道吹哨、部门报到) as the model; catalogue S30, S33.
 */
export const whistle = defineProcedure({
  id: 'whistle',
  version: 1,
  zh: '街道吹哨',
  en: 'Whistle',
  holdsFrom: '2026-01-01',
  sources: [
    {
      zh: '《北京市街道办事处条例》第十六条（街道吹哨、部门报到）',
      en: 'Beijing ordinance on street offices, art. 16',
    },
    { zh: '分级处理、属地管理（S30、S33）', en: 'Handled at the lowest tier that can; the territory owns (S30, S33)' },
  ],
  promise: {
    zh: '街道吹哨，部门报到：叫了谁、谁来了、谁没来、各自办成什么，都写在这一件里；每个部门的结果到齐才能了结。',
    en: 'A street calls, departments come: who was called, who came, who did not and what each did stands in this matter; it is settled only when every result is there.',
  },

  roles: {
    raiser: { zh: '提请人', en: 'whoever asked for it', is: 'reporter' },
    caller: { zh: '吹哨人', en: 'whoever called', is: 'firstContact' },
    street: { zh: '街道', en: 'the street', is: 'holder' },
    streetHead: { zh: '街道工作组组长', en: 'head at the street', is: 'holderHead' },
  },

  states: {
    calling: {
      zh: '吹哨中',
      en: 'Called',
      kind: 'open',
      owner: 'street',
      plain: { zh: '街道已召集有关部门', en: 'The street has called departments together' },
    },
    settled: {
      zh: '已了结',
      en: 'Settled',
      kind: 'final',
      plain: { zh: '各部门的结果已到齐', en: 'The result of every department is there' },
    },
    withdrawn: {
      zh: '已撤回',
      en: 'Withdrawn',
      kind: 'final',
      plain: { zh: '吹哨已撤回', en: 'The call was taken back' },
    },
  },

  mainPath: ['calling', 'settled'],
  opening: {
    by: ['caller'],
    to: 'calling',
    atDesk: {
      posts: ['taskGroupLiaison', 'taskGroupLead', 'officeClerk'],
      keptBy: 'openersBody',
      concerns: 'community',
      titleFrom: 'what',
    },
    asks: {
      what: text({ zh: '为什么吹哨，要解决什么', en: 'Why, and what is to be solved' }, { min: 10, max: 500 }),
      tried: text(
        { zh: '街道试过什么，为什么一家办不了', en: 'What the street tried, and why it cannot do it alone' },
        { min: 5, max: 500 },
      ),
    },
    says: { zh: '{{actor}}吹哨。', en: '{{actor}} called.' },
  },

  steps: {
    call: {
      zh: '叫一个部门',
      en: 'Call a department',
      from: ['calling'],
      to: 'same',
      by: ['caller', 'street'],
      asks: {
        body: body({ zh: '叫哪个部门', en: 'Which department' }, ['department', 'subdistrictOffice'], 'district'),
        part: leadOrAssist,
        task: text({ zh: '请它来做什么', en: 'What it is to do' }, { min: 5, max: 500 }),
        gather: text({ zh: '什么时候、在哪里碰头', en: 'When and where to meet' }, { min: 2, max: 100 }),
      },
      opens: {
        procedure: 'whistle-part',
        fills: {
          task: { field: 'task' },
          body: { field: 'body' },
          part: { field: 'part' },
          gather: { field: 'gather' },
          whole: { words: { zh: '{{number}} {{title}}', en: '{{number}} {{title}}' } },
        },
      },
      says: { zh: '{{actor}}叫{{target}}到场（{{other}}）。', en: '{{actor}} called {{target}} ({{other}}).' },
    },
    takeUp: {
      zh: '为哪一件吹哨',
      en: 'Say for which matter',
      from: ['calling'],
      to: 'same',
      by: ['caller', 'street'],
      asks: { about: matterNumber({ zh: '事项编号', en: 'Number of the matter' }) },
      links: { kind: 'takesUp', field: 'about' },
      says: { zh: '为 {{other}} 吹哨。', en: 'Called for {{other}}.' },
    },
    settle: {
      zh: '了结',
      en: 'Settle',
      from: ['calling'],
      by: ['street'],
      onlyIf: [someoneCalled, tasksEnded],
      to: [
        { when: cannotBeSolved, to: 'settled', concludes: 'explained' },
        { otherwise: { zh: '已解决', en: 'solved' }, to: 'settled', concludes: 'solved' },
      ],
      weighs: true,
      asks: {
        result: choice(
          { zh: '结果', en: 'Result' },
          {
            solved: { zh: '已解决', en: 'Solved' },
            explained: { zh: '眼下解决不了，原因已写明', en: 'Cannot be solved now; the reason is given' },
          },
        ),
        came: text({ zh: '谁来了，各办成什么', en: 'Who came, and what each did' }, { min: 10, max: 1000 }),
      },
      tells: ['raiser', 'caller', 'streetHead'],
      says: {
        zh: '{{actor}}了结：各部门的结果已到齐。',
        en: '{{actor}} settled it: the result of every department is there.',
      },
    },
    withdraw: {
      zh: '撤回',
      en: 'Withdraw',
      from: ['calling'],
      to: 'withdrawn',
      by: ['caller', 'street'],
      onlyIf: [tasksEnded],
      concludes: 'withdrawn',
      weighs: true,
      asks: { reason: text({ zh: '为什么撤回', en: 'Why' }, { min: 5, max: 300 }) },
      tells: ['raiser', 'streetHead'],
      says: { zh: '{{actor}}撤回吹哨，原因已写明。', en: '{{actor}} took the call back, with the reason.' },
    },
  },

  clocks: {
    calling: {
      zh: '叫齐部门的时限',
      en: 'Time to call the departments',
      within: sameDay(),
      runsIn: ['calling'],
      metBy: ['call'],
      whenMissed: { tell: ['caller', 'streetHead'] },
      basis: setHere,
    },
    total: {
      zh: '总时限',
      en: 'Time in all',
      within: workingDays(20),
      runsIn: ['calling'],
      metBy: ['settle', 'withdraw'],
      nearWhen: workingDays(3),
      whenNear: { remind: ['caller', 'street'] },
      whenMissed: { tell: ['caller', 'streetHead'], tellTierAbove: true },
      districtMay: { min: 5, max: 40 },
      basis: setHere,
    },
  },

  published: { in: [], masked: true },
  archiveYears: 10,
});
