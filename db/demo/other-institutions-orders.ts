import type { CastBody, CastCommunity } from './month-cast.ts';
import type { Players, Tale } from './other-institutions-plan.ts';
import { officeMinutesAgo, officeMinutesEarlier, soThatItEndsToday } from './other-institutions-time.ts';

const answeringWorkingDays = 5;

/** Supervision orders (督办): near its limit, overdue, to be checked, and closed with a bulletin. */
export function tellOrders({ own, neighbour, taskGroup, department, supervisor }: Players): Tale[] {
  const order = (what: string, why: string, to: CastBody, about: CastCommunity, opened: Tale['opened']) => ({
    procedureId: 'supervision-order',
    title: what,
    areaCode: about.code,
    by: supervisor,
    role: 'supervisor',
    keeper: to.ref,
    input: { what, why, body: to.ref.bodyId },
    opened,
  });
  const answer = (by: CastBody, when: Tale['opened'], done: string, shownBy: string) => ({
    when,
    step: 'answer',
    by: by.worker,
    input: { done, shownBy },
  });

  return [
    {
      ...order(
        '楼道堆物清了又堆，请组织一次彻底清理，并定下以后谁来管。',
        '居民三次反映，两次回访都不满意',
        taskGroup,
        own,
        soThatItEndsToday(answeringWorkingDays),
      ),
      deeds: [
        {
          when: officeMinutesAgo(700),
          step: 'reportProgress',
          by: taskGroup.worker,
          input: { progress: '已清理三个单元，余下两个单元正在逐户动员。' },
        },
      ],
    },
    {
      ...order(
        '巷内十余盏路灯连续多日不亮，请修好并说明为什么迟迟未修。',
        '办理超时，居民夜间出行不便',
        department,
        neighbour,
        officeMinutesAgo(3700),
      ),
      deeds: [
        {
          when: officeMinutesAgo(1300),
          step: 'reportProgress',
          by: department.worker,
          input: { progress: '已修好七盏，其余的等电缆配件到货。' },
        },
      ],
    },
    {
      ...order(
        '垃圾分类投放点满溢、异味重，请调整清运班次并做好日常冲洗。',
        '一个月内同一投放点收到多件诉求',
        department,
        own,
        officeMinutesEarlier(1100),
      ),
      deeds: [
        answer(
          department,
          officeMinutesAgo(250),
          '清运由每天一次增加到早晚各一次，投放点每天冲洗消杀，破损的桶已全部更换。',
          '投放点现场、清运车辆出车记录',
        ),
      ],
    },
    {
      ...order(
        '小区消防通道长期被车辆占用，请划线、立牌，并安排日常巡查。',
        '检查发现后逾期没有整改',
        taskGroup,
        neighbour,
        officeMinutesEarlier(1600),
      ),
      deeds: [
        answer(
          taskGroup,
          officeMinutesEarlier(700),
          '消防通道已全部划线立牌，占道车辆已劝离，物业和网格员每晚巡查一次。',
          '小区东门至北门的消防通道',
        ),
        {
          when: officeMinutesAgo(900),
          step: 'close',
          by: supervisor,
          input: {
            how: 'onSite',
            found: '晚上九点到现场，通道畅通，标线清楚。',
            bulletin: '小区消防通道占用问题，由街道专项工作组牵头划线立牌、劝离车辆，现已畅通，并有每晚巡查。',
          },
        },
      ],
    },
  ];
}
