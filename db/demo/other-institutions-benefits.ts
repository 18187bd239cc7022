import type { CastCommunity } from './month-cast.ts';
import type { Players, Tale } from './other-institutions-plan.ts';
import {
  officeMinutesAgo,
  officeMinutesEarlier,
  soThatItEndsToday,
  soThatItIsJustOver,
} from './other-institutions-time.ts';

const postingDays = 7;
const verificationWorkingDays = 5;
type Benefit = 'livingAllowance' | 'unsafeHome' | 'otherBenefit';

/** Benefit determinations (待遇认定): to be assessed, posted, objected to, to be submitted, to be decided, and granted. */
export function tellBenefits({ own, neighbour, taskGroup }: Players): Tale[] {
  const apply = (
    { code, committee }: CastCommunity,
    household: string,
    benefit: Benefit,
    circumstances: string,
    opened: Tale['opened'],
  ) => ({
    procedureId: 'benefit-determination',
    title: household,
    areaCode: code,
    by: committee.worker,
    role: 'reception',
    keeper: committee.ref,
    input: { household, benefit, circumstances },
    opened,
  });
  const post = ({ committee }: CastCommunity, when: Tale['opened'], found: string, posting: string) => ({
    when,
    step: 'proposeGrant',
    by: committee.worker,
    input: { found, posting },
  });
  const submit = ({ committee }: CastCommunity, when: Tale['opened']) => ({
    when,
    step: 'submit',
    by: committee.head,
    input: {},
    targets: { decider: taskGroup.ref },
  });

  return [
    {
      ...apply(
        own,
        '张**申请最低生活保障',
        'livingAllowance',
        '户主去年起卧病在床，配偶在家照顾，一个孩子读中学，靠亲友接济。',
        officeMinutesAgo(480),
      ),
      deeds: [],
    },
    {
      ...apply(
        own,
        '李**申请最低生活保障',
        'livingAllowance',
        '两位老人同住，没有退休金，子女在外打零工，收入不稳定。',
        officeMinutesEarlier(1400),
      ),
      deeds: [
        post(
          own,
          officeMinutesAgo(300),
          '入户看过，评议小组九人到会，八人同意，一人弃权。',
          '李**，2口人，拟享受最低生活保障，公示七天，有异议请向居委会反映。',
        ),
      ],
    },
    {
      ...apply(
        own,
        '赵**申请临时救助',
        'otherBenefit',
        '家中主要劳力意外受伤，住院自付费用较多，一时周转不开。',
        officeMinutesEarlier(1200),
      ),
      deeds: [
        post(
          own,
          officeMinutesEarlier(300),
          '核对了住院费用单据，评议小组七人到会，七人同意。',
          '赵**，4口人，拟给予一次性临时救助，公示七天。',
        ),
        {
          when: soThatItEndsToday(verificationWorkingDays),
          step: 'recordObjection',
          by: own.committee.worker,
          input: { cameBy: 'inPerson', objection: '听说这一家今年刚买了车，想请社区再核实。' },
        },
      ],
    },
    {
      ...apply(
        neighbour,
        '陈**申请危房改造补助',
        'unsafeHome',
        '自建平房年久失修，屋顶漏雨，一人居住，去年已由亲属接走。',
        officeMinutesEarlier(1900),
      ),
      deeds: [
        {
          when: officeMinutesAgo(240),
          step: 'proposeRefusal',
          by: neighbour.committee.worker,
          input: {
            found: '现场查看，房屋已空置一年以上，申请人另有住房。',
            reason: '申请人另有安全住房，不符合危房改造的条件。',
          },
        },
      ],
    },
    {
      ...apply(
        own,
        '孙**申请危房改造补助',
        'unsafeHome',
        '唯一住房，墙体开裂，鉴定为需要加固，家中有一名残疾人。',
        officeMinutesEarlier(1700),
      ),
      deeds: [
        post(
          own,
          soThatItIsJustOver(postingDays),
          '鉴定报告看过，确是唯一住房，评议小组九人到会，九人同意。',
          '孙**，3口人，唯一住房需加固，拟享受危房改造补助，公示七天。',
        ),
        submit(own, officeMinutesAgo(200)),
      ],
    },
    {
      ...apply(
        neighbour,
        '周**申请最低生活保障',
        'livingAllowance',
        '单亲家庭，两个孩子上学，打零工的收入低于本区标准。',
        officeMinutesEarlier(1500),
      ),
      deeds: [
        post(
          neighbour,
          soThatItIsJustOver(postingDays),
          '收入证明核对无误，评议小组七人到会，七人同意。',
          '周**，3口人，拟享受最低生活保障，公示七天。',
        ),
        submit(neighbour, officeMinutesEarlier(600)),
        {
          when: officeMinutesAgo(1000),
          step: 'grant',
          by: taskGroup.head,
          input: { decision: '批准享受最低生活保障，从下月起发放。' },
        },
      ],
    },
  ];
}
