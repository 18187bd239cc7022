import { body, choice, defineProcedure, photos, text, workingDays, workingHours } from '../../matters/index.ts';
import { stillCalled } from '../rules/still-called.ts';
import { intoOrder } from './into-order.ts';

export const leadOrAssist = choice(
  { zh: '牵头还是配合', en: 'Leads or assists' },
  { lead: { zh: '牵头', en: 'Leads' }, assist: { zh: '配合', en: 'Assists' } },
);
const reason = text({ zh: '理由', en: 'Reason' }, { min: 5, max: 500 });
const setHere = {
  zh: '部门应当按街道要求派人到场（条例第十六条的机制）；时长为本区设定',
  en: 'Departments come when the street calls (mechanism of art. 16); length set by this district',
  kind: 'localSetting',
  since: '2026-01-01',
} as const;
const open = ['called', 'objected', 'coming', 'present', 'reported'] as const;

/**
 * A department's part in a whistle (报到): it answers whether it comes, comes, and says what it did. Whether it was there is
 * said by the street that called, in words: there is no photo of attendance.
 *
 * Source: as for {@link whistle}; S35 for what cannot be done.
 */
export const whistlePart = defineProcedure({
  id: 'whistle-part',
  version: 1,
  zh: '部门报到',
  en: 'Answering a whistle',
  holdsFrom: '2026-01-01',
  sources: [
    {
      zh: '《北京市街道办事处条例》第十六条（街道吹哨、部门报到）',
      en: 'Beijing ordinance on street offices, art. 16',
    },
    { zh: '解决不了须说明原因（S35）', en: 'What cannot be solved is explained (S35)' },
  ],
  promise: {
    zh: '被叫到的部门半天内回话，到没到场由街道写明，办成什么由街道认可；不来、不回的自动转督办。',
    en: 'A department that is called answers within half a day; whether it came is written down by the street, which also accepts the result. Whoever neither answers nor comes is put under a supervision order by the timer.',
  },

  roles: {
    raiser: { zh: '提请人', en: 'whoever asked for it', is: 'reporter' },
    caller: { zh: '吹哨人', en: 'whoever called', is: 'firstContact' },
    street: { zh: '街道', en: 'the street', is: 'post', posts: ['taskGroupLead', 'taskGroupLiaison', 'officeClerk'] },
    called: { zh: '被叫到的部门', en: 'the department that is called', is: 'offered' },
    calledHead: { zh: '被叫到的部门负责人', en: 'head of the department that is called', is: 'offeredHead' },
    department: { zh: '报到部门', en: 'the department', is: 'holder' },
    head: { zh: '报到部门负责人', en: 'head of the department', is: 'holderHead' },
  },

  states: {
    called: {
      zh: '等回话',
      en: 'Waiting for an answer',
      kind: 'open',
      owner: 'called',
      plain: { zh: '已叫部门，等它回话', en: 'The department was called and has to answer' },
    },
    objected: {
      zh: '认为不该来',
      en: 'Says it is not its part',
      kind: 'open',
      owner: 'caller',
      plain: { zh: '部门说不归它管，街道正在定', en: 'The department says it is not its part; the street decides' },
    },
    coming: {
      zh: '答应到场',
      en: 'Is coming',
      kind: 'open',
      owner: 'department',
      plain: { zh: '部门答应到场', en: 'The department is coming' },
    },
    present: {
      zh: '已到场',
      en: 'Came',
      kind: 'open',
      owner: 'department',
      plain: { zh: '部门已到场，正在办', en: 'The department came and is working on it' },
    },
    reported: {
      zh: '结果待认可',
      en: 'Result to be accepted',
      kind: 'open',
      owner: 'caller',
      plain: { zh: '部门已报结果，街道正在看', en: 'The department reported; the street is looking at it' },
    },
    done: {
      zh: '已办结',
      en: 'Done',
      kind: 'final',
      plain: { zh: '部门的事已办结', en: 'The department has done its part' },
    },
    calledOff: {
      zh: '不用来了',
      en: 'Called off',
      kind: 'final',
      plain: { zh: '街道撤回了这一项', en: 'The street took this part back' },
    },
  },

  mainPath: ['called', 'coming', 'present', 'reported', 'done'],
  task: { keptBy: { field: 'body' }, titleFrom: 'task' },
  opening: {
    by: ['caller'],
    to: 'called',
    asks: {
      task: text({ zh: '请它来做什么', en: 'What it is to do' }, { min: 5, max: 500 }),
      body: body({ zh: '叫哪个部门', en: 'Which department' }, ['department', 'subdistrictOffice'], 'district'),
      part: leadOrAssist,
      gather: text({ zh: '什么时候、在哪里碰头', en: 'When and where to meet' }, { min: 2, max: 100 }),
      whole: text({ zh: '哪一次吹哨', en: 'Which whistle' }, { min: 1, max: 200 }),
    },
    says: { zh: '{{actor}}叫{{target}}到场。', en: '{{actor}} called {{target}}.' },
  },

  steps: {
    come: {
      zh: '答应到场',
      en: 'Say who comes',
      from: ['called'],
      to: 'coming',
      by: ['called'],
      moves: { take: true },
      asks: {
        who: text({ zh: '谁来（写职务，不写姓名）', en: 'Who comes (the office, no name)' }, { min: 2, max: 100 }),
        when: text({ zh: '什么时候到', en: 'When' }, { min: 2, max: 60 }),
      },
      tells: ['caller'],
      says: { zh: '{{body}}答应到场。', en: '{{body}} is coming.' },
    },
    object: {
      zh: '说明为什么不该来',
      en: 'Say why it is not our part',
      from: ['called'],
      to: 'objected',
      by: ['calledHead'], // a department that does not come says so by its head
      times: 1,
      asks: { reason },
      tells: ['caller'],
      says: {
        zh: '{{body}}负责人{{actor}}说明为什么不该来。',
        en: '{{actor}}, head of {{body}}, says why it is not its part.',
      },
    },
    backOut: {
      zh: '来不了了',
      en: 'Cannot come after all',
      from: ['coming'],
      to: 'objected',
      by: ['department', 'head'],
      times: 1,
      asks: { reason },
      tells: ['caller'],
      says: { zh: '{{body}}说来不了了，原因已写明。', en: '{{body}} cannot come after all, with the reason.' },
    },
    insist: {
      zh: '还是要来',
      en: 'It has to come',
      from: ['objected'],
      to: [
        { when: stillCalled, to: 'called' },
        { otherwise: { zh: '答应过', en: 'had said that it comes' }, to: 'coming' },
      ],
      by: ['caller', 'street'],
      asks: { reason },
      tells: ['called', 'calledHead', 'department', 'head'],
      says: { zh: '{{actor}}：还是要来，理由已写明。', en: '{{actor}}: it has to come, with the reason.' },
    },
    arrive: {
      zh: '写明到场',
      en: 'Note that it came',
      from: ['coming'],
      to: 'present',
      by: ['caller', 'street'], // never by the one who has to come
      asks: {
        came: text({ zh: '谁到了（写职务）、什么时候', en: 'Who came (the office), and when' }, { min: 2, max: 200 }),
      },
      tells: ['department'],
      says: { zh: '{{actor}}写明：部门已到场。', en: '{{actor}} noted that the department came.' },
    },
    noteAbsence: {
      zh: '写明没到',
      en: 'Note that it did not come',
      from: ['coming'],
      to: 'same',
      by: ['caller', 'street'],
      asks: {
        missed: text(
          { zh: '约在什么时候、等到什么时候', en: 'When it was to come, how long you waited' },
          { min: 2, max: 200 },
        ),
      },
      tells: ['department', 'head'],
      says: {
        zh: '{{actor}}写明：约好的时候，部门没有到。',
        en: '{{actor}} noted that the department did not come as arranged.',
      },
    },
    report: {
      zh: '报结果',
      en: 'Report the result',
      from: ['present'],
      to: 'reported',
      by: ['department'],
      concludes: 'solved',
      asks: {
        result: text({ zh: '办成什么', en: 'What was done' }, { min: 10, max: 1000 }),
        shownBy: text({ zh: '看得见的凭据', en: 'What shows it' }, { min: 2, max: 300 }),
        photos: photos({ zh: '现场照片（拍事，不拍人）', en: 'Photos of the place, not of people' }, 6),
      },
      tells: ['caller'],
      says: { zh: '{{body}}报了结果。', en: '{{body}} reported the result.' },
    },
    explain: {
      zh: '说明办不了',
      en: 'Explain why it cannot be done',
      from: ['present'],
      to: 'reported',
      by: ['head'],
      concludes: 'explained',
      asks: {
        cause: text({ zh: '为什么办不了', en: 'Why it cannot be done' }, { min: 10, max: 1000 }),
        measure: text({ zh: '可以怎么办', en: 'What could be done instead' }, { min: 5, max: 500 }),
      },
      tells: ['caller'],
      says: {
        zh: '{{body}}负责人{{actor}}说明办不了的原因。',
        en: '{{actor}}, head of {{body}}, explained why it cannot be done.',
      },
    },
    accept: {
      zh: '认可结果',
      en: 'Accept the result',
      from: ['reported'],
      to: 'done',
      by: ['caller', 'street'],
      tells: ['raiser', 'department'],
      says: { zh: '{{actor}}认可结果。', en: '{{actor}} accepted the result.' },
    },
    sendBack: {
      zh: '退回再办',
      en: 'Send back',
      from: ['reported'],
      to: 'present',
      by: ['caller', 'street'],
      concludes: null,
      asks: { missing: text({ zh: '还缺什么', en: 'What is missing' }, { min: 5, max: 500 }) },
      tells: ['department', 'head'],
      says: { zh: '{{actor}}退回，写明还缺什么。', en: '{{actor}} sent it back and said what is missing.' },
    },
    callOff: {
      zh: '不用来了',
      en: 'Call off',
      from: ['called', 'objected', 'coming'],
      to: 'calledOff',
      by: ['caller', 'street'],
      concludes: 'withdrawn',
      asks: { reason },
      tells: ['raiser', 'called', 'department'],
      says: { zh: '{{actor}}撤回这一项，原因已写明。', en: '{{actor}} took this part back, with the reason.' },
    },
  },

  clocks: {
    answer: {
      zh: '回话时限',
      en: 'Time to answer',
      within: workingHours(4),
      runsIn: ['called'],
      metBy: ['come', 'object'],
      whenNear: { remind: ['called'] },
      whenMissed: {
        tell: ['caller', 'calledHead'],
        tellTierAbove: true,
        opens: intoOrder({
          zh: '街道吹哨 {{number}}，{{body}}没有按时回话，请马上回话并派人到场。',
          en: 'The street called ({{number}}) and {{body}} did not answer in time: it is to answer and come at once.',
        }),
      },
      districtMay: { min: 1, max: 8 },
      basis: setHere,
    },
    ruling: {
      zh: '街道定夺时限',
      en: 'Time for the street to decide',
      within: workingDays(1),
      runsIn: ['objected'],
      metBy: ['insist', 'callOff'],
      whenMissed: { tell: ['caller'] },
      basis: setHere,
    },
    arriving: {
      zh: '到场时限',
      en: 'Time to come',
      within: workingDays(1),
      runsIn: ['coming'],
      metBy: ['arrive', 'backOut', 'callOff'],
      whenNear: { remind: ['department'] },
      whenMissed: {
        tell: ['caller', 'head'],
        tellTierAbove: true,
        opens: intoOrder({
          zh: '街道吹哨 {{number}}，{{body}}答应到场而没有到，请马上到场并说明原因。',
          en: 'The street called ({{number}}); {{body}} said it was coming and did not: it is to come at once and say why.',
        }),
      },
      districtMay: { min: 1, max: 3 },
      basis: setHere,
    },
    result: {
      zh: '报结果时限',
      en: 'Time to report',
      within: workingDays(5),
      runsIn: ['present'],
      metBy: ['report', 'explain'],
      nearWhen: workingDays(1),
      whenNear: { remind: ['department', 'head'] },
      whenMissed: { tell: ['caller', 'head'], tellTierAbove: true },
      districtMay: { min: 2, max: 15 },
      basis: setHere,
    },
    reading: {
      zh: '认可时限',
      en: 'Time to accept',
      within: workingDays(2),
      runsIn: ['reported'],
      metBy: ['accept', 'sendBack'],
      whenMissed: { tell: ['caller'] },
      basis: setHere,
    },
    total: {
      zh: '总时限',
      en: 'Time in all',
      within: workingDays(20),
      runsIn: open,
      metBy: ['accept', 'callOff'],
      whenMissed: { tell: ['caller', 'head'], tellTierAbove: true },
      basis: setHere,
    },
  },

  published: { in: [], masked: true },
  archiveYears: 10,
});
