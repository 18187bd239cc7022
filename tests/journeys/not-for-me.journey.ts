import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, openDistrict, type OpenDistrict } from './open-district.ts';

let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

test('a page that is not for my post says so at once: no form that would be refused, nothing to try again', async () => {
  const director = await district.signIn('director', desk);
  const administrator = await district.signIn('administrator', desk);
  for (const [page, path] of [
    [director, '/console/open/leader-instruction'],
    [director, '/console/manage/outbox'],
    [administrator, '/console/manage/answers'],
    [administrator, '/console/overview'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('heading', { name: '您现在的岗位用不着这一页', level: 1 }).waitFor();
    expect(await page.getByRole('form').count()).toBe(0);
    expect(await page.getByRole('button', { name: '再试一次' }).count()).toBe(0);
  }
  const refused: string[] = [];
  administrator.on('response', (answer) => {
    if (answer.status() === 403) refused.push(new URL(answer.url()).pathname);
  });
  const { matterId } = await district.raise();
  await administrator.goto(`/console/matters/${matterId}`);
  await administrator.getByText('管岗位的人看不到居民的事').waitFor();
  await administrator.waitForLoadState('networkidle');
  expect(refused).not.toContain('/api/changes');
  await administrator.goto('/console/manage/chains/990102999');
  await administrator.getByRole('heading', { name: '这一页没有打开', level: 1 }).waitFor();
  await administrator.getByText('没有找到这个地址').waitFor();
  expect(await administrator.getByRole('button', { name: '再试一次' }).count()).toBe(0);
});

test('a limit set out of bounds, or without its paper, is said at the field, and I am taken there', async () => {
  const lead = await district.signIn('dispatchLead', desk);
  await lead.goto('/console/manage/limits');
  const limit = lead.getByRole('region').first();
  await limit.getByText('调整', { exact: true }).click();
  const amount = limit.getByRole('spinbutton');
  await amount.fill('999');
  await limit.getByLabel('从哪天起').fill('2026-12-01');
  await limit.getByRole('button', { name: '保存' }).click();
  await limit.locator('.field', { hasText: '改为多少' }).getByText('超出了流程允许的范围').waitFor();
  expect(await amount.evaluate((field) => field === document.activeElement)).toBe(true);
  await amount.fill('');
  await limit.getByRole('button', { name: '保存' }).click();
  await limit.locator('.field[data-faulty=true]').getByText('请写明原因，并写明依据的文件').waitFor();
  expect(await limit.locator('.field[data-faulty=true]').count()).toBe(1);
});
