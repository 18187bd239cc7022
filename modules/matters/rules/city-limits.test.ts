import { expect, test } from 'vitest';
import { workingDays, workingHours, type Duration } from '../kit/duration.ts';
import { at, calendar } from '../testing/library-desk.ts';
import { computeDue } from './compute-due.ts';

/**
 * Limits of digital city management (数字城管时限) as cities set them, for a case filed on three days: a plain Monday morning,
 * late on the Friday before the worked Saturday of National Day, and the last working afternoon before that rest. Counted by
 * hand on the State Council's calendar of 2026: rest from 1 to 7 October, Sunday 20 September and Saturday 10 October worked.
 */
test.each<[string, Duration, monday: string, friday: string, beforeRest: string]>([
  ['street cleaning 道路保洁', workingHours(2), '2026-11-16 11:30', '2026-10-10 10:30', '2026-10-08 10:00'],
  ['rubbish in the open 暴露垃圾', workingHours(4), '2026-11-16 15:30', '2026-10-10 14:30', '2026-10-08 12:00'],
  ['building waste 建筑垃圾', workingHours(4), '2026-11-16 15:30', '2026-10-10 14:30', '2026-10-08 12:00'],
  [
    'unlawful building, to stop 私搭乱建制止',
    workingHours(4),
    '2026-11-16 15:30',
    '2026-10-10 14:30',
    '2026-10-08 12:00',
  ],
  ['spoil 渣土', workingDays(2), '2026-11-18 18:00', '2026-10-12 18:00', '2026-10-09 18:00'],
  ['care of green land 绿地养护', workingDays(5), '2026-11-23 18:00', '2026-10-15 18:00', '2026-10-13 18:00'],
  ['unlawful building, penalty 处罚', workingDays(7), '2026-11-25 18:00', '2026-10-19 18:00', '2026-10-15 18:00'],
  ['unlawful building, removal 拆除', workingDays(20), '2026-12-14 18:00', '2026-11-05 18:00', '2026-11-03 18:00'],
])('%s, %j', (_, within, monday, friday, beforeRest) => {
  const dueFrom = (start: string) => computeDue(within, at(start), [], calendar);
  expect(dueFrom('2026-11-16 09:30')).toEqual({ dueAt: at(monday), provisional: false });
  expect(dueFrom('2026-10-09 17:30')).toEqual({ dueAt: at(friday), provisional: false });
  expect(dueFrom('2026-09-30 17:00')).toEqual({ dueAt: at(beforeRest), provisional: false });
});
