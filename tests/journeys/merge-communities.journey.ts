import { afterAll, beforeAll, expect, test } from 'vitest';
import { listenForAreas } from '../../modules/bodies/index.ts';
import { saveShot } from './save-shot.ts';
import { desk, openDistrict, phone, type OpenDistrict } from './open-district.ts';

let district: OpenDistrict;
beforeAll(async () => {
  listenForAreas();
  district = await openDistrict();
});
afterAll(() => district.close());

const paper = '栖政办〔2026〕21号';
const title = '楼下的路灯灭了三天，晚上看不见台阶。';

test('the head of the centre looks first, merges two communities, and the resident reads who has the matter now', async () => {
  const { number, code, matterId } = await district.raise({ what: title });
  const page = await district.signIn('administrator', desk);
  await page.getByRole('link', { name: '管理', exact: true }).click();
  await page.getByRole('link', { name: '区划', exact: true }).click();
  await page.getByRole('button', { name: '展开云山街道' }).click();
  await page.getByRole('link', { name: '安井社区', exact: true }).waitFor();
  await page.getByLabel('查找区划').fill('xjsq');
  await page.getByRole('link', { name: '星井社区', exact: true }).click();
  await page.getByRole('heading', { name: '星井社区', level: 1 }).waitFor();

  await page.getByRole('button', { name: '并入别的社区' }).click();
  const form = page.getByRole('form', { name: '并入别的社区' });
  await form.getByRole('button', { name: '看看会怎样' }).click();
  expect(await form.getByText('这一项还没填。').count()).toBe(3);
  await form.getByRole('combobox', { name: '并入哪个社区' }).click();
  await page.locator('.ant-select-item-option', { hasText: '安井社区' }).click();
  await form.getByLabel('生效日期').fill('2026-11-18');
  await form.getByLabel('依据的文件').fill(paper);
  await form.getByRole('button', { name: '看看会怎样' }).click();
  await form.getByText('撤销：星井社区 (990102001001)').waitFor();
  await form.getByText(/未办结事项 1 件，已办结 0 件，岗位 \d+ 个，网格 \d+ 个/).waitFor();
  await saveShot(page, 'merge-preview');
  await form.getByRole('button', { name: '决定，马上生效' }).click();

  await page.getByText('11月18日').first().waitFor();
  const life = page.locator('.area-life');
  await life.getByRole('link', { name: '安井社区', exact: true }).waitFor();
  expect(await page.getByRole('button', { name: '并入别的社区' }).count()).toBe(0);
  await page.getByText(`依据：${paper} · 已生效`).waitFor();
  await saveShot(page, 'merge-done');

  const follow = await district.server.ask('POST', '/api/public/follow', { body: { number, code } });
  expect(follow.body.timeline.at(-1)).toMatchObject({
    kind: 'areaPassed',
    sentence: {
      zh: `星井社区自 2026年11月18日 起并入安井社区（${paper}）。这件事照旧办理，现由安井社区居民委员会承办，首问责任人不变。`,
    },
  });
  const heir = await district.signIn('neighbourDirector', desk);
  await heir.goto(`/console/matters/${matterId}`);
  await heir.getByRole('heading', { name: title, level: 1 }).waitFor();
  const after = await district.raise({ what: '墙上的老海报上的二维码还能用。', community: '990102001001' });
  const seen = await district.server.ask('POST', '/api/public/follow', {
    body: { number: after.number, code: after.code },
  });
  expect(JSON.stringify(seen.body.areaPath)).toContain('安井社区');
});

test('who may not administer reads the tree and its history, and changes nothing', async () => {
  const page = await district.signIn('clerk', phone);
  await page.goto('/console/manage/areas');
  await page.getByLabel('查找区划').fill('990102001001');
  await page.getByRole('link', { name: '星井社区', exact: true }).click();
  await page.getByText('撤销日期').waitFor();
  await saveShot(page, 'area-on-a-phone');
  await page.goto('/console/manage/areas/990102001002');
  await page.getByRole('heading', { name: '安井社区', level: 1 }).waitFor();
  expect(await page.getByRole('button').filter({ hasText: '改名' }).count()).toBe(0);
});
