import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDistrict, phone, type OpenDistrict } from './open-district.ts';
import { takePhoto } from './photo.ts';

let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

test('on a phone without JavaScript I report a broken light with a photo, get number and code, and follow it', async () => {
  const page = await district.visit(phone, { javaScript: false });
  const next = page.getByRole('button', { name: '下一步' });
  const summary = page.getByRole('alert');
  await page.goto('/');
  await page.getByRole('link', { name: /^反映问题 / }).click();

  const what = page.getByLabel('出了什么事');
  await next.click();
  await summary.getByRole('link', { name: '出了什么事：这里要填。' }).click();
  expect(await what.getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('.field.wrong').textContent()).toContain('这里要填。');

  const long = '灯'.repeat(20_000);
  await what.fill(long);
  await next.click();
  await summary.getByText('现在 20000 个字，最多 5000 个字').waitFor();
  expect(await what.inputValue()).toBe(long);

  const said = '三号楼二单元的楼道灯坏了，晚上看不见路，老人差点摔倒。';
  await what.fill(said);
  const photos = page.getByLabel(/^照片/);
  await photos.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') });
  await next.click();
  await summary.getByText('这个文件不是照片').waitFor();
  expect(await what.inputValue()).toBe(said);
  await photos.setInputFiles(await takePhoto());
  await next.click();

  await page.getByRole('heading', { name: '在哪里？' }).waitFor();
  await next.click();
  await summary.getByRole('link', { name: /^具体在哪儿/ }).waitFor();
  await page.getByText('不知道是哪个社区').click();
  await page.getByLabel('写小区名或街名').fill('橘园小区');
  await page.getByRole('button', { name: '找一找' }).click();
  await page.getByRole('group', { name: '哪个社区' }).getByRole('radio', { name: '星井社区' }).check();
  await page.getByLabel('具体在哪儿').fill('橘园小区 3 号楼 2 单元门口');
  await next.click();

  await page.getByRole('heading', { name: '看一看，送出去' }).waitFor();
  const send = page.getByRole('button', { name: '送出', exact: true });
  await page.getByLabel('手机号（可不留）').fill('12ab');
  await send.click();
  await summary.getByText('这个电话号码好像不对').waitFor();
  await page.getByLabel('手机号（可不留）').fill('');
  await send.click();

  await page.getByRole('heading', { name: '收到了' }).waitFor();
  const [number, code] = await page.locator('.slip dd').allTextContents();
  expect([number, code]).toEqual([
    expect.stringMatching(/^\d{4}-\d{5}-\d$/),
    expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
  ]);
  expect(page.url()).not.toContain(code);
  await page.getByText('不管转给谁办').waitFor();

  const other = await district.visit(phone, { javaScript: false });
  await other.goto('/');
  await other.getByRole('link', { name: /^查进度 / }).click();
  const show = other.getByRole('button', { name: '查看' });
  await other.getByLabel('编号').fill(number as string);
  await other.getByLabel('查询码').fill('AAAAAAAA');
  await show.click();
  await other.getByRole('alert').getByText('编号或查询码不对').waitFor();
  await other.getByLabel('查询码').fill((code as string).toLowerCase().replace('-', ''));
  await show.click();
  await other.getByRole('heading', { name: '已收到，等社区接手' }).waitFor();
  await other.getByText(said).first().waitFor();
  const picture = other.getByRole('img', { name: /^照片 1/ });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(640);
});
