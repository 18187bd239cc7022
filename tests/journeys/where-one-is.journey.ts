import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, openDistrict, type OpenDistrict } from './open-district.ts';

let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

/** A date as machines write it, outside of what a person types into. */
const codedDate = /\d{4}-\d{2}-\d{2}/;

test('the pages by which a district is kept say days as people say them', async () => {
  const page = await district.signIn('administrator', desk);
  const said: Record<string, string> = {};
  for (const path of [
    '/console/manage/posts?area=990102001001',
    '/console/manage/officers',
    '/console/manage/duties',
    '/console/manage/limits',
    '/console/manage/calendar',
    '/console/manage/areas/990102001001',
    '/console/manage/chains/990102001001',
    '/console/procedures/resident-request',
    '/console/procedures/petition',
  ]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.getByText('正在打开').count(), { timeout: 10_000 }).toBe(0);
    said[path] = (await page.getByRole('main').innerText()).match(codedDate)?.[0] ?? '';
  }
  expect(Object.entries(said).filter(([, date]) => date !== '')).toEqual([]);
  expect(await page.getByText('2022年5月1日起').count()).toBeGreaterThan(0);
});

test('a drawing wider than the window shows where the procedure begins', async () => {
  const page = await district.signIn('gridWorker', { width: 1366, height: 768 });
  await page.goto('/console/procedures/petition');
  const frame = page.getByRole('group', { name: /信访/ }).first();
  await frame.waitFor();
  expect(await frame.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true);
  const begins = await frame.getByText('已登记，待转送').first().boundingBox();
  expect(begins && begins.x > 0 && begins.x + begins.width < 1366).toBe(true);
});

test('I see at the top where I am, also on the pages below', async () => {
  const page = await district.signIn('dispatchLead', desk);
  const top = page.getByRole('navigation', { name: '页面' });
  const here = async (path: string) => {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return top.locator('[aria-current]').allInnerTexts();
  };
  expect(await here('/console/overview')).toEqual(['运行态势']);
  expect(await here('/console/reports')).toEqual(['运行态势']);
  expect(await here('/console/area-profile')).toEqual(['运行态势']);
  expect(await here('/console/meetings')).toEqual(['协调']);
  expect(await here('/console/repeats')).toEqual(['协调']);
  expect(await here('/console/manage/limits')).toEqual(['管理']);
});

test('whoever administers a district without a community reads what comes first; in one that is set up, nobody does', async () => {
  const page = await district.signIn('administrator', desk);
  const steps = page.getByRole('region', { name: /这个区刚建好/ });
  await page.goto('/console/manage');
  await page.getByRole('link', { name: '导入导出' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await steps.count()).toBe(0);
  // As the areas of a district are on its first day: itself, and nothing below it.
  await page.route('**/api/areas', async (route) => {
    const response = await route.fetch();
    const { rows, ...rest } = (await response.json()) as { rows: object[] };
    await route.fulfill({ response, json: { ...rest, rows: rows.map((row) => ({ ...row, below: 0 })) } });
  });
  await page.reload();
  await steps.getByRole('link', { name: '导入导出' }).click();
  await page.getByRole('heading', { name: '导入导出' }).waitFor();
});
