import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDistrict, phone, type OpenDistrict } from './open-district.ts';

const words = '楼道里的灯坏了三天了，晚上看不见路。';
let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

test('what was written outlives a lost connection on this device, without the number, for a day or until it is sent', async () => {
  const page = await district.visit(phone);
  const keptHere = () => page.evaluate(() => localStorage.getItem('draft'));
  const next = page.getByRole('button', { name: '下一步' });
  await page.goto('/report');
  await page.getByLabel('出了什么事').fill(words);
  await page.context().setOffline(true);
  await next.click().catch(() => undefined);
  await page.context().setOffline(false);

  await page.goto('/report');
  await page.getByRole('button', { name: '接着写' }).click();
  expect(await page.getByLabel('出了什么事').inputValue()).toBe(words);
  await next.click();
  await page.getByRole('combobox', { name: '哪个社区' }).selectOption('星井社区');
  await page.getByLabel('具体在哪儿').fill('3号楼');
  await next.click();
  await page.getByLabel(/^手机号/).fill('13912345678');
  expect(await keptHere()).toContain('3号楼');
  expect(await keptHere()).not.toContain('13912345678');
  await page.getByRole('button', { name: '送出', exact: true }).click();
  await page.getByRole('heading', { name: '收到了' }).waitFor();
  await expect.poll(keptHere).toBe(null);

  await page.goto('/report');
  expect(await page.getByRole('button', { name: '接着写' }).isVisible()).toBe(false);
  const dayOld = { at: Date.now() - 86_400_001, values: { what: words } };
  await page.evaluate((kept) => localStorage.setItem('draft', kept), JSON.stringify(dayOld));
  await page.goto('/report');
  expect(await keptHere()).toBe(null);
});
