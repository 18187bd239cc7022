import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, openDistrict, phone, type OpenDistrict } from './open-district.ts';
import { takePhoto } from './photo.ts';
import { openFromQueue, panelOf } from './take-step.ts';

const title = '楼道里的灯全坏了，晚上看不见路。';
let district: OpenDistrict;
let raised: { number: string; code: string };
beforeAll(async () => {
  district = await openDistrict();
  raised = await district.raise({ what: title });
});
afterAll(() => district.close());

/** What breaks WCAG 2.1 AA on this page, as "rule: where". */
const brokenOn = async (page: Page): Promise<string[]> => {
  const { violations, passes } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .setLegacyMode()
    .analyze();
  expect(passes.length).toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
};

/** Walks through every page of the site, with all its folds open. */
async function walkSite(page: Page, look: (page: Page, name: string) => Promise<void>) {
  const next = page.getByRole('button', { name: '下一步' });
  const see = async (name: string) => {
    await page.getByRole('main').waitFor();
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    await look(page, name);
  };
  await page.goto('/');
  await see('home');
  await page.goto('/report');
  await next.click();
  await page.getByRole('alert').waitFor();
  await see('report, page 1, faulty');
  await page.getByLabel('出了什么事').fill('楼道灯坏了，换了两次还是不亮。');
  await page.getByLabel(/^照片/).setInputFiles(await takePhoto());
  await see('report, page 1');
  await next.click();
  await page.getByRole('combobox', { name: '哪个社区' }).selectOption('星井社区');
  await page.getByLabel('具体在哪儿').fill('3号楼');
  await see('report, page 2');
  await next.click();
  await page.getByRole('heading', { name: '看一看，送出去' }).waitFor();
  await see('report, page 3');
  await page.getByRole('button', { name: '送出', exact: true }).click();
  await page.getByRole('heading', { name: '收到了' }).waitFor();
  await see('receipt');
  await page.goto('/follow');
  await see('follow, number and code');
  await page.getByLabel('编号').fill(raised.number);
  await page.getByLabel('查询码').fill(raised.code);
  await page.getByRole('button', { name: '查看' }).click();
  await page.getByRole('heading', { name: '已收到，等社区接手' }).waitFor();
  await see('follow');
  await page.getByRole('link', { name: '有新进展告诉我' }).click();
  await page.getByRole('heading', { name: '有新进展告诉我' }).waitFor();
  await see('follow, messages');
  await page.goto('/see');
  await see('see');
  await page.goto('/see?category=lighting&standing=open');
  await see('see, narrowed down');
  await page.goto('/figures');
  await see('figures');
  await page.goto('/communities/990102001001');
  await see('community');
  await page.goto('/open-data');
  await see('open data');
  await page.goto('/procedures/resident-request');
  await see('procedure');
  await page.goto('/nowhere');
  await see('no such page');
}

describe('the site', () => {
  test('breaks no rule of WCAG 2.1 AA on any page', async () => {
    const broken: Record<string, string[]> = {};
    await walkSite(await district.visit(phone), async (page, name) => {
      broken[name] = await brokenOn(page);
    });
    expect(Object.keys(broken)).toHaveLength(16);
    expect(Object.entries(broken).filter(([, found]) => found.length > 0)).toEqual([]);
  });

  test('needs no scrolling sideways on a screen of 320 pixels, in either size of letters', async () => {
    const widths: Record<string, number> = {};
    const measure = (size: string) => async (page: Page, name: string) => {
      widths[`${name}, ${size}`] = await page.evaluate(() => document.documentElement.scrollWidth);
    };
    const narrow = { width: 320, height: 640 };
    await walkSite(await district.visit(narrow), measure('normal'));
    const large = await district.visit(narrow);
    await large.goto('/prefs?size=large&back=/');
    await walkSite(large, measure('large'));
    expect(Object.entries(widths).filter(([, width]) => width > narrow.width)).toEqual([]);
  });

  test('in the size for elders has targets of 56 pixels and letters of 24', async () => {
    const small = new Set<string>();
    const page = await district.visit(phone);
    await page.goto('/');
    await page.getByRole('link', { name: '长辈版' }).click();
    await page.locator('html.large').waitFor();
    await walkSite(page, async (shown, name) => {
      for (const found of await shown.evaluate(tooSmallForElders)) small.add(`${name}: ${found}`);
    });
    expect([...small]).toEqual([]);
  });
});

