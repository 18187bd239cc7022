import { calendarDays, choice, defineProcedure, photos, text, workingDays } from '../../matters/index.ts';
import { hasBeenPosted, noObjectionIsOpen, postedInFull } from '../rules/posting.ts';
import { postingIsMasked } from '../rules/posting-text.ts';

const setHere = {
  zh: '严格按程序张榜公示（S19）；时长为本区设定',
  en: 'Strict procedure with public posting (S19); length set by this district',
  kind: 'localSetting',
  since: '2026-01-01',
} as const;

const found = text(
  { zh: '怎么评议的，看到什么', en: 'How it was assessed, and what was found' },
  { min: 10, max: 2000, visible: 'internal' },
);
const objection = {
  cameBy: choice(
    { zh: '怎么提的', en: 'How it came' },
    {
      phone: { zh: '电话', en: 'By telephone' },
      inPerson: { zh: '当面', en: 'In person' },
      writing: { zh: '书面', en: 'In writing' },
    },
  ),
  objection: text(
    { zh: '异议内容（不写是谁提的）', en: 'The objection (not who made it)' },
    { min: 5, max: 2000, visible: 'internal' },
  ),
};
const finding = text(
  { zh: '逐条写明核实情况', en: 'What was found on each objection' },
  { min: 10, max: 2000, visible: 'internal' },
);

/**
 * Benefit determination (待遇认定): a household applies, the community assesses, the proposal hangs on the board with the
 * name masked, objections are verified, the sub-district decides.
 *
 * Source: catalogue S19 (低保评定、危房改造户确定等，严格按程序张榜公示). It gives no lengths: all are settings of the district.
 */
