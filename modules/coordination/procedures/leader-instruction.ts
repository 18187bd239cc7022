import { body, choice, defineProcedure, photos, sameDay, text, workingDays } from '../../matters/index.ts';
import { wasCarriedOut } from '../rules/was-carried-out.ts';

const addressed = ['department', 'taskGroup', 'subdistrictOffice'] as const;
const reason = text({ zh: '理由', en: 'Reason' }, { min: 5, max: 500, visible: 'internal' });
const setHere = {
  zh: '批示件要有反馈（S36）；时长为本区设定',
  en: 'Instructions need feedback (S36); length set by this district',
  kind: 'localSetting',
  since: '2026-01-01',
} as const;

/**
 * Leader instruction (领导批示件): what a leader asked for in writing goes to one body, which says what came of it; it is
 * closed only when the desk that passed it on accepts that feedback.
 *
 * Source: catalogue S36 (对领导的批示件要有反馈), S35 (解决不了须说明原因). Neither names a limit: the lengths are settings.
 */
export const leaderInstruction = defineProcedure({
  id: 'leader-instruction',
  version: 1,
  zh: '领导批示件',
  en: 'Leader instruction',
  holdsFrom: '2026-01-01',
  sources: [
    { zh: '对领导的批示件要有反馈（S36）', en: 'Instructions of leaders need feedback (S36)' },
    { zh: '解决不了，单位主要负责人说明原因（S35）', en: 'What cannot be solved is explained by the head (S35)' },
  ],
  promise: {
    zh: '批示当天有单位签收；没有经审看同意的反馈，不能销号。',
    en: 'A body signs for the instruction the same day; nothing is closed without feedback that was accepted.',
  },

  roles: {
    leader: { zh: '批示领导', en: 'the leader', is: 'reporter' },
    desk: { zh: '交办人', en: 'whoever passed it on', is: 'firstContact' },
    addressee: { zh: '待签收单位', en: 'the body it is addressed to', is: 'offered' },
    handler: { zh: '承办单位', en: 'the handling body', is: 'holder' },
    head: { zh: '承办单位负责人', en: 'head of the handling body', is: 'holderHead' },
    deskHead: { zh: '交办单位负责人', en: 'head of the desk', is: 'offeredHead' },
  },

  states: {
    issued: {
      zh: '待签收',
      en: 'Waiting to be signed for',
      kind: 'open',
      owner: 'addressee',
      plain: { zh: '已交办，等承办单位签收', en: 'Passed on; the body has to sign for it' },
    },
    handling: {
      zh: '办理中',
      en: 'Being handled',
      kind: 'open',
      owner: 'handler',
      plain: { zh: '承办单位正在办', en: 'The body is working on it' },
    },
    awaitingSignature: {
      zh: '反馈待签发',
      en: 'Feedback waiting for signature',
      kind: 'open',
      owner: 'head',
      plain: { zh: '反馈已写好，等单位负责人签发', en: 'The feedback is written; the head has to sign it' },
    },
    feedbackGiven: {
      zh: '反馈待审看',
      en: 'Feedback to be read',
      kind: 'open',
      owner: 'deskHead',
      plain: { zh: '已反馈，等交办单位审看', en: 'Feedback was given; the desk is reading it' },
    },
    closed: { zh: '已销号', en: 'Closed', kind: 'final', plain: { zh: '反馈已认可', en: 'The feedback was accepted' } },
  },

  mainPath: ['issued', 'handling', 'awaitingSignature', 'feedbackGiven', 'closed'],
  opening: {
    by: ['desk'],
    to: 'issued',
    atDesk: {
      posts: ['dispatchClerk', 'dispatchLead'],
      keptBy: { field: 'body' },
      concerns: 'noArea',
      titleFrom: 'what',
    },
    asks: {
      what: text({ zh: '批示内容', en: 'What the instruction says' }, { min: 4, max: 1000, visible: 'internal' }),
      source: text(
        { zh: '批示领导的职务（不写姓名）和批示日期', en: 'Office of the leader (no name) and date' },
        { min: 2, max: 100, visible: 'internal' },
      ),
      body: body({ zh: '交给哪个单位办', en: 'Which body is to act' }, addressed, 'district'),
    },
    says: { zh: '{{actor}}把领导批示交给{{target}}办理。', en: '{{actor}} passed the instruction on to {{target}}.' },
  },

  steps: {
    accept: {
      zh: '签收',
      en: 'Sign for it',
      from: ['issued'],
      to: 'handling',
      by: ['addressee'],
      moves: { take: true },
      tells: ['desk'],
      says: { zh: '{{body}}已签收，{{actor}}负责。', en: '{{body}} signed for it; {{actor}} answers for it.' },
    },
    reportProgress: {
      zh: '报告进展',
      en: 'Report progress',
      from: ['handling', 'awaitingSignature'],
      to: 'same',
      by: ['handler'],
      asks: {
        progress: text({ zh: '进展', en: 'Progress' }, { min: 2, max: 1000 }),
        photos: photos({ zh: '照片', en: 'Photos' }, 6),
      },
      tells: ['desk'],
      says: { zh: '{{body}}报告了进展。', en: '{{body}} reported progress.' },
    },
    draftFeedback: {
      zh: '起草反馈',
      en: 'Draft the feedback',
      from: ['handling'],
      to: 'awaitingSignature',
      by: ['handler'],
      asks: {
        feedback: text({ zh: '反馈：办得怎么样', en: 'Feedback: what came of it' }, { min: 20, max: 10000 }),
        shownBy: text(
          { zh: '凭据：文件、现场、当事人怎么说', en: 'What shows it: papers, the place, the people concerned' },
          { min: 5, max: 1000 },
        ),
        photos: photos({ zh: '照片', en: 'Photos' }, 6),
      },
      tells: ['head'],
      says: { zh: '{{actor}}写好反馈，等负责人签发。', en: '{{actor}} drafted the feedback; the head has to sign it.' },
    },
    redraft: {
      zh: '不签发，继续办',
      en: 'Do not sign, keep working',
      from: ['awaitingSignature'],
      to: 'handling',
      by: ['head'],
      asks: { reason },
      tells: ['handler'],
      says: { zh: '负责人{{actor}}没有签发，要求继续办。', en: '{{actor}} did not sign; work goes on.' },
    },
    giveFeedback: {
      zh: '签发反馈',
      en: 'Sign and give feedback',
      from: ['awaitingSignature'],
      by: ['head'], // what cannot be done is explained by the head in person (S35)
      to: [
        { when: wasCarriedOut, to: 'feedbackGiven', moves: { offerTo: 'decider' }, concludes: 'solved' },
        {
          otherwise: { zh: '未能落实，说明原因', en: 'not carried out, with the reason' },
          to: 'feedbackGiven',
          moves: { offerTo: 'decider' },
          concludes: 'explained',
        },
      ],
      weighs: true,
      asks: {
        result: choice(
          { zh: '结果', en: 'Result' },
          {
            carriedOut: { zh: '已落实', en: 'Carried out' },
            explained: { zh: '未能落实，原因和下一步已写明', en: 'Not carried out; reason and next step are given' },
          },
        ),
      },
      tells: ['deskHead', 'desk'],
      says: { zh: '{{body}}负责人{{actor}}签发反馈。', en: '{{actor}}, head of {{body}}, gave feedback.' },
    },
    acceptFeedback: {
      zh: '认可反馈，销号',
      en: 'Accept the feedback and close',
      from: ['feedbackGiven'],
      to: 'closed',
      by: ['deskHead'],
      weighs: true,
      asks: {
        opinion: text(
          { zh: '审看意见', en: 'What the desk says' },
          { min: 2, max: 500, optional: true, visible: 'internal' },
        ),
      },
      tells: ['leader', 'desk', 'head'],
      says: {
        zh: '{{actor}}认可反馈，批示件销号。',
        en: '{{actor}} accepted the feedback; the instruction is closed.',
      },
    },
    sendBack: {
      zh: '退回补充',
      en: 'Send back for what is missing',
      from: ['feedbackGiven'],
      to: 'handling',
      by: ['deskHead'],
      moves: { lapse: true },
      concludes: null,
      asks: { missing: text({ zh: '还缺什么', en: 'What is missing' }, { min: 5, max: 1000 }) },
      tells: ['head', 'handler'],
      says: {
        zh: '{{actor}}退回反馈，写明还缺什么。',
        en: '{{actor}} sent the feedback back and said what is missing.',
      },
    },
    reassign: {
      zh: '改交其他单位',
      en: 'Give it to another body',
      from: ['feedbackGiven'],
      to: 'handling',
      by: ['deskHead'],
      moves: { ruleTo: 'chosen' },
      concludes: null,
      asks: { body: body({ zh: '改由谁办', en: 'Who does it' }, addressed, 'district'), reason },
      tells: ['head', 'handler'],
      says: { zh: '{{actor}}改由{{target}}办理。', en: '{{actor}} gave it to {{target}}.' },
    },
  },

  clocks: {
    acceptance: {
      zh: '签收时限',
      en: 'Time to sign for it',
      within: sameDay(),
      runsIn: ['issued'],
      metBy: ['accept'],
      whenMissed: { tell: ['desk', 'deskHead'] },
      basis: setHere,
    },
    handling: {
      zh: '反馈时限',
      en: 'Time to give feedback',
      within: workingDays(10),
      runsIn: ['handling', 'awaitingSignature'],
      metBy: ['giveFeedback'],
      whenMissed: { tell: ['head', 'desk', 'deskHead'] },
      basis: setHere,
    },
    signature: {
      zh: '签发时限',
      en: 'Time to sign',
      within: workingDays(1),
      runsIn: ['awaitingSignature'],
      metBy: ['giveFeedback', 'redraft'],
      whenMissed: { tell: ['head'] },
      basis: setHere,
    },
    reading: {
      zh: '审看时限',
      en: 'Time to read the feedback',
      within: workingDays(2),
      runsIn: ['feedbackGiven'],
      metBy: ['acceptFeedback', 'sendBack', 'reassign'],
      whenMissed: { tell: ['deskHead', 'desk'] },
      basis: setHere,
    },
    total: {
      zh: '总时限',
      en: 'Time in all',
      within: workingDays(30),
      runsIn: ['issued', 'handling', 'awaitingSignature', 'feedbackGiven'],
      metBy: ['acceptFeedback'],
      whenMissed: { tell: ['head', 'deskHead', 'leader'] },
      basis: setHere,
    },
  },

  published: { in: [], masked: true },
  archiveYears: 10,
});
