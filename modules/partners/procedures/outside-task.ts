import { choice, defineProcedure, photos, text, workingDays } from '../../matters/index.ts';
import { namesNobodyIn, outsideFields } from '../../requests/index.ts';
import { isSolved, wasExplained } from '../rules/said-outcome.ts';

const reason = text({ zh: '理由', en: 'Reason' }, { min: 5, max: 500 });
const reference = text({ zh: '对方的编号', en: 'Their number for it' }, { min: 1, max: 64, visible: 'internal' });
const ownReference = text(
  { zh: '贵单位自己的编号', en: 'Your own number for it' },
  { min: 1, max: 64, optional: true, visible: 'internal' },
);
/** An answer is not a solution: whoever answers says which it is. */
const outcome = choice(
  { zh: '解决了没有', en: 'Is it solved' },
  {
    solved: { zh: '解决了', en: 'Solved' },
    explained: { zh: '办不了，说明了原因', en: 'Cannot be done, with the reason' },
  },
);
const saidOutcome = choice(
  { zh: '对方说的结果', en: 'What they say came of it' },
  {
    solved: { zh: '解决了', en: 'Solved' },
    explained: { zh: '办不了', en: 'Cannot be done' },
    unsaid: { zh: '只说办结，没说解决没有', en: 'Closed, without saying whether it is solved' },
  },
  { visible: 'internal' },
);
const said = text({ zh: '对方的原话', en: 'In their words' }, { min: 1, max: 1000, visible: 'internal' });
const basis = {
  zh: '转出去不等于办了（S28）；时长为本区设定',
  en: 'Passing on is not doing (S28); length set by this district',
  kind: 'localSetting',
  since: '2026-11-27',
} as const;
const open = ['asked', 'objected', 'working', 'reported'] as const;

/**
 * Work asked of an outside body (请外单位办理): a utility, a property manager, an organisation is to do something in a matter that
 * stays where it is. It answers by its own people, by its system over Open311, or by telephone; whoever asked looks whether it is
 * solved before the task ends. What its system says is written down as that system's word and never as a finding of ours.
 *
 * Sources: catalogue S25, S28 (首问负责、不得一转了之); Open311 GeoReport v2 for what systems say to each other; decision 0034.
 */
