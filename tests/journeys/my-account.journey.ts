import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, morning, openDistrict, phone, type OpenDistrict } from './open-district.ts';
import { brokenOn, wcagAndAdvice } from '../support/broken-rules.ts';

let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

const own = '三盏灯挂在河边的桥上';
/** Where pictures go when somebody wants to look: LOOK=/tmp/folder. */
const look = (page: Page, name: string) =>
  process.env['LOOK'] ? page.screenshot({ path: `${process.env['LOOK']}/${name}.png`, fullPage: true }) : undefined;

const signIn = async (page: Page, login: string, password: string) => {
  await page.goto('/console/');
  await page.getByRole('textbox', { name: '账号', exact: true }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
};

test('on my first day I choose a password, set up the second factor, and end the session I forgot elsewhere', async () => {
  const admin = await district.signIn('administrator', desk);
  await admin.getByRole('link', { name: '管理', exact: true }).click();
  await admin.getByRole('link', { name: '账号管理' }).click();
  await admin.getByText('新建账号').click();
  await admin.getByLabel('姓名', { exact: true }).fill('白松');
  await admin.getByLabel('姓名的拼音或英文').fill('Bai Song');
  await admin.getByLabel('账号', { exact: true }).fill('Bai Song');
  await admin.getByRole('button', { name: '新建', exact: true }).click();
  await admin.getByText('账号名只能用小写字母').waitFor();
  await admin.getByLabel('账号', { exact: true }).fill('bai.song');
  await admin.getByRole('button', { name: '新建', exact: true }).click();
  const first = (await admin.locator('.slip-codes dd').nth(1).textContent()) ?? '';
  expect(first).toMatch(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/);
  await look(admin, 'accounts-desk');
  expect(await brokenOn(admin, { tags: wcagAndAdvice })).toEqual([]);

  const page = await district.visit(phone);
  await signIn(page, 'bai.song', first);
  await page.getByRole('heading', { name: '先改密码' }).waitFor();
  await look(page, 'owed-password-phone');
  expect(await brokenOn(page, { tags: wcagAndAdvice })).toEqual([]);
  await page.getByLabel('现在的密码').fill(first);
  await page.getByLabel('新密码').fill('woaini1314520');
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByText('这个密码太常见').waitFor();
  await page.getByLabel('新密码').fill(own);
  await page.getByRole('button', { name: '修改密码' }).click();

  await page.getByRole('link', { name: '我的账号：白松' }).click();
  await page.getByText('设置两步验证').first().click();
  await page.getByRole('button', { name: '开始设置' }).click();
  const key = ((await page.locator('.factor-setup code').textContent()) ?? '').replaceAll(' ', '');
  const codeAt = (at: Date) => new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: at.getTime() });
  await look(page, 'factor-setup-phone');
  expect(await brokenOn(page, { tags: wcagAndAdvice })).toEqual([]);
  await page.getByLabel('验证码').fill('000000');
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByText('验证码不对').waitFor();
  await page.getByLabel('验证码').fill(codeAt(morning));
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByRole('heading', { name: '恢复码' }).waitFor();
  const codes = await page.locator('.recovery-codes code').allTextContents();
  expect(codes).toHaveLength(10);
  await look(page, 'recovery-codes-phone');
  await page.getByRole('button', { name: '收好了，继续' }).click();
  await page.getByText('还有 10 个恢复码没用').waitFor();

  await page.getByRole('button', { name: '退出' }).click();
  const later = new Date(morning.getTime() + 60_000);
  district.server.setNow(later);
  await signIn(page, 'bai.song', own);
  await page.getByRole('heading', { name: '输入验证码' }).waitFor();
  await look(page, 'owed-factor-phone');
  expect(await brokenOn(page, { tags: wcagAndAdvice })).toEqual([]);
  await page.getByRole('textbox', { name: '验证码' }).fill(codeAt(later));
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByRole('link', { name: '我的账号：白松' }).waitFor();

  const elsewhere = await district.visit(desk);
  await signIn(elsewhere, 'bai.song', own);
  await elsewhere.getByRole('textbox', { name: '验证码' }).fill(codes[0] as string);
  await elsewhere.getByRole('button', { name: '继续' }).click();
  await elsewhere.getByRole('link', { name: '我的账号：白松' }).click();
  await elsewhere.getByText('就是这里').waitFor();
  await look(elsewhere, 'my-account-desk');
  expect(await brokenOn(elsewhere, { tags: wcagAndAdvice })).toEqual([]);
  await elsewhere.getByRole('button', { name: '结束', exact: true }).click();
  await expect.poll(() => elsewhere.locator('.session-list li').count()).toBe(1);
  await page.reload();
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  await elsewhere.getByRole('button', { name: 'English' }).click();
  await elsewhere.getByRole('heading', { name: 'Where I am signed in' }).waitFor();
  await look(elsewhere, 'my-account-desk-en');
  district.server.setNow(morning);
});

test('I see what I have reported, with the code from my phone and without JavaScript', async () => {
  const what = '地下室的门锁坏了，谁都能进去。';
  const body = { commandId: randomUUID(), what, community: '990102001001', place: '3号楼地下室', phone: '13900001111' };
  await district.server.ask('POST', '/api/public/requests', { body });
  const page = await district.visit(phone, { javaScript: false });
  await page.goto('/');
  await page.getByRole('link', { name: '我的事' }).click();
  await page.getByLabel('手机号').fill('139 0000 1111');
  await look(page, 'my-phone');
  await page.getByRole('button', { name: '获取验证码' }).click();
  const code = /验证码 (\d{6})/.exec(await page.getByRole('note').innerText())?.[1] ?? '';
  await look(page, 'my-code');
  await page.getByLabel('短信里的 6 位数字').fill(code);
  await page.getByRole('button', { name: '登录' }).click();
  await look(page, 'my-matters');
  await page.getByRole('link', { name: what }).click();
  await page.getByRole('heading', { name: '已收到，等社区接手' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/follow\/[\d-]+$/);
});

test('the pages on which a resident signs in break no rule of accessibility', async () => {
  const page = await district.visit(phone);
  await page.goto('/my');
  expect(await brokenOn(page, { tags: wcagAndAdvice })).toEqual([]);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByRole('alert').waitFor();
  expect(await brokenOn(page, { tags: wcagAndAdvice })).toEqual([]);
  await page.getByLabel('手机号').fill('13900001112');
  await page.getByRole('button', { name: '获取验证码' }).click();
  const code = /验证码 (\d{6})/.exec(await page.getByRole('note').innerText())?.[1] ?? '';
  expect(await brokenOn(page, { tags: wcagAndAdvice })).toEqual([]);
  await page.getByLabel('短信里的 6 位数字').fill(code);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('没有留过这个号码的事').waitFor();
  expect(await brokenOn(page, { tags: wcagAndAdvice })).toEqual([]);
});
