import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDistrict, phone, type OpenDistrict } from './open-district.ts';
import { takePhoto } from './photo.ts';
import { takeStep } from './take-step.ts';

let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

test('a grid worker uses the queue on a phone and records progress with a photo', async () => {
  const title = '松涛花园五号楼门禁坏了，谁都能进来。';
  await district.raise({ what: title, place: '松涛花园五号楼' });
  const page = await district.signIn('gridWorker', phone);
  await page.getByRole('combobox', { name: '待办分类' }).click();
  await page.locator('.ant-select-item-option', { hasText: '首问未了' }).click();
  const row = page.getByRole('link', { name: title });
  await row.waitFor();
  expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await row.click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();

  await takeStep(page, '接手');
  await takeStep(page, '记一笔进展', async (panel) => {
    await panel.getByRole('textbox', { name: '进展' }).fill('锁芯已拍照，下午换新的');
    await panel.locator('input[type=file]').setInputFiles(await takePhoto());
    await panel.getByText('已上传').waitFor();
  });
  const entry = page.getByRole('listitem').filter({ hasText: '锁芯已拍照' });
  const picture = entry.getByRole('img');
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(640);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(phone.width);
});
