import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, openDistrict, type OpenDistrict } from './open-district.ts';
import { openFromQueue, panelOf } from './take-step.ts';
import { saveShot } from './save-shot.ts';

let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

test('what my colleague does appears on my page by itself, and each of us sees that the other is there', async () => {
  const title = '小区东门的减速带翘起来了，骑车容易摔。';
  const director = await district.signIn('director', desk);
  await director.getByRole('heading', { name: '全部未结' }).waitFor();
  await director.waitForResponse((answer) => answer.url().includes('/api/changes'));
  await district.raise({ what: title });
  await director.getByRole('link', { name: title }).waitFor();
  await director.getByRole('link', { name: title }).click();
  await panelOf(director).getByRole('button', { name: '接手' }).waitFor();

  const clerk = await district.signIn('clerk', desk);
  await openFromQueue(clerk, '待接手', title);
  await clerk.getByText(`正在看：${district.nameOf('director')}`).waitFor();
  await panelOf(clerk).getByRole('button', { name: '接手' }).click();
  await panelOf(clerk).getByLabel('打算怎么办').fill('下午两点去看');
  await panelOf(clerk).getByRole('button', { name: '接手' }).click();
  await clerk.getByText('已送出：接手').waitFor();

  await director.getByText('下午两点去看').waitFor();
  await director.getByText(`正在看：${district.nameOf('clerk')}`).waitFor({ timeout: 20_000 });
  expect(await panelOf(director).getByRole('button', { name: '接手' }).isVisible()).toBe(false);
  await saveShot(director, 'matter-two-people');
});

test('I star a matter and keep a view without touching the mouse', async () => {
  const title = '垃圾房门口的灯不亮，晚上没人敢去。';
  await district.raise({ what: title });
  const page = await district.signIn('director', desk);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.getByRole('link', { name: title }).waitFor();
  await press('/');
  await page.keyboard.type('垃圾房');
  await press('Enter');
  await page.getByText('共1件').waitFor();
  await press('Escape', 'v');
  await page.getByLabel('视图名称').waitFor();
  await page.keyboard.type('垃圾房的事');
  await press('Enter');
  await page
    .getByRole('navigation', { name: '常用视图' })
    .getByRole('button', { name: '垃圾房的事', exact: true })
    .waitFor();
  await press('j', 's');
  await page.getByText('已关注').first().waitFor();
  await page.getByRole('button', { name: /^我关注的/ }).click();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await page.getByText('共1件').waitFor();
  expect(await page.getByRole('button', { name: `关注：${title}` }).getAttribute('aria-pressed')).toBe('true');
  await saveShot(page, 'queue-watched');

  const other = await district.signIn('clerk', desk);
  await other.getByRole('button', { name: /^我关注的/ }).click();
  await other.getByText('这里没有要办的事。').waitFor();
});
