import { expect, test } from 'vitest';
import { describeDevice } from './device.ts';

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    'Chrome · Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50',
    'WeChat · iOS',
  ],
  ['<script>alert(1)</script>', ''],
  ['x'.repeat(10_000), ''],
  [undefined, ''],
])('%.40s is %s', (userAgent, words) => {
  expect(describeDevice(userAgent)).toBe(words);
});
