import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliverOnce } from '../../apps/server/delivery.ts';
import { recountOnce } from '../../apps/server/timer.ts';
import { desk, openDistrict, phone, type OpenDistrict } from './open-district.ts';
import { takeStep } from './take-step.ts';

let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

const SOME_SECONDS = 11_000;

test('a director is told in the bell, without loading the page again, and opens the matter from there', async () => {
  const page = await district.signIn('director', desk);
  const bell = page.getByRole('banner').getByRole('link', { name: /消息/ });
  await bell.getByText('0 条未读').waitFor({ state: 'attached' });
  await district.raise({ what: '三号楼二单元的楼道灯坏了' });
  await page.clock.runFor(SOME_SECONDS);
  await bell.getByText('1 条未读').waitFor({ state: 'attached' });

  await bell.click();
  await page.getByRole('link', { name: /未读.*请接手.*楼道灯坏了/ }).click();
  await page.getByRole('heading', { name: /楼道灯坏了/ }).waitFor();
  await bell.getByText('0 条未读').waitFor({ state: 'attached' });
  await takeStep(page, '接手');

  const other = await district.signIn('neighbourDirector', desk);
  await other.goto('/console/notices');
  await other.getByText('还没有消息').waitFor();
  expect(await other.getByRole('listitem').count()).toBe(0);
});

test('a resident chooses text messages without script, and one appears when there is news', async () => {
  const { number, code, matterId } = await district.raise({ what: '垃圾没人清运' });
  const page = await district.visit(phone, { javaScript: false });
  await page.goto('/follow');
  await page.getByLabel('编号').fill(number);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button').last().click();
  await page.getByRole('link', { name: '有新进展告诉我' }).click();
  await page.getByLabel('发短信').check();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('alert').getByText('还没有留手机号').waitFor();
  await page.getByLabel('发短信').check();
  await page.getByLabel('手机号').fill('139 0000 1234');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存').waitFor();

  const worker = await district.signIn('clerk', desk);
  await worker.goto(`/console/matters/${matterId}`);
  await takeStep(worker, '接手');
  expect(await deliverOnce(district.server.ground)).toBe(1);
  await page.goto('/demo/outbox');
  const shown = await page.getByRole('listitem').innerText();
  expect(shown).toContain(`您反映的 ${number} 有新进展`);
  expect(shown).toContain('1234');
  expect(shown).not.toContain('139');
});

test('the head of the centre sets a rest day: how many limits move is said before, and they moved after', async () => {
  const { server } = district;
  const { matterId } = await district.raise({ what: '路面有坑' });
  const clerk = await district.signIn('clerk', desk);
  await clerk.goto(`/console/matters/${matterId}`);
  await takeStep(clerk, '接手');

  const page = await district.signIn('dispatchLead', desk);
  await recountOnce(server.ground, server.app.log);
  await page.getByRole('link', { name: '管理', exact: true }).click();
  await page.getByRole('link', { name: '本区日历和作息' }).click();
  const today = page.getByRole('button', { name: /2026年11月18日/ });
  await today.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: '11月19日' });
  await form.getByRole('button', { name: '先看影响' }).click();
  await form.getByText('请写明原因').waitFor();
  await form.getByLabel('原因').fill('传统庙会');
  await form.getByLabel('依据的文件').fill('区政府办通知〔2026〕9号');
  await form.getByRole('button', { name: '先看影响' }).click();
  const words = await form.getByText(/会有 \d+ 个正在走的时限变动/).innerText();
  const moves = Number(/\d+/.exec(words)?.[0]);
  expect(moves).toBeGreaterThan(0);
  await form.getByRole('button', { name: '确认修改' }).click();
  await page.getByText('正在重新计算时限').waitFor();
  expect(await recountOnce(server.ground, server.app.log)).toBe(moves);
  await page.clock.runFor(SOME_SECONDS);
  await page.getByText(`有 ${moves} 个正在走的时限变了`).waitFor();
  await page.getByRole('button', { name: /11月19日.*休息、本区设定/ }).waitFor();

  await clerk.reload();
  await clerk.getByText(/放假或作息安排有变，办理时限重新计算/).waitFor();
  await clerk.goto('/console/manage/calendar');
  await clerk.getByText('由区中心负责人调整').waitFor();
});
