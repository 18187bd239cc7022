import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, openDistrict, type OpenDistrict } from './open-district.ts';

let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

test('as lead of the dispatch centre I give an app a key, see it once, and take it back', async () => {
  const page = await district.signIn('dispatchLead', desk);
  await page.goto('/console/manage');
  await page.getByRole('link', { name: '开放接口的密钥' }).click();
  await page.getByText('还没有发放过密钥').waitFor();
  await page.getByRole('button', { name: '发放密钥' }).click();
  await page.getByText('请写清楚是谁的应用').waitFor();
  await page.getByLabel('谁的应用').fill('随手拍');
  await page.getByLabel('找谁').fill('app@example.org');
  await page.getByRole('button', { name: '发放密钥' }).click();
  await page.getByText('密钥只显示这一次').waitFor();
  const key = (await page.getByRole('status').locator('code').textContent()) ?? '';
  const form = `api_key=${key}&service_code=road&address_string=安宁路口&description=路面有坑`;
  const send = () =>
    district.server.app.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: form,
    });
  expect((await send()).statusCode).toBe(200);
  await page.getByRole('button', { name: '抄好了' }).click();
  await page.getByText(key).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '收回' }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: '收 回' })
    .or(page.getByRole('tooltip').getByRole('button', { name: '收回', exact: true }))
    .click();
  await page.getByText('已收回').waitFor();
  expect((await send()).statusCode).toBe(403);
});