export const benefitDeterminationV1 = defineProcedure({
  id: 'benefit-determination',
  version: 1,
  zh: '待遇认定（张榜公示）',
  en: 'Benefit determination',
  holdsFrom: '2026-01-01',
  sources: [
    {
      zh: '低保评定、危房改造户确定等，严格按程序张榜公示（S19）',
      en: 'Means-tested benefits and renovation of unsafe homes are determined by strict procedure, with posting (S19)',
    },
  ],
  promise: {
    zh: '谁该享受，先公示再定；有异议先核实；不批准会告诉您为什么、该找谁复核。',
    en: 'What is proposed is posted before it is decided; objections are verified first; if refused, you hear why and where to ask for review.',
  },

  roles: {
    applicant: { zh: '申请人', en: 'the applicant', is: 'reporter' },
    reception: { zh: '受理人', en: 'whoever took the application', is: 'firstContact' },
    community: { zh: '社区', en: 'the community', is: 'holder', of: ['residentsCommittee'] },
    director: { zh: '社区主任', en: 'the community director', is: 'holderHead', of: ['residentsCommittee'] },
    subdistrict: { zh: '街道专项工作组组长', en: 'lead of the sub-district task group', is: 'offeredHead' },
    timer: { zh: '到期自动', en: 'the clock', is: 'timer' },
  },

  states: {
    applied: {
      zh: '待评议',
      en: 'To be assessed',
      kind: 'open',
      owner: 'community',
      plain: { zh: '已受理，社区正在了解情况、组织评议', en: 'Received; the community is looking into it' },
    },
    posted: {
      zh: '公示中',
      en: 'Posted',
      kind: 'waiting',
      owner: 'community',
      plain: { zh: '正在张榜公示，听取居民意见', en: 'The proposal is on the board; anyone may object' },
    },
    objected: {
      zh: '异议核实中',
      en: 'Objection being verified',
      kind: 'open',
      owner: 'director',
      plain: { zh: '有人提出异议，正在核实', en: 'Somebody objected; it is being verified' },
    },
    assessed: {
      zh: '待报街道',
      en: 'To be submitted',
      kind: 'open',
      owner: 'director',
      plain: { zh: '社区意见已定，准备报街道', en: 'The community has its opinion and is about to submit it' },
    },
    awaitingDecision: {
      zh: '待审定',
      en: 'To be decided',
      kind: 'open',
      owner: 'subdistrict',
      plain: { zh: '公示满期，街道正在审定', en: 'Posted in full; the sub-district is deciding' },
    },
    awaitingRefusal: {
      zh: '拟不同意，待审定',
      en: 'Proposed refusal, to be decided',
      kind: 'open',
      owner: 'subdistrict',
      plain: {
        zh: '社区认为不符合条件，街道正在审定',
        en: 'The community proposes a refusal; the sub-district is deciding',
      },
    },
    granted: { zh: '已批准', en: 'Granted', kind: 'final', plain: { zh: '已批准', en: 'It was granted' } },
    refused: {
      zh: '未批准',
      en: 'Refused',
      kind: 'final',
      plain: { zh: '没有批准，已告知原因和复核渠道', en: 'Refused; you were told why and where to ask for review' },
    },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', kind: 'final', plain: { zh: '您已撤回申请', en: 'You withdrew it' } },
  },

  mainPath: ['applied', 'posted', 'assessed', 'awaitingDecision', 'granted'],
  opening: {
    by: ['reception'],
    to: 'applied',
    atDesk: {
      posts: ['communityClerk', 'communityDirector'],
      keptBy: 'openersBody',
      concerns: 'noArea',
      titleFrom: 'household',
    },
    asks: {
      household: text(
        { zh: '哪一户申请什么（姓名只写姓，如：张**申请低保）', en: 'Who applies for what (family name only: 张**)' },
        { min: 3, max: 40 },
      ),
      benefit: choice(
        { zh: '申请哪一项', en: 'Which benefit' },
        {
          livingAllowance: { zh: '最低生活保障', en: 'Minimum living allowance' },
          unsafeHome: { zh: '危房改造', en: 'Renovation of an unsafe home' },
          otherBenefit: { zh: '其他需公示的待遇', en: 'Another benefit that has to be posted' },
        },
      ),
      circumstances: text(
        { zh: '家庭情况摘要（不写身份证号、电话）', en: 'Circumstances (no identity or telephone numbers)' },
        { min: 10, max: 2000, visible: 'internal' },
      ),
      photos: photos({ zh: '材料照片（遮住姓名和号码）', en: 'Photos of papers (cover names and numbers)' }, 6),
    },
    says: { zh: '{{body}}受理了申请。', en: '{{body}} took the application.' },
  },

  steps: {
    proposeGrant: {
      zh: '评议：拟同意，张榜公示',
      en: 'Assess: propose a grant and post it',
      from: ['applied'],
      to: 'posted',
      by: ['community'],
      onlyIf: [postingIsMasked],
      weighs: true,
      asks: {
        found,
        posting: text(
          {
            zh: '公示内容（姓名只写姓，如张**；不写号码和门牌）',
            en: 'The notice (family name only; no numbers, no address)',
          },
          { min: 10, max: 500, visible: 'public' },
        ),
      },
      tells: ['applicant'],
      says: { zh: '社区拟同意，张榜公示。', en: 'The community proposes a grant; the notice is on the board.' },
    },
    proposeRefusal: {
      zh: '评议：拟不同意',
      en: 'Assess: propose a refusal',
      from: ['applied'],
      to: 'assessed', // nobody hangs on the board for having been found not entitled
      by: ['community'],
      asks: {
        found,
        reason: text({ zh: '为什么不符合条件', en: 'Why the conditions are not met' }, { min: 10, max: 1000 }),
      },
      tells: ['applicant'],
      says: {
        zh: '社区认为不符合条件，将报街道审定。',
        en: 'The community finds the conditions not met and will submit that.',
      },
    },
    recordObjection: {
      zh: '登记异议',
      en: 'Record an objection',
      from: ['posted'],
      to: 'objected',
      by: ['community'],
      asks: objection,
      tells: ['director'],
      says: {
        zh: '公示期间有人提出异议，先核实，公示停止。',
        en: 'Somebody objected to the posting; it is verified first.',
      },
    },
    addObjection: {
      zh: '再登记一条异议',
      en: 'Record a further objection',
      from: ['objected'],
      to: 'same',
      by: ['community'],
      asks: objection,
      tells: ['director'],
      says: { zh: '又有人提出异议，一并核实。', en: 'Somebody else objected; it is verified along with the first.' },
    },
    dismissObjection: {
      zh: '异议不成立，重新公示',
      en: 'Objection not upheld: post again',
      from: ['objected'],
      to: 'posted',
      by: ['director'],
      weighs: true,
      asks: { finding },
      tells: ['applicant'],
      says: {
        zh: '异议经核实不成立，重新公示。',
        en: 'The objection was not upheld; the notice hangs again for its full time.',
      },
    },
    upholdObjection: {
      zh: '异议成立，重新评议',
      en: 'Objection upheld: assess again',
      from: ['objected'],
      to: 'applied',
      by: ['director'],
      weighs: true,
      asks: { finding },
      tells: ['applicant'],
      says: { zh: '异议经核实成立，重新评议。', en: 'The objection was upheld; the case is assessed again.' },
    },
    endPosting: {
      zh: '公示满期',
      en: 'Posting over',
      from: ['posted'],
      to: 'assessed',
      by: ['timer'],
      tells: ['director', 'applicant'],
      says: { zh: '公示满期，没有未核实的异议。', en: 'The posting is over, and no objection is open.' },
    },
    submit: {
      zh: '报街道审定',
      en: 'Submit to the sub-district',
      from: ['assessed'],
      by: ['director'],
      onlyIf: [noObjectionIsOpen],
      to: [
        { when: postedInFull, to: 'awaitingDecision', moves: { offerTo: 'decider' } },
        {
          otherwise: { zh: '拟不同意，未公示', en: 'refusal proposed, not posted' },
          to: 'awaitingRefusal',
          moves: { offerTo: 'decider' },
        },
      ],
      tells: ['subdistrict', 'applicant'],
      says: { zh: '{{body}}报{{target}}审定。', en: '{{body}} submitted it to {{target}}.' },
    },
    grant: {
      zh: '批准',
      en: 'Grant',
      from: ['awaitingDecision'],
      to: 'granted',
      by: ['subdistrict'],
      onlyIf: [noObjectionIsOpen, hasBeenPosted],
      moves: { take: true },
      concludes: 'solved',
      weighs: true,
      asks: {
        decision: text({ zh: '批准什么，从何时起', en: 'What is granted, and from when' }, { min: 5, max: 1000 }),
      },
      tells: ['applicant', 'reception'],
      says: { zh: '{{body}}批准了申请。', en: '{{body}} granted the application.' },
    },
    refuse: {
      zh: '不批准',
      en: 'Refuse',
      from: ['awaitingDecision', 'awaitingRefusal'],
      to: 'refused',
      by: ['subdistrict'],
      onlyIf: [noObjectionIsOpen],
      moves: { take: true },
      concludes: 'explained',
      weighs: true,
      asks: {
        reason: text(
          { zh: '为什么不批准（申请人能看到）', en: 'Why it is refused (the applicant sees it)' },
          { min: 20, max: 2000 },
        ),
        review: choice(
          { zh: '不服可以找谁复核', en: 'Where to ask for review' },
          {
            civilAffairs: { zh: '区民政部门复核', en: 'Review by the civil affairs department' },
            reconsideration: { zh: '行政复议', en: 'Administrative reconsideration' },
            court: { zh: '行政诉讼', en: 'Administrative court' },
          },
        ),
      },
      tells: ['applicant', 'reception'],
      says: {
        zh: '{{body}}没有批准，原因和复核渠道已告知。',
        en: '{{body}} refused the application, with the reason and where to ask for review.',
      },
    },
    sendBack: {
      zh: '退回社区重新评议',
      en: 'Send back to be assessed again',
      from: ['awaitingDecision', 'awaitingRefusal'],
      to: 'applied',
      by: ['subdistrict'],
      moves: { lapse: true },
      asks: { missing: text({ zh: '还要弄清什么', en: 'What has to be found out' }, { min: 5, max: 1000 }) },
      tells: ['director', 'applicant'],
      says: { zh: '{{body}}退回，请社区重新评议。', en: '{{body}} sent it back to be assessed again.' },
    },
    withdraw: {
      zh: '申请人撤回',
      en: 'The applicant withdraws',
      from: ['applied', 'posted', 'objected', 'assessed', 'awaitingDecision', 'awaitingRefusal'],
      to: 'withdrawn',
      by: ['applicant', 'community'],
      concludes: 'withdrawn',
      weighs: true,
      asks: { reason: text({ zh: '申请人怎么说的', en: 'What the applicant said' }, { min: 2, max: 500 }) },
      tells: ['applicant', 'reception'],
      says: { zh: '申请人撤回了申请。', en: 'The applicant withdrew the application.' },
    },
  },

  clocks: {
    assessment: {
      zh: '评议时限',
      en: 'Time to assess',
      within: workingDays(10),
      runsIn: ['applied'],
      metBy: ['proposeGrant', 'proposeRefusal'],
      whenMissed: { tell: ['director', 'applicant'] },
      basis: setHere,
    },
    posting: {
      zh: '公示期',
      en: 'Time on the board',
      within: calendarDays(7),
      runsIn: ['posted'],
      metBy: ['endPosting', 'recordObjection'],
      whenMissed: { tell: [], take: 'endPosting' },
      basis: setHere,
    },
    verification: {
      zh: '异议核实时限',
      en: 'Time to verify an objection',
      within: workingDays(5),
      runsIn: ['objected'],
      metBy: ['dismissObjection', 'upholdObjection'],
      whenMissed: { tell: ['director', 'subdistrict'] },
      basis: setHere,
    },
    submission: {
      zh: '上报时限',
      en: 'Time to submit',
      within: workingDays(2),
      runsIn: ['assessed'],
      metBy: ['submit'],
      whenMissed: { tell: ['director', 'subdistrict'] },
      basis: setHere,
    },
    decision: {
      zh: '审定时限',
      en: 'Time to decide',
      within: workingDays(5),
      runsIn: ['awaitingDecision', 'awaitingRefusal'],
      metBy: ['grant', 'refuse', 'sendBack'],
      whenMissed: { tell: ['subdistrict', 'reception'] },
      basis: setHere,
    },
    total: {
      zh: '总时限',
      en: 'Time in all',
      within: workingDays(30),
      runsIn: ['applied', 'assessed', 'awaitingDecision', 'awaitingRefusal'],
      pausedIn: [
        { state: 'posted', because: { zh: '公示期不计', en: 'time on the board is not counted' } },
        { state: 'objected', because: { zh: '核实异议不计', en: 'verifying an objection is not counted' } },
      ],
      metBy: ['grant', 'refuse', 'withdraw'],
      whenMissed: { tell: ['director', 'subdistrict', 'reception'] },
      basis: setHere,
    },
  },

  published: { in: ['posted'], masked: true },
  archiveYears: 30,
});
