import { expect, test } from 'vitest';
import { namesNobodyIn } from './names-nobody.ts';

const check = (task: string, spot = '3 号楼 2 单元 501') =>
  namesNobodyIn('task', 'spot').checksInput?.({ input: { task, spot } } as never);

test.each([
  '水管漏水，请来修',
  '电表箱 2024 年换过，又跳闸',
  '停水 3 天，请 11 月 28 日前来',
  '管径 DN150，长 1200 米',
])('%s goes out', (words) => expect(check(words)).toEqual({ allowed: true }));

test.each([
  '漏水，请打 13912345678',
  '找户主 0931-8812345',
  '身份证 620102198001011234 的住户',
  '车 甘A12345 挡着井盖',
  '微信号：water_fixer',
  '请回信 a.b@example.org',
])('%s does not, and is not said again', (words) => {
  const answer = check(words);
  expect(answer).toEqual({ allowed: false, code: 'request.names_somebody' });
});

test('the place is looked at too, but a home may be named', () => {
  expect(check('请来修', '13912345678')).toMatchObject({ allowed: false });
  expect(check('请来修', '3 栋 2 单元 501 室')).toMatchObject({ allowed: true });
});