export const outsideTask = defineProcedure({
  id: 'outside-task',
  version: 1,
  zh: '请外单位办理',
  en: 'Work asked of an outside body',
  holdsFrom: '2026-11-27',
  sources: [
    { zh: '首问负责、不得一转了之（S25、S28）', en: 'First contact answers, no bare forwarding (S25, S28)' },
    { zh: 'Open311 GeoReport v2（与对方系统对接）', en: 'Open311 GeoReport v2 (between systems)' },
  ],
  promise: {
    zh: '请了谁、对方收没收、办成什么，都写在这里；对方说办结不算数，请办的单位看过才算。',
    en: 'Who was asked, whether they took it and what they did stands here; that they call it closed does not count until whoever asked has looked.',
  },

  roles: {
    raiser: { zh: '提请人', en: 'whoever brought it up', is: 'reporter' },
    asker: { zh: '请办人', en: 'whoever asked', is: 'firstContact' },
    askers: {
      zh: '请办的社区或街道',
      en: 'the community or street that asked',
      is: 'post',
      posts: [
        'communityDirector',
        'communitySecretary',
        'communityClerk',
        'taskGroupLead',
        'taskGroupLiaison',
        'officeClerk',
      ],
    },
    asked: { zh: '被请的外单位', en: 'the outside body that was asked', is: 'offered' },
    doer: { zh: '承办的外单位', en: 'the outside body', is: 'holder' },
    doerHead: { zh: '外单位负责人', en: 'its head', is: 'holderHead' },
    link: { zh: '对方的系统', en: 'their system', is: 'timer' },
  },

  states: {
    asked: {
      zh: '待对方接收',
      en: 'Waiting for them to take it',
      kind: 'open',
      owner: 'asked',
      plain: { zh: '已请外单位，等它接收', en: 'An outside body was asked and has to take it' },
    },
    objected: {
      zh: '对方不接',
      en: 'They do not take it',
      kind: 'open',
      owner: 'asker',
      plain: {
        zh: '外单位说不归它办，正在另想办法',
        en: 'The outside body says it is not its task; another way is looked for',
      },
    },
    working: {
      zh: '对方办理中',
      en: 'They are on it',
      kind: 'open',
      owner: 'doer',
      plain: { zh: '外单位正在办', en: 'The outside body is working on it' },
    },
    reported: {
      zh: '对方说办结，待核实',
      en: 'They say it is done; to be looked at',
      kind: 'open',
      owner: 'asker',
      plain: { zh: '外单位说办好了，正在核实', en: 'The outside body says that it is done; somebody is looking' },
    },
    done: {
      zh: '已核实办结',
      en: 'Looked at and done',
      kind: 'final',
      plain: { zh: '外单位的事已核实', en: 'What the outside body did was looked at' },
    },
    takenBack: {
      zh: '已撤回',
      en: 'Taken back',
      kind: 'final',
      plain: { zh: '不用外单位办了', en: 'The outside body is no longer asked' },
    },
  },

  mainPath: ['asked', 'working', 'reported', 'done'],
  task: { keptBy: { field: 'body' }, titleFrom: 'task' },
  opening: {
    by: ['asker'],
    to: 'asked',
    asks: outsideFields,
    says: { zh: '{{actor}}请{{target}}办理。', en: '{{actor}} asked {{target}}.' },
  },

  steps: {
    receive: {
      zh: '接收',
      en: 'Take it',
      from: ['asked'],
      to: 'working',
      by: ['asked'],
      moves: { take: true },
      asks: { reference: ownReference },
      tells: ['asker'],
      says: { zh: '{{body}}已接收。', en: '{{body}} took it.' },
    },
    received: {
      zh: '对方的系统已收下',
      en: 'Taken by their system',
      from: ['asked'],
      to: 'working',
      by: ['link'],
      moves: { take: true },
      asks: { reference },
      tells: ['asker'],
      says: { zh: '对方的系统已收下，给了编号。', en: 'Their system took it and gave it a number.' },
    },
    noteReceived: {
      zh: '电话告知，对方已接收',
      en: 'Told by telephone; they take it',
      from: ['asked'],
      to: 'working',
      by: ['asker', 'askers'],
      moves: { lapse: true },
      asks: {
        who: text(
          { zh: '对方谁接的（写职务，不写姓名）', en: 'Who took it (the office, no name)' },
          { min: 2, max: 100 },
        ),
        reference: { ...reference, optional: true },
      },
      tells: ['asker', 'doer'],
      says: { zh: '{{actor}}电话告知，对方已接收。', en: '{{actor}} told them by telephone, and they take it.' },
    },
    undelivered: {
      zh: '没有送到对方的系统',
      en: 'Did not get through to their system',
      from: ['asked', 'working'],
      to: 'same',
      by: ['link'],
      asks: {
        why: choice(
          { zh: '为什么', en: 'Why' },
          {
            unreachable: { zh: '连不上', en: 'It cannot be reached' },
            timeout: { zh: '没有回应', en: 'It does not answer' },
            busy: { zh: '对方的系统出错或太忙', en: 'It fails or is too busy' },
            key: { zh: '密钥不对', en: 'It does not accept our key' },
            address: { zh: '地址不对，或没有开通', en: 'The address is wrong or not opened' },
            notUnderstood: { zh: '看不懂它的回答', en: 'Its answer cannot be understood' },
          },
          { visible: 'internal' },
        ),
      },
      tells: ['asker'],
      says: {
        zh: '试了几次，没有送到对方的系统。请打电话；系统还会再试。',
        en: 'It did not get through to their system. Please call them; it is tried again.',
      },
    },
    object: {
      zh: '说明为什么不归我们',
      en: 'Say why it is not our task',
      from: ['asked'],
      to: 'objected',
      by: ['asked'],
      asks: { reason },
      tells: ['asker'],
      says: { zh: '{{body}}说明为什么不归它办。', en: '{{body}} says why it is not its task.' },
    },
    rejected: {
      zh: '对方的系统不收',
      en: 'Not taken by their system',
      from: ['asked', 'working'],
      to: 'objected',
      by: ['link'],
      asks: { said },
      tells: ['asker'],
      says: { zh: '对方的系统没有收，原因在下面。', en: 'Their system did not take it, for the reason below.' },
    },
    askAgain: {
      zh: '再请一次',
      en: 'Ask once more',
      from: ['objected'],
      to: 'asked',
      by: ['asker', 'askers'],
      times: 3,
      onlyIf: [namesNobodyIn('reason')],
      asks: {
        reason: text(
          {
            zh: '为什么归它办（原样送给对方，不写姓名）',
            en: 'Why it is theirs (sent as it stands; no names)',
          },
          { min: 5, max: 500 },
        ),
      },
      tells: ['asked', 'doerHead'],
      says: { zh: '{{actor}}再请一次，理由已写明。', en: '{{actor}} asked once more, with the reason.' },
    },
    renewed: {
      zh: '对方的系统又收下一次',
      en: 'Taken by their system once more',
      from: ['working'],
      to: 'same',
      by: ['link'],
      asks: { reference },
      tells: ['asker'],
      says: { zh: '对方的系统收下，给了新编号。', en: 'Their system took it under a new number.' },
    },
    news: {
      zh: '对方的系统有进展',
      en: 'News from their system',
      from: ['working'],
      to: 'same',
      by: ['link'],
      times: 100, // a system that changes its mind all day is not written down for ever
      asks: { said },
      tells: ['asker'],
      visible: 'internal',
      says: { zh: '对方的系统有新进展。', en: 'There is news from their system.' },
    },
    note: {
      zh: '记一笔进展',
      en: 'Record what is being done',
      from: ['working'],
      to: 'same',
      by: ['doer', 'asker', 'askers'],
      asks: { progress: text({ zh: '进展', en: 'Progress' }, { min: 2, max: 1000, visible: 'internal' }) },
      tells: ['asker'],
      visible: 'internal',
      says: { zh: '{{actor}}记下了进展。', en: '{{actor}} recorded what is being done.' },
    },
    report: {
      zh: '反馈结果',
      en: 'Report the result',
      from: ['working'],
      to: [
        { when: isSolved, to: 'reported', concludes: 'solved' },
        { otherwise: { zh: '办不了', en: 'cannot be done' }, to: 'reported', concludes: 'explained' },
      ],
      by: ['doer'],
      asks: {
        outcome,
        result: text(
          { zh: '办成什么；办不了写为什么', en: 'What was done, or why it cannot be' },
          { min: 10, max: 1000 },
        ),
        photos: photos({ zh: '现场照片（拍事，不拍人）', en: 'Photos of the place, not of people' }, 6),
      },
      tells: ['asker'],
      says: { zh: '{{body}}反馈了结果。', en: '{{body}} reported the result.' },
    },
    closedThere: {
      zh: '对方的系统已办结',
      en: 'Closed in their system',
      from: ['working'],
      to: [
        { when: isSolved, to: 'reported', concludes: 'solved' },
        { when: wasExplained, to: 'reported', concludes: 'explained' },
        { otherwise: { zh: '没说解决没有', en: 'not said whether solved' }, to: 'reported', concludes: 'answered' },
      ],
      by: ['link'],
      asks: { outcome: saidOutcome, said },
      tells: ['asker'],
      says: { zh: '对方的系统显示已办结，等核实。', en: 'Their system says closed; somebody has to look.' },
    },
    noteReport: {
      zh: '记下对方电话反馈的结果',
      en: 'Write down what they told by telephone',
      from: ['working'],
      to: [
        { when: isSolved, to: 'reported', concludes: 'solved' },
        { otherwise: { zh: '办不了', en: 'cannot be done' }, to: 'reported', concludes: 'explained' },
      ],
      by: ['asker', 'askers'],
      asks: {
        outcome,
        result: text(
          { zh: '对方说了什么（谁说的写职务）', en: 'What they said, and who (the office)' },
          { min: 5, max: 1000 },
        ),
      },
      tells: ['asker', 'doer'],
      says: { zh: '{{actor}}记下了对方反馈的结果。', en: '{{actor}} wrote down what they reported.' },
    },
    accept: {
      zh: '核实，办结',
      en: 'Looked at: done',
      from: ['reported'],
      to: [
        { when: isSolved, to: 'done', concludes: 'solved' },
        {
          otherwise: { zh: '没有解决，原因已说明', en: 'not solved, with the reason' },
          to: 'done',
          concludes: 'explained',
        },
      ],
      by: ['asker', 'askers'],
      weighs: true,
      asks: {
        outcome,
        seen: text({ zh: '怎么核实的，看到什么', en: 'How you looked, and what you saw' }, { min: 5, max: 500 }),
      },
      tells: ['raiser', 'doer'],
      says: { zh: '{{actor}}核实后办结。', en: '{{actor}} looked at it; it is done.' },
    },
    sendBack: {
      zh: '没办好，请再办',
      en: 'Not done: ask again',
      from: ['reported'],
      to: 'working',
      by: ['asker', 'askers'],
      concludes: null,
      times: 5,
      onlyIf: [namesNobodyIn('missing')],
      asks: {
        missing: text(
          {
            zh: '还差什么（原样送给对方，不写姓名）',
            en: 'What is missing (sent as it stands; no names)',
          },
          { min: 5, max: 500 },
        ),
      },
      tells: ['doer', 'doerHead'],
      says: { zh: '{{actor}}核实没有办好，请再办。', en: '{{actor}} looked: it is not done; they are asked again.' },
    },
    takeBack: {
      zh: '不用办了，撤回',
      en: 'No longer needed: take it back',
      from: [...open],
      to: 'takenBack',
      by: ['asker', 'askers'],
      concludes: 'withdrawn',
      weighs: true,
      asks: { reason },
      tells: ['raiser', 'asked', 'doer'],
      says: { zh: '{{actor}}撤回，理由已写明。', en: '{{actor}} took it back, with the reason.' },
    },
  },

  clocks: {
    receiving: {
      zh: '接收时限',
      en: 'Time to take it',
      within: workingDays(1),
      runsIn: ['asked'],
      metBy: ['receive', 'received', 'noteReceived', 'object', 'rejected', 'takeBack'],
      whenNear: { remind: ['asker', 'asked'] },
      whenMissed: { tell: ['asker', 'doerHead'], tellTierAbove: true },
      districtMay: { min: 1, max: 3 },
      basis,
    },
    otherWay: {
      zh: '另想办法时限',
      en: 'Time to find another way',
      within: workingDays(2),
      runsIn: ['objected'],
      metBy: ['askAgain', 'takeBack'],
      whenMissed: { tell: ['asker'], tellTierAbove: true },
      basis,
    },
    doing: {
      zh: '对方办理时限',
      en: 'Time to do it',
      within: workingDays(7),
      runsIn: ['working'],
      metBy: ['report', 'closedThere', 'noteReport', 'rejected', 'takeBack'],
      nearWhen: workingDays(1),
      whenNear: { remind: ['asker', 'doer', 'doerHead'] },
      whenMissed: { tell: ['asker', 'doerHead'], tellTierAbove: true },
      districtMay: { min: 2, max: 30 },
      basis,
    },
    looking: {
      zh: '核实时限',
      en: 'Time to look at it',
      within: workingDays(2),
      runsIn: ['reported'],
      metBy: ['accept', 'sendBack', 'takeBack'],
      whenNear: { remind: ['asker'] },
      whenMissed: { tell: ['asker'], tellTierAbove: true },
      districtMay: { min: 1, max: 5 },
      basis,
    },
  },

  published: { in: [], masked: true },
  archiveYears: 10,
});
