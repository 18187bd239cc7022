import type { CastBody } from './month-cast.ts';
import type { Players, Tale } from './other-institutions-plan.ts';
import { daysAgo, officeMinutesAgo, officeMinutesEarlier } from './other-institutions-time.ts';

type Source = 'letter' | 'visit' | 'call' | 'online' | 'assigned' | 'transferred';

/** Petitions (信访): forwarded, objected to, near its 60 days, under review, and settled by the clock. */
export function tellPetitions({ own, taskGroup, department, centre }: Players): Tale[] {
  const register = (summary: string, source: Source, content: string, opened: Tale['opened']) => ({
    procedureId: 'petition',
    title: summary,
    areaCode: own.code.slice(0, 6),
    by: centre.head,
    role: 'registrar',
    keeper: centre.ref,
    input: { summary, kind: 'claim', source, representatives: 'none', content },
    opened,
  });
  const forward = (to: CastBody, when: Tale['opened'], reason: string) => ({
    when,
    step: 'forward',
    by: centre.head,
    input: { body: to.ref.bodyId, checked: 'isNot', reason },
    targets: { chosen: to.ref, decider: centre.ref },
  });
  const accept = (by: CastBody, when: Tale['opened']) => ({
    when,
    step: 'accept',
    by: by.worker,
    input: { notice: '已受理，由经办科室调查核实，自受理之日起六十日内书面答复。' },
  });
  const draft = (by: CastBody, when: Tale['opened'], proposal: 'support' | 'explain', opinion: string) => ({
    when,
    step: 'draftOpinion',
    by: by.worker,
    input: { proposal, draft: opinion },
  });
  const supported = '经查，店招拆除时确有两块完好的招牌没有登记归还。依据当时的拆除协议，予以支持，按协议折价补偿。';
  const explained =
    '经查，围挡是按批准的工期设置的，工期内的经营影响没有补偿规定。已协调施工单位留出通道，请求补偿部分解释说明。';

  return [
    {
      ...register(
        '反映夜市油烟扰民多次投诉未解决',
        'visit',
        '夜市油烟从傍晚飘到半夜，投诉多次只管几天，请求固定摊位并加装净化设施。',
        officeMinutesEarlier(260),
      ),
      deeds: [forward(department, officeMinutesAgo(350), '夜市管理属于城市管理部门职权')],
    },
    {
      ...register(
        '请求落实旧楼加装电梯的补贴',
        'letter',
        '加装电梯已验收使用半年，当时答应的补贴至今没有发，请求说明原因并尽快落实。',
        officeMinutesEarlier(300),
      ),
      deeds: [
        forward(department, officeMinutesEarlier(520), '来信反映的事项涉及市政设施'),
        {
          when: officeMinutesAgo(140),
          step: 'raiseObjection',
          by: department.worker,
          input: { reason: '加装电梯补贴的审核和发放由住房和城乡建设部门负责，本单位没有这项职权，请核实后转送。' },
        },
      ],
    },
    {
      ...register(
        '请求归还占用的公共绿地',
        'online',
        '楼前绿地被围起来堆放建材一年多，请求查明是谁批准的，恢复绿地。',
        officeMinutesEarlier(420),
      ),
      deeds: [
        forward(department, officeMinutesEarlier(900), '占用绿地的查处属于城市管理部门职权'),
        accept(department, daysAgo(51)),
        {
          when: officeMinutesAgo(2600),
          step: 'note',
          by: department.worker,
          input: { note: '已到现场勘查，调取了当年的批准文件，正在核对占用范围。' },
        },
      ],
    },
    {
      ...register(
        '请求补偿施工围挡期间的经营损失',
        'visit',
        '门前围挡八个月，客人进不来，请求补偿围挡期间的经营损失。',
        officeMinutesEarlier(350),
      ),
      deeds: [
        forward(taskGroup, officeMinutesEarlier(700), '围挡协调由街道专项工作组负责'),
        accept(taskGroup, officeMinutesEarlier(5200)),
        draft(taskGroup, officeMinutesEarlier(300), 'explain', explained),
        {
          when: officeMinutesEarlier(1500),
          step: 'issueExplanation',
          by: taskGroup.head,
          input: { finding: 'explain', opinion: explained, delivery: 'inPerson' },
        },
        {
          when: officeMinutesAgo(880),
          step: 'askReview',
          by: centre.head,
          input: { body: centre.ref.bodyId, reason: '认为工期延长了三个月，延长部分应当补偿。' },
          targets: { chosen: centre.ref },
        },
      ],
    },
    {
      ...register(
        '请求归还统一更换店招时拆走的招牌',
        'call',
        '统一更换店招时拆走的旧招牌还能用，请求归还或者折价。',
        officeMinutesEarlier(400),
      ),
      deeds: [
        forward(department, officeMinutesEarlier(800), '店招整治由城市管理部门组织'),
        accept(department, officeMinutesEarlier(6000)),
        draft(department, officeMinutesEarlier(400), 'support', supported),
        {
          when: daysAgo(45),
          step: 'issueSupport',
          by: department.head,
          input: { opinion: supported, evidence: '补偿款支付凭证，当事人签收单', delivery: 'byPost' },
        },
      ],
    },
  ];
}
