import {
  body,
  calendarDays,
  choice,
  defineProcedure,
  photos,
  text,
  workingDays,
  type Named,
} from '../../matters/index.ts';
import { OBJECTION_WORKING_DAYS, objectionPeriodRuns } from '../rules/objection-period.ts';
import { opinionChanged } from '../rules/opinion-changed.ts';
import { twiceForwarded } from '../rules/twice-forwarded.ts';

const words = (zh: string, en: string): Named => ({ zh, en });
const article = (number: string, zh: string, en: string) =>
  ({
    zh: `《信访工作条例》第${number}条：${zh}`,
    en: `Regulations on petition work (2022), art. ${number}: ${en}`,
    kind: 'law',
    since: '2022-05-01',
  }) as const;
const local = (zh: string, en: string) =>
  ({
    zh: `${zh}；时长为本区设定`,
    en: `${en}; length set by this district`,
    kind: 'localSetting',
    since: '2026-01-01',
  }) as const;

const reason = text(words('理由', 'Reason'), { min: 5, max: 500 });
const bodiesWithPower = body(
  words('有权处理的单位', 'The body with the power to decide'),
  ['department', 'taskGroup'],
  'district',
);
const notTheAccused = choice(
  words('转出前核对', 'Checked before sending'),
  {
    isNot: words(
      '接收单位不是被检举、控告的单位，也不是被检举人所在单位',
      'The receiving body is not accused, nor does the accused work there',
    ),
  },
  { visible: 'internal' },
);
const delivery = choice(words('怎么送达的', 'How it was delivered'), {
  inPerson: words('当面送达', 'In person'),
  byPost: words('邮寄，已签收', 'By post, signed for'),
  online: words('网上送达，已查收', 'Online, opened'),
});
const opinion = text(
  words('处理意见：请求、事实和理由、意见、依据（信访人能看到）', 'The opinion: request, facts, decision, legal basis'),
  { min: 20, max: 10000 },
);
const finding = choice(words('结论', 'Finding'), {
  upheld: words('维持原意见', 'The earlier opinion is upheld'),
  changed: words('改变原意见，支持请求', 'The earlier opinion is changed for the petitioner'),
});
const hearingRecord = text(words('听证情况（信访人能看到）', 'What the hearing found (the petitioner sees it)'), {
  min: 10,
  max: 5000,
});

/**
 * Petition (信访): a citizen's petition is registered, forwarded to the body with the power to decide, decided in writing,
 * and reviewed twice at most.
 *
 * Sources: 信访工作条例 (2022) articles 20, 22, 23, 24, 30–32, 34–36; catalogue S32, S34, S35. Limits in days count every
 * day and end on the next working day when the last one is a rest day (民法典 art. 203, decision 0003).
 *
 * In this demo district the district's centre acts as the petition desk (信访工作机构). Being one tier above departments and
 * sub-district task groups it also reviews. The body above it, which re-reviews, does not sit in this system: the centre
 * enters its opinion.
 */
