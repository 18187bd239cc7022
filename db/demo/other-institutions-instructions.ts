import type { CastBody } from './month-cast.ts';
import type { Players, Tale } from './other-institutions-plan.ts';
import {
  minutesEarlier,
  officeMinutesAgo,
  officeMinutesEarlier,
  soThatItEndsToday,
} from './other-institutions-time.ts';

const handlingWorkingDays = 10;

/** Leader instructions (领导批示件): on offer, near its limit, to be signed, to be accepted by the desk, and closed. */
export function tellInstructions({ own, taskGroup, department, centre }: Players): Tale[] {
  const begin = (what: string, source: string, to: CastBody, opened: Tale['opened']) => ({
    procedureId: 'leader-instruction',
    title: what,
    areaCode: own.code.slice(0, 6),
    by: centre.head,
    role: 'desk',
    keeper: to.ref,
    input: { what, source, body: to.ref.bodyId },
    opened,
  });
  const accept = (by: CastBody, when: Tale['opened']) => ({ when, step: 'accept', by: by.worker, input: {} });
  const draft = (by: CastBody, when: Tale['opened'], feedback: string, shownBy: string) => ({
    when,
    step: 'draftFeedback',
    by: by.worker,
    input: { feedback, shownBy },
  });
  const give = (by: CastBody, when: Tale['opened'], result: 'carriedOut' | 'explained') => ({
    when,
    step: 'giveFeedback',
    by: by.head,
    input: { result },
    targets: { decider: centre.ref },
  });

  return [
    {
      ...begin(
        '请城管局摸清老旧小区周边路灯不亮的底数，提出分批修复的办法。',
        '副区长，调研后批示',
        department,
        minutesEarlier(50),
      ),
      deeds: [],
    },
    {
      ...begin(
        '请街道把独居老人冬季取暖情况逐户走访一遍，有困难的当场帮助解决。',
        '区委副书记，信息专报批示',
        taskGroup,
        minutesEarlier(35),
      ),
      deeds: [
        accept(taskGroup, soThatItEndsToday(handlingWorkingDays)),
        {
          when: officeMinutesAgo(900),
          step: 'reportProgress',
          by: taskGroup.worker,
          input: { progress: '应走访四十六户，已走访四十一户，两户暖气不热已联系供热单位上门。' },
        },
      ],
    },
    {
      ...begin(
        '早市占道反复出现，请研究一个既方便群众买菜、又不堵路的长久办法。',
        '区长，群众来信批示',
        department,
        minutesEarlier(45),
      ),
      deeds: [
        accept(department, officeMinutesAgo(2300)),
        draft(
          department,
          officeMinutesAgo(160),
          '已在空置停车场划出临时摊位六十二个，早六点到八点半开放，定人保洁；占道摊点已全部引导进场。',
          '现场照片、摊位登记表，连续一周早间巡查记录',
        ),
      ],
    },
    {
      ...begin(
        '居民反映雨天地下通道积水，请尽快查明原因，拿出治理方案。',
        '副区长，热线专报批示',
        taskGroup,
        minutesEarlier(30),
      ),
      deeds: [
        accept(taskGroup, officeMinutesAgo(3100)),
        draft(
          taskGroup,
          officeMinutesEarlier(200),
          '积水是集水井淤堵、水泵老化造成的。集水井已清淤，备用泵已到位；更换水泵需要列入下一批改造，雨天先由专人值守。',
          '清淤前后照片、设备检修单',
        ),
        give(taskGroup, officeMinutesAgo(220), 'explained'),
      ],
    },
    {
      ...begin(
        '学校门口放学时段拥堵，请会同学校、社区一周内拿出错峰疏导的办法。',
        '区长，现场办公会批示',
        department,
        minutesEarlier(40),
      ),
      deeds: [
        accept(department, officeMinutesAgo(4300)),
        draft(
          department,
          officeMinutesEarlier(300),
          '三个年级分两批放学，校门两侧划出即停即走车位，城管队员和志愿者每天到岗，拥堵时间由四十分钟降到十分钟左右。',
          '放学时段连续五天的现场记录，家长代表意见',
        ),
        give(department, officeMinutesEarlier(500), 'carriedOut'),
        {
          when: officeMinutesAgo(1500),
          step: 'acceptFeedback',
          by: centre.head,
          input: { opinion: '到现场看过，情况属实，同意销号。' },
        },
      ],
    },
  ];
}
