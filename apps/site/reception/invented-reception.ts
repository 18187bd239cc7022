import type { SiteDeps } from '../deps.ts';

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
export const inventedReception: Pick<
  SiteDeps,
  'receptionDays' | 'bookReception' | 'ownBooking' | 'cancelReception' | 'rootCauses'
> = {
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
  rootCauses: async () => [
    {
      number: '2611-00007-1',
      what: '楼道灯反复坏',
      outcome: '线路老化，整栋换线，改由物业每月巡查。',
      isSolved: true,
      body: { zh: '区住建局', en: 'Housing' },
      matters: 6,
      at: '2026-11-10T02:00:00.000Z',
    },
  ],
};