export const petitionV1 = defineProcedure({
  id: 'petition',
  version: 1,
  ...words('信访', 'Petition'),
  holdsFrom: '2026-01-01',
  sources: [
    words(
      '《信访工作条例》（2022年5月1日起施行）第20、22–24、30–32、34–36条',
      'Regulations on petition work (in force since 1 May 2022), articles 20, 22–24, 30–32, 34–36',
    ),
    words(
      '期间计算：《民法典》第201、203条，末日是休息日的顺延（待核对原文）',
      'Counting of days: Civil Code articles 201 and 203, a last day of rest gives way to the next (to be checked)',
    ),
    words('信访事项登记与来源、分流处理、解决不了须说明原因（S32、S34、S35）', 'Catalogue S32, S34, S35'),
  ],
  promise: words(
    '收到就登记，15 日内转给管这件事的单位；受理后 60 日内书面答复；不服的，可以请求复查、复核。不公开，不把检举材料转给被检举的人。',
    'Registered on receipt and forwarded within 15 days; a written answer within 60 days of acceptance; review and re-review on request. Nothing is published, and the accused never sees who accused.',
  ),

  roles: {
    petitioner: { ...words('信访人', 'the petitioner'), is: 'reporter' },
    registrar: { ...words('登记人', 'the registrar'), is: 'firstContact' },
    desk: { ...words('信访工作机构', 'the petition desk'), is: 'holder', of: ['districtCentre'] },
    deskHead: { ...words('信访工作机构负责人', 'head of the petition desk'), is: 'holderHead', of: ['districtCentre'] },
    offered: { ...words('转送单位', 'the body it was forwarded to'), is: 'offered' },
    decider: { ...words('裁定人', 'the decider'), is: 'offeredHead' },
    handler: { ...words('办理单位', 'the handling body'), is: 'holder', of: ['department', 'taskGroup'] },
    handlerHead: {
      ...words('办理单位负责人', 'head of the handling body'),
      is: 'holderHead',
      of: ['department', 'taskGroup'],
    },
    reviewer: { ...words('复查、复核经办', 'the reviewing body'), is: 'holder', of: ['districtCentre'] },
    reviewHead: {
      ...words('复查、复核机关负责人', 'head of the reviewing body'),
      is: 'holderHead',
      of: ['districtCentre'],
    },
    timer: { ...words('到期自动', 'the clock'), is: 'timer' },
  },

  states: {
    registered: {
      ...words('已登记，待转送', 'Registered, to be forwarded'),
      kind: 'open',
      owner: 'desk',
      plain: words('已登记，15 日内转给有权处理的单位', 'Registered; forwarded within 15 days'),
    },
    forwarded: {
      ...words('已转送，待受理', 'Forwarded, to be accepted'),
      kind: 'open',
      owner: 'offered',
      plain: words('已转送，接收单位 15 日内书面告知您', 'Forwarded; the body writes to you within 15 days'),
    },
    objected: {
      ...words('有异议，待核实', 'Objected to, to be verified'),
      kind: 'open',
      owner: 'desk',
      plain: words('接收单位说不归它管，正在核实', 'The body says it is not its own; this is being verified'),
    },
    ruling: {
      ...words('待裁定', 'Waiting for a ruling'),
      kind: 'open',
      owner: 'deskHead',
      plain: words('几个单位意见不一，正在裁定由谁受理', 'Bodies disagree; who accepts it is being decided'),
    },
    handling: {
      ...words('已受理，办理中', 'Accepted, being handled'),
      kind: 'open',
      owner: 'handler',
      plain: words('正在调查核实', 'The facts are being looked into'),
    },
    hearing: {
      ...words('办理听证中', 'Hearing'),
      kind: 'open',
      owner: 'handler',
      plain: words('正在听证，这段时间不计入办理期限', 'A hearing is held; its time is not counted'),
    },
    signing: {
      ...words('处理意见待签发', 'Opinion to be signed'),
      kind: 'open',
      owner: 'handlerHead',
      plain: words('单位负责人正在审签处理意见', 'The head of the body is reading the opinion'),
    },
    answered: {
      ...words('已书面答复，可请求复查', 'Answered in writing, review may be asked'),
      kind: 'waiting',
      owner: 'registrar',
      plain: words(
        '已书面答复；不服可在收到之日起 30 日内请求复查',
        'Answered; you may ask for a review within 30 days of receiving it',
      ),
    },
    reviewing: {
      ...words('复查中', 'Under review'),
      kind: 'open',
      owner: 'reviewHead',
      plain: words('上一级正在复查，30 日内书面答复', 'The tier above reviews it, and answers within 30 days'),
    },
    reviewed: {
      ...words('复查已答复，可请求复核', 'Reviewed, re-review may be asked'),
      kind: 'waiting',
      owner: 'registrar',
      plain: words(
        '复查已答复；不服可在收到之日起 30 日内请求复核',
        'Reviewed; you may ask for a re-review within 30 days of receiving it',
      ),
    },
    rereviewing: {
      ...words('复核中', 'Under re-review'),
      kind: 'open',
      owner: 'reviewHead',
      plain: words('正在复核，30 日内提出意见', 'It is re-reviewed; the opinion comes within 30 days'),
    },
    rereviewHearing: {
      ...words('复核听证中', 'Re-review hearing'),
      kind: 'open',
      owner: 'reviewer',
      plain: words('正在听证，这段时间不计入复核期限', 'A hearing is held; its time is not counted'),
    },
    concluded: {
      ...words('已办结', 'Concluded'),
      kind: 'final',
      plain: words('已办结，以最后一次书面意见为准', 'Concluded by the last written opinion'),
    },
    finished: {
      ...words('已终结', 'Final in law'),
      kind: 'final',
      plain: words(
        '复核完毕，依法终结；同一事实和理由不再受理，生活有困难仍可求助',
        'Re-reviewed and final in law; the same facts are not taken up again, help in need still is',
      ),
    },
    redirected: {
      ...words('已告知应走渠道', 'Directed elsewhere'),
      kind: 'final',
      plain: words('不属信访受理，已书面告知该找谁', 'Not for the petition desk; you were told in writing whom to ask'),
    },
    withdrawn: { ...words('已撤回', 'Withdrawn'), kind: 'final', plain: words('您已撤回', 'You took it back') },
  },

  mainPath: ['registered', 'forwarded', 'handling', 'signing', 'answered', 'concluded'],
  opening: {
    by: ['registrar'],
    to: 'registered', // the day of registration is the day of receipt: register what came in on the day it comes in
    atDesk: {
      posts: ['dispatchClerk', 'dispatchLead'],
      keptBy: 'openersBody',
      concerns: 'noArea',
      titleFrom: 'summary',
    },
    asks: {
      summary: text(words('事由（一句话，不写姓名和住址）', 'What it is about (one line, no names or addresses)'), {
        min: 4,
        max: 60,
      }),
      kind: choice(words('类别', 'Kind'), {
        claim: words('申诉求决', 'A claim to be decided'),
        suggestion: words('反映情况、建议意见', 'Information or a suggestion'),
        accusation: words('检举控告（上面“社区”留空）', 'An accusation (leave the community above empty)'),
      }),
      source: choice(words('来源', 'Source'), {
        letter: words('来信', 'Letter'),
        visit: words('来访', 'Visit'),
        call: words('来电', 'Telephone call'),
        online: words('网上信访', 'Online'),
        assigned: words('上级交办', 'Assigned from above'),
        transferred: words('其他单位转来', 'Passed on by another body'),
      }),
      representatives: choice(words('走访代表人数（最多 5 人）', 'Representatives of a group visit (at most 5)'), {
        none: words('不是多人走访', 'Not a group visit'),
        one: words('1 人', '1'),
        two: words('2 人', '2'),
        three: words('3 人', '3'),
        four: words('4 人', '4'),
        five: words('5 人', '5'),
      }),
      content: text(words('请求、事实和理由', 'Request, facts and reasons'), {
        min: 10,
        max: 10000,
        visible: 'internal',
      }),
      fileNumber: text(
        words('登记簿编号（姓名、住址只记在登记簿）', 'Number in the register that keeps name and address'),
        { min: 1, max: 40, optional: true, visible: 'internal' },
      ),
    },
    says: words('信访事项已登记。', 'The petition was registered.'),
  },

  steps: {
    forward: {
      ...words('转送', 'Forward'),
      from: ['registered', 'objected'],
      by: ['desk'],
      to: [
        { when: twiceForwarded, to: 'ruling', moves: { offerTo: 'decider' } },
        { to: 'forwarded', moves: { offerTo: 'chosen' } },
      ],
      asks: { body: bodiesWithPower, checked: notTheAccused, reason },
      tells: ['petitioner', 'offered'],
      says: words('已转送{{target}}，由它书面告知。', 'Forwarded to {{target}}, which writes to the petitioner.'),
    },
    redirect: {
      ...words('书面告知应走渠道', 'Direct to the right channel in writing'),
      from: ['registered', 'objected'],
      to: 'redirected',
      by: ['desk'],
      concludes: 'notOurs',
      weighs: true,
      asks: {
        channel: choice(words('应走渠道', 'Right channel'), {
          justice: words('涉法涉诉：政法部门', 'Litigation: the judicial organs'),
          discipline: words('检举控告：纪检监察机关', 'Accusations: discipline inspection'),
          statutory: words('仲裁、行政复议等法定程序', 'Arbitration, administrative review or another legal course'),
          underway: words('已经受理或正在办理', 'Already accepted or being handled'),
          finished: words('复核已终结，同一事实和理由', 'Final after re-review, same facts and reasons'),
          elsewhere: words('其他地区', 'Another district'),
        }),
        reply: text(words('书面告知的内容', 'What the petitioner was told in writing'), { min: 10, max: 1000 }),
      },
      tells: ['petitioner'],
      says: words('已书面告知信访人应走的渠道。', 'The petitioner was told in writing which channel to take.'),
    },
    accept: {
      ...words('受理并书面告知', 'Accept and tell in writing'),
      from: ['forwarded'],
      to: 'handling',
      by: ['offered'],
      moves: { take: true },
      asks: {
        notice: text(words('书面告知的内容：谁办、途径和程序', 'What was told: who handles it, and how'), {
          min: 10,
          max: 1000,
        }),
      },
      tells: ['petitioner', 'registrar'],
      says: words(
        '{{body}}受理，已书面告知信访人，{{actor}}负责。',
        '{{body}} accepted it and told the petitioner in writing; {{actor}} answers for it.',
      ),
    },
    raiseObjection: {
      ...words('提出管辖异议', 'Object to competence'),
      from: ['forwarded'],
      by: ['offered'],
      onlyIf: [objectionPeriodRuns],
      moves: { lapse: true },
      to: [
        {
          when: twiceForwarded,
          to: 'ruling',
          says: words(
            '{{body}}说明理由，认为不归它管。已转送两次，改由信访工作机构负责人裁定。',
            '{{body}} gave its reason and objected. After two forwardings the head of the petition desk rules.',
          ),
        },
        { to: 'objected' },
      ],
      asks: { reason: text(words('详细理由', 'Reason in detail'), { min: 20, max: 2000 }) },
      tells: ['desk', 'registrar'],
      says: words(
        '{{body}}说明理由，认为不归它管，退信访工作机构核实。',
        '{{body}} gave its reason and objected; the petition desk verifies it.',
      ),
    },
    rule: {
      ...words('裁定受理单位', 'Rule who accepts it'),
      from: ['ruling'],
      to: 'handling',
      by: ['deskHead', 'decider'],
      moves: { ruleTo: 'chosen' },
      weighs: true,
      asks: {
        body: bodiesWithPower,
        checked: notTheAccused,
        reason,
        notice: text(words('书面告知信访人的内容', 'What the petitioner was told in writing'), { min: 10, max: 1000 }),
      },
      tells: ['petitioner', 'handler', 'registrar'],
      says: words(
        '{{actor}}裁定由{{target}}受理，不得再推，已书面告知信访人。',
        '{{actor}} ruled: {{target}} accepts it, with no further passing on; the petitioner was told in writing.',
      ),
    },
    note: {
      ...words('记一笔进展', 'Record progress'),
      from: ['registered', 'objected', 'handling', 'hearing', 'signing', 'reviewing', 'rereviewing', 'rereviewHearing'],
      to: 'same',
      by: ['handler', 'desk', 'registrar'],
      asks: { note: text(words('进展', 'Progress'), { min: 2, max: 1000, visible: 'internal' }) },
      says: words('{{actor}}记下了进展。', '{{actor}} recorded progress.'),
    },
    extend: {
      ...words('延长办理期限', 'Extend the limit'),
      from: ['handling'],
      to: 'same',
      by: ['handlerHead'],
      extends: {
        clock: 'conclusion',
        by: {
          field: 'length',
          lengths: { ten: calendarDays(10), fifteen: calendarDays(15), thirty: calendarDays(30) },
        },
        atMost: calendarDays(30),
        times: 1,
      },
      asks: {
        length: choice(words('延长多久', 'By how long'), {
          ten: words('10 日', '10 days'),
          fifteen: words('15 日', '15 days'),
          thirty: words('30 日', '30 days'),
        }),
        reason: text(words('延期理由（告知信访人）', 'Reason (the petitioner is told)'), { min: 5, max: 500 }),
      },
      tells: ['petitioner', 'registrar'],
      says: words(
        '{{body}}负责人批准延期一次，到 {{until}} 为止，理由已告知信访人。',
        'The head of {{body}} extended the limit once, until {{until}}; the petitioner was told why.',
      ),
    },
    openHearing: {
      ...words('举行听证', 'Hold a hearing'),
      from: ['handling'],
      to: 'hearing',
      by: ['handler'],
      asks: { reason },
      tells: ['petitioner'],
      says: words('{{body}}举行听证，办理期限暂停。', '{{body}} holds a hearing; the limit stands still.'),
    },
    closeHearing: {
      ...words('听证结束', 'End the hearing'),
      from: ['hearing'],
      to: 'handling',
      by: ['handler'],
      asks: { record: hearingRecord },
      tells: ['petitioner'],
      says: words('听证结束，办理期限继续计算。', 'The hearing ended; the limit runs on.'),
    },
    draftOpinion: {
      ...words('提出处理意见', 'Draft the opinion'),
      from: ['handling'],
      to: 'signing',
      by: ['handler'],
      asks: {
        proposal: choice(
          words('拟作结论', 'Proposed finding'),
          {
            support: words('予以支持', 'Supported'),
            explain: words('合理但没有法律依据，解释说明', 'Reasonable without basis in law: explained'),
            reject: words('不予支持', 'Not supported'),
          },
          { visible: 'internal' },
        ),
        draft: text(words('处理意见草稿', 'Draft of the opinion'), { min: 20, max: 10000, visible: 'internal' }),
      },
      tells: ['handlerHead'],
      says: words('{{actor}}提出处理意见，等负责人签发。', '{{actor}} drafted the opinion; the head has to sign it.'),
    },
    returnDraft: {
      ...words('退回重拟', 'Return the draft'),
      from: ['signing'],
      to: 'handling',
      by: ['handlerHead'],
      asks: { reason: { ...reason, visible: 'internal' } },
      tells: ['handler'],
      says: words('负责人{{actor}}要求继续调查核实。', '{{actor}} asked for more work on it.'),
    },
    issueSupport: {
      ...words('签发并送达：支持', 'Sign and deliver: supported'),
      from: ['signing'],
      to: 'answered', // taken on the day of delivery, from which the petitioner's 30 days count
      by: ['handlerHead'],
      concludes: 'solved',
      weighs: true,
      asks: {
        opinion,
        evidence: text(words('凭什么说落实了（文书、凭证编号）', 'What shows that it was carried out'), {
          min: 5,
          max: 1000,
        }),
        photos: photos(words('照片', 'Photos'), 6),
        delivery,
      },
      tells: ['petitioner', 'registrar'],
      says: words(
        '{{body}}书面答复：支持信访请求，并已督促落实。',
        '{{body}} answered in writing: the request is supported and was carried out.',
      ),
    },
    issueExplanation: {
      ...words('签发并送达：解释说明或不予支持', 'Sign and deliver: explained or not supported'),
      from: ['signing'],
      to: 'answered', // taken on the day of delivery, as above
      by: ['handlerHead'],
      concludes: 'explained',
      weighs: true,
      asks: {
        finding: choice(words('结论', 'Finding'), {
          explain: words('合理但没有法律依据，解释说明', 'Reasonable without basis in law: explained'),
          reject: words('没有事实根据或不符合规定，不予支持', 'Without facts or against the rules: not supported'),
        }),
        opinion,
        delivery,
      },
      tells: ['petitioner', 'registrar'],
      says: words(
        '{{body}}负责人{{actor}}签发书面答复：说明原因和依据。',
        '{{actor}}, head of {{body}}, signed the written answer with reasons and legal basis.',
      ),
    },
    acceptOpinion: {
      ...words('记录：信访人接受', 'Record: the petitioner accepts it'),
      from: ['answered', 'reviewed'],
      to: 'concluded',
      by: ['registrar'],
      asks: { note: text(words('信访人怎么说', 'What the petitioner said'), { min: 2, max: 500 }) },
      tells: ['petitioner', 'handler'],
      says: words('信访人接受书面意见，办结。', 'The petitioner accepts the written opinion; concluded.'),
    },
    askReview: {
      ...words('记录：信访人请求复查', 'Record: the petitioner asks for a review'),
      from: ['answered'],
      to: 'reviewing',
      by: ['registrar'],
      moves: { ruleTo: 'chosen' }, // the tier above may not refuse it
      asks: {
        body: body(
          words('复查机关（原办理单位的上一级）', 'Reviewed by (the tier above)'),
          ['districtCentre'],
          'district',
        ),
        reason: text(words('不服什么', 'What is disputed'), { min: 4, max: 2000, visible: 'internal' }),
      },
      tells: ['petitioner', 'reviewer', 'handler'],
      says: words('信访人请求复查，由{{target}}复查。', 'The petitioner asked for a review; {{target}} reviews it.'),
    },
    decideReview: {
      ...words('复查答复并送达', 'Decide the review and deliver it'),
      from: ['reviewing'],
      by: ['reviewHead'],
      to: [
        { when: opinionChanged, to: 'reviewed', concludes: 'solved' },
        { otherwise: words('维持', 'upheld'), to: 'reviewed' },
      ],
      weighs: true,
      asks: { finding, opinion, delivery },
      tells: ['petitioner', 'registrar'],
      says: words('{{body}}作出复查意见，已书面答复信访人。', '{{body}} decided the review and answered in writing.'),
    },
    askRereview: {
      ...words('记录：信访人请求复核', 'Record: the petitioner asks for a re-review'),
      from: ['reviewed'],
      to: 'rereviewing',
      by: ['registrar'],
      asks: { reason: text(words('不服什么', 'What is disputed'), { min: 4, max: 2000, visible: 'internal' }) },
      tells: ['petitioner', 'reviewer'],
      says: words('信访人请求复核。', 'The petitioner asked for a re-review.'),
    },
    openRereviewHearing: {
      ...words('举行复核听证', 'Hold a re-review hearing'),
      from: ['rereviewing'],
      to: 'rereviewHearing',
      by: ['reviewer'],
      asks: { reason },
      tells: ['petitioner'],
      says: words('举行复核听证，复核期限暂停。', 'A hearing is held; the limit of the re-review stands still.'),
    },
    closeRereviewHearing: {
      ...words('复核听证结束', 'End the re-review hearing'),
      from: ['rereviewHearing'],
      to: 'rereviewing',
      by: ['reviewer'],
      asks: { record: hearingRecord },
      tells: ['petitioner'],
      says: words('听证结束，复核期限继续计算。', 'The hearing ended; the limit of the re-review runs on.'),
    },
    decideRereview: {
      ...words('复核意见，终结', 'Decide the re-review: final'),
      from: ['rereviewing'],
      by: ['reviewHead'],
      to: [
        { when: opinionChanged, to: 'finished', concludes: 'solved' },
        { otherwise: words('维持', 'upheld'), to: 'finished' },
      ],
      weighs: true,
      asks: { finding, opinion, delivery },
      tells: ['petitioner', 'registrar', 'handler'],
      says: words(
        '复核意见已送达，信访事项依法终结。',
        'The re-review was decided and delivered; the petition is final in law.',
      ),
    },
    settle: {
      ...words('期满未请求，办结', 'Conclude when nothing more was asked'),
      from: ['answered', 'reviewed'],
      to: 'concluded',
      by: ['timer'],
      tells: ['petitioner', 'registrar'],
      says: words(
        '30 日内没有请求复查、复核，按最后一次书面意见办结。',
        'No review was asked for within 30 days; concluded by the last written opinion.',
      ),
    },
    withdraw: {
      ...words('记录：信访人撤回', 'Record: the petitioner takes it back'),
      from: ['registered', 'forwarded', 'objected', 'ruling', 'handling', 'hearing', 'signing'],
      to: 'withdrawn',
      by: ['registrar'],
      concludes: 'withdrawn',
      weighs: true,
      asks: { note: text(words('信访人怎么说', 'What the petitioner said'), { min: 2, max: 500 }) },
      tells: ['petitioner', 'handler'],
      says: words('信访人撤回。', 'The petitioner took it back.'),
    },
    dropReview: {
      ...words('记录：信访人撤回复查、复核请求', 'Record: the petitioner takes the review back'),
      from: ['reviewing', 'rereviewing', 'rereviewHearing'],
      to: 'concluded',
      by: ['registrar'],
      weighs: true,
      asks: { note: text(words('信访人怎么说', 'What the petitioner said'), { min: 2, max: 500 }) },
      tells: ['petitioner', 'reviewer'],
      says: words(
        '信访人撤回复查、复核请求，按最后一次书面意见办结。',
        'The petitioner took the review back; concluded by the last written opinion.',
      ),
    },
  },

  clocks: {
    forwarding: {
      ...words('转送期限', 'Time to forward'),
      within: calendarDays(15),
      runsIn: ['registered'],
      metBy: ['forward', 'redirect'],
      nearWhen: calendarDays(3),
      whenMissed: { tell: ['deskHead', 'registrar'] },
      basis: article('22', '收到后登记，15日内转送', 'registered on receipt, forwarded within 15 days'),
    },
    objection: {
      ...words('异议期', 'Time to object'),
      within: workingDays(OBJECTION_WORKING_DAYS),
      runsIn: ['forwarded'],
      metBy: ['raiseObjection', 'accept'],
      whenMissed: { tell: ['offered', 'desk'] },
      basis: article(
        '23',
        '不属于职权范围的，收到之日起5个工作日内提出异议',
        'who is not competent objects within 5 working days of receipt',
      ),
    },
    notice: {
      ...words('书面告知期限', 'Time to tell the petitioner'),
      within: calendarDays(15),
      runsIn: ['forwarded'],
      metBy: ['accept'],
      nearWhen: calendarDays(3),
      whenMissed: { tell: ['offered', 'desk'] },
      basis: article(
        '23',
        '收到之日起15日内书面告知信访人',
        'the petitioner is told in writing within 15 days of receipt',
      ),
    },
    verification: {
      ...words('异议核实时限', 'Time to verify an objection'),
      within: workingDays(3),
      runsIn: ['objected'],
      metBy: ['forward', 'redirect'],
      whenMissed: { tell: ['deskHead', 'registrar'] },
      basis: local(
        '异议经信访部门核实（《信访工作条例》第23条）',
        'The desk verifies objections (regulations on petition work, art. 23)',
      ),
    },
    ruling: {
      ...words('裁定时限', 'Time to rule'),
      within: workingDays(3),
      runsIn: ['ruling'],
      metBy: ['rule'],
      whenMissed: { tell: ['deskHead', 'registrar'] },
      basis: local(
        '受理有争议的由上级决定（《信访工作条例》第24条）',
        'Disputes over acceptance are decided above (regulations on petition work, art. 24)',
      ),
    },
    conclusion: {
      ...words('办结期限', 'Time to conclude'),
      within: calendarDays(60),
      runsIn: ['handling', 'signing'],
      pausedIn: [
        {
          state: 'hearing',
          because: words(
            '听证（不计时参照第36条，为本区设定）',
            'a hearing (not counted after art. 36, as set by this district)',
          ),
        },
      ],
      metBy: ['issueSupport', 'issueExplanation'],
      nearWhen: calendarDays(10),
      whenMissed: { tell: ['handlerHead', 'registrar'] },
      basis: article(
        '34',
        '受理之日起60日内办结，可延长一次，不超过30日',
        'concluded within 60 days of acceptance, with one extension of at most 30',
      ),
    },
    signing: {
      ...words('签发时限', 'Time to sign'),
      within: workingDays(3),
      runsIn: ['signing'],
      metBy: ['issueSupport', 'issueExplanation', 'returnDraft'],
      whenMissed: { tell: ['handlerHead', 'registrar'] },
      basis: local('负责人签发（S35）', 'The head signs (S35)'),
    },
    hearing: {
      ...words('听证时限', 'Time for a hearing'),
      within: calendarDays(30),
      runsIn: ['hearing', 'rereviewHearing'],
      metBy: ['closeHearing', 'closeRereviewHearing'],
      whenMissed: { tell: ['handlerHead', 'reviewHead', 'registrar'] }, // no matter is parked in a hearing
      basis: local('听证不得久拖', 'A hearing has its end'),
    },
    reviewWindow: {
      ...words('请求复查期限', 'Time to ask for a review'),
      within: calendarDays(30),
      runsIn: ['answered'],
      metBy: ['askReview', 'acceptOpinion', 'settle'],
      whenMissed: { tell: ['registrar'], take: 'settle' },
      basis: article(
        '35',
        '收到书面答复之日起30日内请求复查',
        'a review is asked for within 30 days of receiving the answer',
      ),
    },
    review: {
      ...words('复查期限', 'Time to review'),
      within: calendarDays(30),
      runsIn: ['reviewing'],
      metBy: ['decideReview'],
      nearWhen: calendarDays(5),
      whenMissed: { tell: ['reviewHead', 'registrar'] },
      basis: article('35', '收到复查请求之日起30日内书面答复', 'reviewed within 30 days of the request'),
    },
    rereviewWindow: {
      ...words('请求复核期限', 'Time to ask for a re-review'),
      within: calendarDays(30),
      runsIn: ['reviewed'],
      metBy: ['askRereview', 'acceptOpinion', 'settle'],
      whenMissed: { tell: ['registrar'], take: 'settle' },
      basis: article(
        '36',
        '收到复查答复之日起30日内请求复核',
        'a re-review is asked for within 30 days of receiving the review',
      ),
    },
    rereview: {
      ...words('复核期限', 'Time to re-review'),
      within: calendarDays(30),
      runsIn: ['rereviewing'],
      pausedIn: [
        {
          state: 'rereviewHearing',
          because: words('听证所需时间不计算（第36条）', 'hearing time is not counted (art. 36)'),
        },
      ],
      metBy: ['decideRereview'],
      nearWhen: calendarDays(5),
      whenMissed: { tell: ['reviewHead', 'registrar'] },
      basis: article('36', '收到复核请求之日起30日内提出意见', 're-reviewed within 30 days of the request'),
    },
  },

  published: { in: [], masked: true }, // nothing of a petition is published (art. 30)
  archiveYears: 10,
});
