import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, openDistrict, phone, type OpenDistrict } from './open-district.ts';
import { brokenOn } from '../support/broken-rules.ts';

const community = '990102001001';
let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option })
    .click();
};
const turnTo = (page: Page, tool: string) =>
  page.locator('.grid-tools .ant-radio-button-wrapper', { hasText: tool }).click();
const gridOf = async (text: string): Promise<string> => {
  const { body } = await district.server.ask('GET', `/api/locate?text=${encodeURIComponent(text)}&under=${community}`);
  return body.place?.grid.code.slice(-3) ?? body.reason;
};

/** Opens the grids of the director's own community, from the hub. */
async function openGrids(screen = desk): Promise<Page> {
  const page = await district.signIn('director', screen);
  await page.getByRole('link', { name: '管理', exact: true }).click();
  await page.getByRole('link', { name: '网格划分' }).click();
  await page.getByRole('heading', { name: '网格划分：星井社区' }).waitFor();
  return page;
}

test('a director splits a grid by a line on a map that asks no tile server, and the same by a list', async () => {
  const page = await openGrids();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByText('没有缝隙，没有重叠').first().waitFor();
  await page.locator('.ol-zoom').waitFor();
  expect(await brokenOn(page)).toEqual([]);

  await turnTo(page, '拆分');
  await choose(page, '要拆的网格', '第一网格');
  await page.getByRole('button', { name: '在地图上画线' }).click();
  const box = await page.locator('.area-map-ground').boundingBox();
  if (!box) throw new Error('there is no map');
  const at = (part: number): [number, number] => [box.x + box.width * 0.367, box.y + box.height * part];
  await page.mouse.click(...at(0.05));
  await page.mouse.move(...at(0.5));
  await page.mouse.dblclick(...at(0.95));
  await page.getByText('线画好了').waitFor();
  await page.getByRole('button', { name: '看看会怎样' }).click();
  await page.getByRole('heading', { name: '这样做会：' }).waitFor();
  await page.getByText('72 处地址从“星井社区第一网格”到“星井社区第四网格”').waitFor();
  await page.getByText('做完以后没有缝隙，没有重叠').waitFor();
  expect(await brokenOn(page)).toEqual([]);
  expect(await gridOf('半山新村3号楼2单元')).toBe('001');
  await page.getByRole('button', { name: '就这样办' }).click();
  await page.getByText('拆好了。').waitFor();
  await page.getByRole('region', { name: '星井社区第四网格' }).getByText('72 处地址').waitFor();
  expect(await gridOf('半山新村3号楼2单元')).toBe('004');
  expect(await gridOf('松涛花园3号楼2单元')).toBe('001');
  expect(asked.filter((url) => !url.startsWith('http://127.0.0.1') || url.includes('/tiles/'))).toEqual([]);

  // Without the mouse: the grid, two estates from the list, and the buttons.
  await turnTo(page, '拆分');
  await choose(page, '要拆的网格', '第二网格');
  const lists = page.getByRole('region', { name: '星井社区第二网格' });
  await lists.getByRole('checkbox', { name: /麦香雅苑/ }).focus();
  await page.keyboard.press('Space');
  await lists.getByRole('button', { name: /展开.*橘园小区/ }).focus();
  await page.keyboard.press('Enter');
  await lists.getByRole('checkbox', { name: '橘园小区1号楼1单元' }).focus();
  await page.keyboard.press('Space');
  await page.getByText('已选 73 处地址').waitFor();
  await page.getByRole('button', { name: '看看会怎样' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('做完以后：“星井社区第五网格”还没有画边界。').waitFor();
  await page.getByRole('button', { name: '就这样办' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('拆好了。').waitFor();
  await page.getByText('“星井社区第五网格”还没有画边界。').waitFor();
  expect([await gridOf('麦香雅苑9号楼'), await gridOf('橘园小区1号楼1单元')]).toEqual(['005', '005']);
  expect(await gridOf('橘园小区1号楼')).toBe('ambiguous');
  const history = page.getByRole('region', { name: '变更记录' }).getByRole('listitem');
  expect(await history.first().textContent()).toContain(
    `${district.nameOf('director')} 拆出“星井社区第五网格”，带走 73 处地址`,
  );
});

test('the page works on a telephone without scrolling sideways, and breaks no rule of WCAG 2.1 AA', async () => {
  const page = await openGrids(phone);
  await page.locator('.ol-zoom').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  expect(await brokenOn(page)).toEqual([]);
});

test('the neighbour’s director finds no such community, and a clerk no such page', async () => {
  const page = await district.signIn('neighbourDirector', desk);
  await page.goto(`/console/manage/grids/${community}`);
  await page.getByText('没有这个社区，或者不归您所在的岗位管。').waitFor();
  const clerk = await district.signIn('clerk', desk);
  await clerk.goto('/console/manage');
  await clerk.getByRole('heading', { name: '管理' }).waitFor();
  expect(await clerk.getByRole('link', { name: '网格划分' }).count()).toBe(0);
});

test('a person at the site is asked which place is meant, also without JavaScript, and may say none', async () => {
  const report = async (place: string, answer: RegExp | null) => {
    const page = await district.visit(phone, { javaScript: false });
    await page.goto(`/report?community=${community}`);
    await page.getByLabel('出了什么事').fill('路灯坏了三天了，晚上看不见路。');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('具体在哪儿').fill(place);
    await page.getByRole('button', { name: '下一步' }).click();
    if (answer) {
      await page.getByRole('group', { name: '是下面哪一处' }).waitFor();
      await page.getByRole('radio', { name: answer }).check();
      await page.getByRole('button', { name: '下一步' }).click();
    }
    await page.getByRole('button', { name: '送出', exact: true }).click();
    await page.getByRole('heading', { name: '收到了' }).waitFor();
    return (await page.locator('.holder').textContent()) ?? '';
  };
  expect(await report('星井街路口', /第二网格/)).toContain('第2网格网格员');
  expect(await report('星井街路口', /都不是/)).not.toContain('网格员');
  expect(await report('星井街57号', null)).toContain('第1网格网格员');
});

test('the code on a sign brings the grid', async () => {
  const page = await district.visit(phone, { javaScript: false });
  await page.goto(`/g/${community}003`);
  await page.getByLabel('出了什么事').fill('单元门关不上，晚上不安全。');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('您在“星井社区第三网格”').waitFor();
  await page.getByLabel('具体在哪儿').fill('北边的门');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '送出', exact: true }).click();
  await page.getByRole('heading', { name: '收到了' }).waitFor();
  expect(await page.locator('.holder').textContent()).toContain('第3网格网格员');
});
