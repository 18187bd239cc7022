import { expect, test } from 'vitest';
import { readTime } from './read-time.ts';

test.each([
  ['2024-03-04T09:05:06+08:00', '2024-03-04T01:05:06.000Z'],
  ['2024-03-04T01:05:06Z', '2024-03-04T01:05:06.000Z'],
  ['2024-03-04 09:05:06', '2024-03-04T01:05:06.000Z'],
  ['2024/3/4 9:05', '2024-03-04T01:05:00.000Z'],
  ['2024年3月4日 09:05', '2024-03-04T01:05:00.000Z'],
])('reads %s', (written, instant) => {
  expect(readTime(written, 'Asia/Shanghai')?.toISOString()).toBe(instant);
});

test.each(['', '2024-03-04', '2023-02-29 09:00', '2024-03-04 25:00', '去年', '20240304090506', '04/03/2024 09:00'])(
  'does not read %s',
  (written) => {
    expect(readTime(written, 'Asia/Shanghai')).toBeUndefined();
  },
);
