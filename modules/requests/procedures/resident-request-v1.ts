import {
  calendarDays,
  choice,
  body,
  defineProcedure,
  photos,
  rating,
  sameDay,
  text,
  workingDays,
  workingHours,
} from '../../matters/index.ts';
import { reopenWindowIsOpen, REOPEN_WINDOW_CALENDAR_DAYS } from '../rules/reopen-window.ts';
import { badRatingSaysWhy, goodRating } from '../rules/rating.ts';
import { solvedHasEvidence } from '../rules/evidence.ts';
import { reportFields } from '../rules/report-fields.ts';
import { cameFromSomeone } from '../rules/came-from-someone.ts';
import { thirdHop } from '../rules/third-hop.ts';

const toRuling = {
  zh: '{{body}}想再转出去。已经转了两次，改由{{target}}裁定谁来办。',
  en: '{{body}} wanted to pass it on again. After two transfers, {{target}} rules who does it.',
};
const reason = text({ zh: '理由', en: 'Reason' }, { min: 5, max: 500 });

/**
 * Resident request (居民诉求): a resident asks, someone with a name answers for it, the resident judges the answer.
 *
 * Sources: catalogue S25 (首问负责), S26–S28 (限时办结、事不过夜、不得一转了之), S30 (分级上报), S35 (解决不了须说明原因),
 * S121 (居民满意度). The lengths of the limits are settings of the demo district unless a law is named.
 */
