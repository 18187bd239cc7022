import type { ReceptionDeps } from '../deps.ts';

const dayId = '01900000-0000-7000-8000-00000000a001';
const said = (code: string, zh: string) => ({ code, message: { zh, en: zh } });
const booking = {
  number: 'JF-2345ABCD',
  topic: '老房加装电梯',
  leader: '副区长',
  heldOn: '2026-11-20',
  at: '09:20',
  place: '区信访大厅',
  isCancelled: false,
  isOver: false,
  standing: null,
};

/** One day with a free and a taken time, one booking, one root-cause item. */
export const inventedReception: ReceptionDeps = {
  receptionDays: async () => [
    {
      id: dayId,
      area: { zh: '雁北街道', en: 'Yanbei' },
      leader: '副区长',
      heldOn: '2026-11-20',
      place: '区信访大厅',
      slots: [
        { slot: 0, at: '09:00', free: false },
        { slot: 1, at: '09:20', free: true },
      ],
    },
  ],
  bookReception: async ({ topic, slot }) =>
    topic.trim() === '' || slot !== 1
      ? {
          ok: false,
          ...said('input.fields', '有地方要改。'),
          fields: { topic: said('reception.topic', '请写清楚想谈什么事。') },
        }
      : { ok: true, value: { number: booking.number, code: 'ABCD2345' } },
  ownBooking: async ({ code }) =>
    code.replace('-', '') === 'ABCD2345'
      ? { ok: true, value: booking }
      : { ok: false, ...said('reception.wrong_code', '预约编号或查询码不对。') },
  cancelReception: async () => ({ ok: true, value: undefined }),
  concernsAnswered: async () => [
    {
      number: '2611-00091-2',
      what: '有人问：自来水发黄，还能不能喝',
      said: '昨晚管道检修后有少量铁锈，今早八点起水质合格；放水两分钟就清了。十一月三十日前换完这一段老管。',
      body: { zh: '澄川区水务局', en: 'Chengchuan water bureau' },
      at: '2026-11-21T02:00:00.000Z',
    },
  ],
  groupAnswers: async () => [
    {
      number: '2611-00077-5',
      what: '小区供暖温度不够',
      said: '周五在小区活动室当面说明：换热站加了一台泵，入户测温都在十九度；往年的费用按合同不退，原因已说清。',
      body: { zh: '澄川区住房和城乡建设局', en: 'Chengchuan housing bureau' },
      demands: 3,
      met: 2,
      explained: 1,
      at: '2026-11-20T02:00:00.000Z',
    },
  ],
  sessions: async () => [
    {
      number: '2611-00102-4',
      what: '冬季供暖、楼道灯和停车',
      said: '十一月二十五日在小区活动室逐条说明，回复贴在一楼公告栏。',
      body: { zh: '星井社区居民委员会', en: 'Xingjing residents’ committee' },
      at: '2026-11-25T02:00:00.000Z',
      heldOn: '2026-11-18',
      people: 23,
      venue: '小区活动室',
      heardBy: '社区主任、街道联点干部、派出所民警',
      community: { zh: '星井社区', en: 'Xingjing' },
      statements: [
        {
          kind: 'answered',
          said: '老年食堂几点开门',
          stage: null,
          outcome: null,
          reply: '每天 10:30 到 12:30。',
          body: null,
        },
        {
          kind: 'suggestion',
          said: '东门的车位晚上能不能让居民停',
          stage: 'final',
          outcome: 'explained',
          reply: '消防通道旁的车位按规定要留空，不能停；南门空地明年三月划线。',
          body: { zh: '栖川区城市管理局', en: 'Qichuan city management bureau' },
        },
        {
          kind: 'matter',
          said: '3 号楼二层的灯不亮',
          stage: 'final',
          outcome: 'solved',
          reply: null,
          body: { zh: '星井社区居民委员会', en: 'Xingjing residents’ committee' },
        },
      ],
    },
  ],
  rootCauses: async () => [
    {
      number: '2611-00007-1',
      what: '楼道灯反复坏',
      said: '线路老化，整栋换线，改由物业每月巡查。',
      isSolved: true,
      body: { zh: '区住建局', en: 'Housing' },
      matters: 6,
      at: '2026-11-10T02:00:00.000Z',
    },
  ],
};