describe('the console', () => {
  test('breaks no rule of WCAG 2.1 AA in what one was told and on the pages by which limits are kept', async () => {
    const page = await district.signIn('dispatchLead', desk);
    const found: Record<string, string[]> = {};
    for (const [path, heading] of [
      ['/console/notices', '消息'],
      ['/console/manage/calendar', '2026 年本区日历'],
      ['/console/manage/limits', '本区可调整的时限'],
      ['/console/manage/outbox', '发件箱'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('heading', { name: heading }).waitFor();
      await page.getByText('正在打开').waitFor({ state: 'hidden' });
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      found[path] = await brokenOn(page);
    }
    await page.goto('/console/manage/calendar');
    await page.getByRole('button', { name: /2026年11月19日/ }).click();
    await page.getByRole('region', { name: '2026-11-19' }).waitFor();
    found['a chosen day'] = await brokenOn(page);
    expect(Object.entries(found).filter(([, broken]) => broken.length > 0)).toEqual([]);
  });

  test('breaks no rule of WCAG 2.1 AA at the door, in the queue and at a matter with an open form', async () => {
    const stranger = await district.visit(desk);
    await stranger.goto('/console/');
    await stranger.getByRole('button', { name: district.nameOf('director') }).waitFor();
    expect(await brokenOn(stranger)).toEqual([]);

    const page = await district.signIn('director', desk);
    await page.getByRole('link', { name: title }).waitFor();
    expect(await brokenOn(page)).toEqual([]);
    await openFromQueue(page, '待接手', title);
    await page.getByText('怎么反映的').waitFor();
    expect(await brokenOn(page)).toEqual([]);
    await panelOf(page).getByRole('button', { name: '接手' }).click();
    await panelOf(page).getByLabel('打算怎么办').waitFor();
    expect(await brokenOn(page)).toEqual([]);
  });

  test('breaks no rule on the pages of posts, vacancies and deputies, with their forms open', async () => {
    const page = await district.signIn('administrator', desk);
    await page.goto('/console/manage/posts?area=990102001001');
    await page.getByRole('button', { name: /^结束任职 社区主任/ }).click();
    await page.getByRole('button', { name: /^安排代理 社区书记/ }).click();
    await page.getByRole('button', { name: /^任命 社区工作者/ }).click();
    await page
      .getByRole('button', { name: /^新设岗位/ })
      .first()
      .click();
    await page.getByRole('form').nth(3).waitFor();
    expect(await brokenOn(page)).toEqual([]);
    await page.goto('/console/manage/vacancies');
    await page.getByRole('table').waitFor();
    expect(await brokenOn(page)).toEqual([]);
    await page.goto('/console/manage/deputies');
    await page
      .getByRole('button', { name: /安排代理/ })
      .first()
      .click();
    await page.getByRole('form').waitFor();
    expect(await brokenOn(page)).toEqual([]);
  });
});

/** Runs in the page: what can be pressed and is lower than 56 pixels, and words smaller than 24. */
function tooSmallForElders(): string[] {
  const seen = (one: Element) => one.getClientRects().length > 0 && one.getBoundingClientRect().width > 1;
  const named = (one: Element) => `${one.tagName.toLowerCase()} ${(one.textContent ?? '').trim().slice(0, 20)}`;
  const pressed = [...document.querySelectorAll('a, button, input, select, textarea, summary')].filter(seen);
  const low = pressed.filter((one) => (one.closest('label') ?? one).getBoundingClientRect().height < 56);
  const words = [...document.querySelectorAll('body *')].filter(
    (one) =>
      seen(one) &&
      one.closest('svg') === null &&
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) &&
      parseFloat(getComputedStyle(one).fontSize) < 24,
  );
  return [
    ...low.map((one) => `${named(one)} is ${one.getBoundingClientRect().height} high`),
    ...words.map((one) => `${named(one)} has letters of ${getComputedStyle(one).fontSize}`),
  ];
}