export const residentRequestV1 = defineProcedure({
  id: 'resident-request',
  version: 1,
  zh: '居民诉求',
  en: 'Resident request',
  holdsFrom: '2026-01-01',
  sources: [
    {
      zh: '首问负责、限时办结、事不过夜、不得一转了之（S25–S28）',
      en: 'First contact answers, limits, same day, no bare forwarding (S25–S28)',
    },
    {
      zh: '北京市接诉即办工作条例第13–15条、第20条',
      en: 'Beijing ordinance on handling appeals (2021), articles 13–15 and 20',
    },
    {
      zh: '济南市12345市民服务热线条例：5个工作日答复',
      en: 'Jinan 12345 ordinance (2018): answer within 5 working days',
    },
  ],
  promise: {
    zh: '您反映的事，当天有人接手，有名有姓；办不了也会告诉您为什么；办得好不好，由您说了算。',
    en: 'Someone with a name takes your matter the same day; if it cannot be done you hear why; you judge the answer.',
  },

  roles: {
    reporter: { zh: '反映人', en: 'the person who asked', is: 'reporter' },
    firstContact: { zh: '首问人', en: 'first contact', is: 'firstContact' },
    offered: { zh: '待接收单位', en: 'the body it was offered to', is: 'offered' },
    handler: { zh: '承办单位', en: 'the handling body', is: 'holder' },
    community: { zh: '承办社区', en: 'the handling community', is: 'holder', of: ['residentsCommittee'] },
    taskGroup: { zh: '街道专项工作组', en: 'the sub-district task group', is: 'holder', of: ['taskGroup'] },
    upperBody: {
      zh: '街道或部门',
      en: 'the sub-district or department',
      is: 'holder',
      of: ['taskGroup', 'department', 'propertyManager'],
    },
    head: { zh: '承办单位负责人', en: 'head of the handling body', is: 'holderHead' },
    decider: { zh: '裁定人', en: 'the decider', is: 'offeredHead' },
    timer: { zh: '到期自动', en: 'the clock', is: 'timer' },
    record: { zh: '历史录入', en: 'an earlier record', is: 'timer' },
  },

  states: {
    registered: {
      zh: '待社区接手',
      en: 'Waiting for the community',
      kind: 'open',
      owner: 'offered',
      plain: { zh: '已收到，等社区接手', en: 'Received, waiting for the community to take it' },
    },
    handling: {
      zh: '办理中',
      en: 'Being handled',
      kind: 'open',
      owner: 'handler',
      plain: { zh: '正在办', en: 'Someone is working on it' },
    },
    offered: {
      zh: '转办待接收',
      en: 'Offered, not yet accepted',
      kind: 'open',
      owner: 'offered',
      plain: {
        zh: '正在请另一个单位接手，接手前仍由原单位负责',
        en: 'Another body has been asked to take it; until it does, the first one answers',
      },
    },
    ruling: {
      zh: '待裁定',
      en: 'Waiting for a ruling',
      kind: 'open',
      owner: 'decider',
      plain: {
        zh: '几个单位意见不一，正由上级定由谁来办',
        en: 'Bodies disagree; the tier above is deciding who does it',
      },
    },
    awaitingResident: {
      zh: '待居民补充',
      en: 'Waiting for the resident',
      kind: 'waiting',
      owner: 'reporter',
      plain: { zh: '等您补充情况', en: 'Waiting for more from you' },
    },
    awaitingSignature: {
      zh: '待负责人签署',
      en: 'Waiting for the head’s signature',
      kind: 'open',
      owner: 'head',
      plain: { zh: '单位负责人正在审看说明', en: 'The head of the body is reading the explanation' },
    },
    answered: {
      zh: '已答复，待评价',
      en: 'Answered, waiting for rating',
      kind: 'waiting',
      owner: 'reporter',
      plain: { zh: '已答复，请您看看是不是解决了', en: 'Answered: please say whether it is solved' },
    },
    settled: { zh: '已办结', en: 'Settled', kind: 'final', plain: { zh: '有结果了', en: 'There is a result' } },
    redirected: {
      zh: '已告知其他渠道',
      en: 'Directed elsewhere',
      kind: 'final',
      plain: { zh: '不归社区办，已告诉您该找谁', en: 'Not for the community; you were told whom to ask' },
    },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', kind: 'final', plain: { zh: '您已撤回', en: 'You took it back' } },
  },

  mainPath: ['registered', 'handling', 'answered', 'settled'],
  opening: {
    by: ['reporter', 'firstContact', 'record'],
    to: 'registered',
    fromRecordTo: 'handling', // earlier records tell when it was asked and answered, not who accepted it when
    asks: reportFields,
    says: { zh: '反映了这件事。', en: 'The matter was raised.' },
  },

  steps: {
    accept: {
      zh: '接手',
      en: 'Accept',
      from: ['registered', 'offered'],
      to: 'handling',
      by: ['offered'],
      moves: { take: true },
      asks: {
        note: text({ zh: '打算怎么办', en: 'What happens next' }, { min: 2, max: 300, optional: true }),
      },
      tells: ['reporter', 'firstContact'],
      says: { zh: '{{body}}已经接手，{{actor}}负责。', en: '{{body}} has taken it; {{actor}} answers for it.' },
    },
    refuse: {
      zh: '退回',
      en: 'Send back',
      from: ['offered'],
      to: 'handling',
      by: ['offered'],
      moves: { lapse: true },
      asks: { reason },
      tells: ['handler', 'firstContact'],
      says: {
        zh: '{{body}}说明理由后退回，仍由原单位办理。',
        en: '{{body}} sent it back with a reason; the earlier body still has it.',
      },
    },
    answer: {
      zh: '答复：已解决',
      en: 'Answer: solved',
      from: ['handling'],
      to: 'answered',
      by: ['handler'],
      onlyIf: [solvedHasEvidence],
      concludes: 'solved',
      weighs: true,
      asks: {
        reply: text({ zh: '怎么解决的', en: 'How it was solved' }, { min: 10, max: 10000 }),
        evidence: photos({ zh: '完成后的照片', en: 'Photos of the result' }, 6),
        evidenceNote: text(
          { zh: '没有照片时：凭什么说解决了（如反映人当面确认）', en: 'Without photos: what shows that it is solved' },
          { min: 5, max: 500, optional: true, visible: 'internal' },
        ),
      },
      tells: ['reporter', 'firstContact'],
      says: { zh: '{{body}}答复：已经解决。', en: '{{body}} answered: solved.' },
    },
    note: {
      zh: '记一笔进展',
      en: 'Record progress',
      from: ['handling', 'offered', 'ruling', 'awaitingSignature', 'awaitingResident'],
      to: 'same',
      by: ['handler', 'firstContact'],
      asks: {
        note: text({ zh: '进展', en: 'Progress' }, { min: 2, max: 1000 }),
        photos: photos({ zh: '照片', en: 'Photos' }, 6),
      },
      says: { zh: '{{actor}}记下了进展。', en: '{{actor}} recorded progress.' },
    },
    askResident: {
      zh: '请反映人补充',
      en: 'Ask the resident for more',
      from: ['handling'],
      to: 'awaitingResident',
      by: ['handler'],
      asks: { question: text({ zh: '想问什么', en: 'What to ask' }, { min: 4, max: 500 }) },
      tells: ['reporter'],
      says: {
        zh: '{{actor}}想请反映人补充一点情况，时限暂停。',
        en: '{{actor}} asked for more; the clock stands still meanwhile.',
      },
    },
    supplement: {
      zh: '补充情况',
      en: 'Add what was asked',
      from: ['awaitingResident'],
      to: 'handling',
      by: ['reporter'],
      asks: {
        supplement: text({ zh: '补充', en: 'What you can add' }, { min: 2, max: 2000 }),
        photos: photos({ zh: '照片', en: 'Photos' }, 4),
      },
      tells: ['handler'],
      says: { zh: '反映人作了补充，时限继续。', en: 'The person added what was asked; the clock goes on.' },
    },
    resume: {
      zh: '未补充，继续办理',
      en: 'Go on without an addition',
      from: ['awaitingResident'],
      to: 'handling',
      by: ['timer', 'handler'],
      tells: ['handler', 'reporter'],
      says: { zh: '没有等到补充，先按已有情况继续办。', en: 'No addition came; work goes on with what is known.' },
    },
    transfer: {
      zh: '转办',
      en: 'Transfer',
      from: ['handling'],
      by: ['community', 'taskGroup'],
      to: [
        { when: thirdHop, to: 'ruling', moves: { offerTo: 'decider' }, says: toRuling },
        { to: 'offered', moves: { offerTo: 'chosen' } },
      ],
      asks: { body: body({ zh: '转给', en: 'To' }, ['residentsCommittee', 'propertyManager'], 'subdistrict'), reason },
      tells: ['reporter', 'offered'],
      says: { zh: '{{body}}请{{target}}接手。', en: '{{body}} asked {{target}} to take it.' },
    },
    escalate: {
      zh: '上报街道',
      en: 'Escalate to the sub-district',
      from: ['handling'],
      by: ['community'],
      to: [
        { when: thirdHop, to: 'ruling', moves: { offerTo: 'decider' }, says: toRuling },
        { to: 'offered', moves: { offerTo: 'tierAbove' } },
      ],
      asks: { reason },
      tells: ['reporter', 'offered'],
      says: {
        zh: '{{body}}办不了，上报{{target}}。',
        en: '{{body}} cannot do it alone and escalated it to {{target}}.',
      },
    },
    refer: {
      zh: '转区级部门',
      en: 'Refer to a district department',
      from: ['handling'],
      by: ['taskGroup'],
      to: [
        { when: thirdHop, to: 'ruling', moves: { offerTo: 'decider' }, says: toRuling },
        { to: 'offered', moves: { offerTo: 'chosen' } },
      ],
      asks: { body: body({ zh: '转给', en: 'To' }, ['department'], 'district'), reason },
      tells: ['reporter', 'offered'],
      says: { zh: '{{body}}请{{target}}接手。', en: '{{body}} asked {{target}} to take it.' },
    },
    return: {
      zh: '退给来件单位',
      en: 'Return to where it came from',
      from: ['handling'],
      by: ['upperBody'],
      onlyIf: [cameFromSomeone],
      to: [
        { when: thirdHop, to: 'ruling', moves: { offerTo: 'decider' }, says: toRuling },
        { to: 'offered', moves: { offerTo: 'cameFrom' } },
      ],
      asks: { reason },
      tells: ['offered', 'firstContact'],
      says: {
        zh: '{{body}}说明理由，请{{target}}收回办理。',
        en: '{{body}} gave its reason and asked {{target}} to take it back.',
      },
    },
    rule: {
      zh: '裁定',
      en: 'Rule',
      from: ['ruling'],
      to: 'handling',
      by: ['decider'],
      moves: { ruleTo: 'chosen' },
      asks: {
        body: body(
          { zh: '由谁办', en: 'Who does it' },
          ['residentsCommittee', 'taskGroup', 'department', 'propertyManager'],
          'district',
        ),
        reason,
      },
      tells: ['reporter', 'handler', 'firstContact'],
      says: {
        zh: '{{actor}}裁定：由{{target}}办理，不得再推。',
        en: '{{actor}} ruled: {{target}} does it, with no further passing on.',
      },
    },
    explain: {
      zh: '说明办不了',
      en: 'Explain why it cannot be done',
      from: ['handling'],
      to: 'awaitingSignature',
      by: ['handler'],
      asks: {
        reply: text(
          {
            zh: '为什么办不了，还能怎么办',
            en: 'Why it cannot be done, and what else can be',
          },
          { min: 20, max: 10000 },
        ),
        cause: choice(
          { zh: '原因', en: 'Cause' },
          {
            beyondLaw: { zh: '法律政策不允许', en: 'Law or policy does not allow it' },
            noFunds: { zh: '眼下没有资金', en: 'No money at present' },
            needsPlan: { zh: '需列入规划或改造', en: 'Needs a plan or renovation' },
            privateRight: { zh: '涉及他人权利，须当事人同意或诉讼', en: 'Touches the rights of others' },
            notTrue: { zh: '核实情况不符', en: 'The facts were found otherwise' },
          },
        ),
      },
      tells: ['head'],
      says: { zh: '{{actor}}写了说明，等负责人签署。', en: '{{actor}} wrote an explanation; the head has to sign it.' },
    },
    signExplanation: {
      zh: '签署说明',
      en: 'Sign the explanation',
      from: ['awaitingSignature'],
      to: 'answered',
      by: ['head'],
      concludes: 'explained',
      weighs: true,
      asks: {
        measure: text({ zh: '下一步打算', en: 'What will be done next' }, { min: 5, max: 1000 }),
      },
      tells: ['reporter', 'firstContact'], // the head answers for every "cannot be done" (S35)
      says: {
        zh: '{{body}}负责人{{actor}}签署说明：眼下解决不了，原因已写明。',
        en: '{{actor}}, head of {{body}}, signed: it cannot be solved now, and why.',
      },
    },
    rejectExplanation: {
      zh: '不同意，继续办',
      en: 'Do not sign, keep working',
      from: ['awaitingSignature'],
      to: 'handling',
      by: ['head'],
      asks: { reason },
      tells: ['handler'],
      says: { zh: '负责人{{actor}}没有签署，要求继续办。', en: '{{actor}} did not sign; work goes on.' },
    },
    redirect: {
      zh: '告知应走渠道',
      en: 'Direct to the right channel',
      from: ['registered', 'handling'],
      to: 'redirected',
      by: ['offered', 'handler'],
      concludes: 'notOurs',
      weighs: true,
      asks: {
        channel: choice(
          { zh: '应走渠道', en: 'Right channel' },
          {
            emergency: { zh: '110 / 119 / 120 / 122', en: '110 / 119 / 120 / 122' },
            court: { zh: '诉讼、仲裁、复议', en: 'Court, arbitration, review' },
            petition: { zh: '信访', en: 'Petition office' },
            underway: { zh: '已在办理，没有新情况', en: 'Already under way, nothing new' },
            market: { zh: '市场或社会服务', en: 'A market or social service' },
            otherPlace: { zh: '其他地区', en: 'Another district' },
          },
        ),
        reply: text(
          { zh: '告诉反映人：为什么，该找谁', en: 'Tell the person why, and whom to ask' },
          { min: 10, max: 1000 },
        ),
      },
      tells: ['reporter', 'firstContact'],
      says: {
        zh: '{{body}}说明：这件事要走别的渠道。',
        en: '{{body}} explained: this matter belongs to another channel.',
      },
    },
    rate: {
      zh: '评价',
      en: 'Rate',
      from: ['answered'],
      by: ['reporter'],
      onlyIf: [badRatingSaysWhy],
      to: [
        { when: goodRating, to: 'settled' },
        {
          otherwise: { zh: '不满意', en: 'not satisfied' },
          to: 'handling',
          concludes: null,
          reopens: true,
          says: {
            zh: '反映人说没解决或不满意，重新办理。',
            en: 'The person says it is not solved or not well done; work begins again.',
          },
        },
      ],
      asks: {
        solved: choice(
          { zh: '解决了吗', en: 'Is it solved?' },
          {
            yes: { zh: '解决了', en: 'Yes' },
            partly: { zh: '解决了一部分', en: 'Partly' },
            no: { zh: '没有解决', en: 'No' },
          },
        ),
        rating: rating({ zh: '满意吗', en: 'How satisfied are you?' }),
        words: text({ zh: '想说的话', en: 'In your words' }, { min: 2, max: 1000, optional: true }),
      },
      tells: ['handler', 'firstContact', 'reporter'],
      says: { zh: '反映人作了评价。', en: 'The person rated the answer; the matter is settled.' },
    },
    settleUnrated: {
      zh: '期满未评价，办结',
      en: 'Settle without a rating',
      from: ['answered'],
      to: 'settled',
      by: ['timer'],
      tells: ['reporter'],
      says: {
        zh: '14 天内没有收到评价，这件事就按答复的结果结束。',
        en: 'No rating came within 14 days; settled as answered.',
      },
    },
    reopen: {
      zh: '没解决，请重办',
      en: 'Not solved: reopen',
      from: ['settled'],
      to: 'handling',
      by: ['reporter'],
      onlyIf: [reopenWindowIsOpen],
      concludes: null,
      reopens: true,
      asks: { reason: text({ zh: '哪里没解决', en: 'What is not solved' }, { min: 4, max: 1000 }) },
      tells: ['handler', 'firstContact', 'reporter'],
      says: {
        zh: '反映人说问题还在，重新办理。',
        en: 'The person says the problem is still there; work begins again.',
      },
    },
    withdraw: {
      zh: '撤回',
      en: 'Withdraw',
      from: ['registered', 'handling', 'offered', 'ruling', 'awaitingResident', 'awaitingSignature'],
      to: 'withdrawn',
      by: ['reporter'],
      concludes: 'withdrawn',
      weighs: true,
      asks: {
        reason: text(
          { zh: '为什么撤回（可不填）', en: 'Why (may be left empty)' },
          { min: 0, max: 500, optional: true },
        ),
      },
      tells: ['handler', 'firstContact', 'reporter'],
      says: { zh: '反映人撤回了这件事。', en: 'The person took the matter back.' },
    },
    extend: {
      zh: '延期',
      en: 'Extend the limit',
      from: ['handling'],
      to: 'same',
      by: ['head'],
      extends: {
        clock: 'handling',
        by: {
          field: 'length',
          lengths: {
            twoDays: workingDays(2),
            threeDays: workingDays(3),
            fiveDays: workingDays(5),
            tenDays: workingDays(10),
          },
        },
        atMost: workingDays(10),
        times: 1,
      },
      asks: {
        length: choice(
          { zh: '延长多久', en: 'By how long' },
          {
            twoDays: { zh: '2 个工作日', en: '2 working days' },
            threeDays: { zh: '3 个工作日', en: '3 working days' },
            fiveDays: { zh: '5 个工作日', en: '5 working days' },
            tenDays: { zh: '10 个工作日', en: '10 working days' },
          },
        ),
        reason: text({ zh: '为什么要延期', en: 'Why it takes longer' }, { min: 5, max: 500 }),
      },
      tells: ['reporter', 'firstContact'],
      says: {
        zh: '办理时限延长一次，到 {{until}} 为止，理由已告知反映人。',
        en: 'The limit was extended once, until {{until}}; the person was told why.',
      },
    },
    answerFromRecord: {
      zh: '录入原答复',
      en: 'Enter the earlier reply',
      from: ['handling'],
      to: 'answered',
      by: ['record'],
      concludes: 'answered',
      asks: { reply: text({ zh: '答复', en: 'Reply' }, { min: 1, max: 10000 }) },
      tells: ['reporter'],
      says: {
        zh: '已经答复（录自原记录，是否解决未记录）。',
        en: 'Answered (from an earlier record; it does not say whether it was solved).',
      },
    },
  },

  clocks: {
    acceptance: {
      zh: '接手时限',
      en: 'Time to accept',
      within: sameDay(),
      runsIn: ['registered'],
      metBy: ['accept', 'redirect'],
      whenMissed: { tell: ['decider', 'head'] },
      basis: {
        zh: '事不过夜（S27）；时长为本区设定',
        en: 'Nothing left overnight (S27); length set by this district',
        kind: 'localSetting',
        since: '2026-01-01',
      },
    },
    offer: {
      zh: '转办接收时限',
      en: 'Time to take an offer',
      within: workingHours(4),
      runsIn: ['offered'],
      metBy: ['accept', 'refuse'],
      whenMissed: { tell: ['decider', 'handler'] },
      basis: {
        zh: '不得一转了之（S28）；时长为本区设定',
        en: 'No bare forwarding (S28); length set by this district',
        kind: 'localSetting',
        since: '2026-01-01',
      },
    },
    ruling: {
      zh: '裁定时限',
      en: 'Time to rule',
      within: workingDays(1),
      runsIn: ['ruling'],
      metBy: ['rule'],
      whenMissed: { tell: ['decider', 'firstContact'] },
      basis: {
        zh: '派单异议由上级协调（北京条例第12条）；时长为本区设定',
        en: 'Disputes go to the tier above (Beijing art. 12); length set by this district',
        kind: 'localSetting',
        since: '2026-01-01',
      },
    },
    handling: {
      zh: '办理时限',
      en: 'Time to handle',
      within: workingDays(5),
      runsIn: ['handling', 'awaitingSignature'],
      pausedIn: [{ state: 'awaitingResident', because: { zh: '等反映人补充', en: 'waiting for the resident' } }],
      metBy: ['answer', 'answerFromRecord', 'signExplanation', 'redirect', 'transfer', 'escalate', 'refer', 'return'],
      whenMissed: { tell: ['head', 'firstContact'] },
      basis: {
        zh: '5 个工作日（参照济南12345条例）',
        en: '5 working days (after the Jinan 12345 ordinance)',
        kind: 'localSetting',
        since: '2026-01-01',
      },
    },
    signature: {
      zh: '签署时限',
      en: 'Time to sign',
      within: workingDays(1),
      runsIn: ['awaitingSignature'],
      metBy: ['signExplanation', 'rejectExplanation'],
      whenMissed: { tell: ['head', 'firstContact'] },
      basis: {
        zh: '负责人说明原因（S35）；时长为本区设定',
        en: 'The head gives the reason (S35); length set by this district',
        kind: 'localSetting',
        since: '2026-01-01',
      },
    },
    total: {
      zh: '总时限',
      en: 'Time in all',
      within: workingDays(15),
      runsIn: ['registered', 'handling', 'offered', 'ruling', 'awaitingSignature'],
      pausedIn: [{ state: 'awaitingResident', because: { zh: '等反映人补充', en: 'waiting for the resident' } }],
      metBy: ['answer', 'answerFromRecord', 'signExplanation', 'redirect'],
      whenMissed: { tell: ['head', 'firstContact', 'decider'] },
      basis: {
        zh: '限时办结（S26）；时长为本区设定',
        en: 'Time limits (S26); length set by this district',
        kind: 'localSetting',
        since: '2026-01-01',
      },
    },
    supplement: {
      zh: '补充时限',
      en: 'Time to add',
      within: calendarDays(15),
      runsIn: ['awaitingResident'],
      metBy: ['supplement', 'resume'],
      whenMissed: { tell: ['reporter'], take: 'resume' },
      basis: { zh: '本区设定', en: 'set by this district', kind: 'localSetting', since: '2026-01-01' },
    },
    rating: {
      zh: '评价期',
      en: 'Time to rate',
      within: calendarDays(REOPEN_WINDOW_CALENDAR_DAYS),
      runsIn: ['answered'],
      metBy: ['rate', 'settleUnrated'],
      whenMissed: { tell: [], take: 'settleUnrated' },
      basis: {
        zh: '居民评判（S121）；时长为本区设定',
        en: 'The resident judges (S121); length set by this district',
        kind: 'localSetting',
        since: '2026-01-01',
      },
    },
  },

  published: {
    in: ['handling', 'offered', 'ruling', 'awaitingResident', 'awaitingSignature', 'answered', 'settled'],
    masked: true,
  },
  archiveYears: 10,
});
