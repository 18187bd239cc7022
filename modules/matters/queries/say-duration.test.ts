import { expect, test } from 'vitest';
import { hours, workingDays, workingHours } from '../kit/duration.ts';
import { sayDuration } from './view-settings.ts';

test.each([
  [workingDays(1), '1 个工作日', '1 working day'],
  [workingDays(5), '5 个工作日', '5 working days'],
  [workingHours(1), '1 个工作小时', '1 working hour'],
  [hours(24), '24 小时', '24 hours'],
  [{ unit: 'sameDay', amount: 1 } as const, '当天', 'the same day'],
])('a limit of %j is said as people say it', (length, zh, en) => {
  expect(sayDuration(length)).toEqual({ zh, en });
});
