import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, openDistrict, phone, type OpenDistrict } from './open-district.ts';
import { brokenOn } from '../support/broken-rules.ts';
import { measure } from '../support/watch-site.ts';
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
  const photos = page.getByLabel(/^照片/);
  if ((await photos.count()) === 0) await next.click(); // in large letters photos have a page of their own
  await photos.setInputFiles(await takePhoto());
  await see('report, photos');
  await next.click();
  await page.getByRole('button', { name: '在地图上点' }).click();
  await page.getByRole('heading', { name: '在地图上点一下' }).waitFor();
  await see('report, map');
  await page.getByRole('button', { name: '不用地图了' }).click();
  await page.getByLabel('具体在哪儿').fill('星井社区居委会对面');
  await see('report, place');
  await next.click();
  await page.getByRole('heading', { name: '看一看，送出去' }).waitFor();
  await see('report, sending');
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
  await page.goto('/more');
  await see('more');
  await page.goto('/reception');
  await see('reception');
  await page.goto('/reception/mine');
  await see('reception, mine');
  await page.goto('/root-causes');
  await see('root causes');
  await page.goto('/nowhere');
  await see('no such page');
}

describe('the site', () => {
  /** Walks through it in a window of 320 pixels and says for each page what is wrong with it. */
  const faultsInWalk = async (isLarge: boolean): Promise<[string, string[]][]> => {
    const faults: [string, string[]][] = [];
    const narrow = { width: 320, height: 640 };
    await walkSite(await district.visit(narrow, { isLarge }), async (page, name) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      faults.push([
        name,
        [
          ...(await brokenOn(page, { besides: isLarge ? ['color-contrast-enhanced'] : [] })),
          ...(await measure(page)),
          ...(width > narrow.width ? [`is ${width} wide`] : []),
        ],
      ]);
    });
    return faults;
  };

  test.each([
    ['breaks no rule of WCAG 2.1 AA, keeps its measures and needs no scrolling sideways on any page', false],
    [
      'nor in large letters, with targets of 56 pixels, letters of 24, room between paragraphs, and contrast of 7',
      true,
    ],
  ])('%s', async (_, isLarge) => {
    const faults = await faultsInWalk(isLarge);
    expect(faults).toHaveLength(21);
    expect(faults.filter(([, found]) => found.length > 0)).toEqual([]);
  });

  test('an older person finds 长辈版 on the first screen, and it is kept', async () => {
    const page = await district.visit(phone);
    await page.goto('/');
    await page.getByRole('link', { name: '长辈版' }).click();
    await page.locator('html.large').waitFor();
    await page.goto('/report');
    expect(await page.locator('html.large').count()).toBe(1);
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
      ['/console/coordination', '协调台'],
      ['/console/manage/officers', '信息员'],
      ['/console/repeats', '反复出现的事'],
      ['/console/reception', '领导接访'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('heading', { name: heading }).waitFor();
      await page.getByText('正在打开').waitFor({ state: 'hidden' });
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      found[path] = await brokenOn(page);
    }
    await page.goto('/console/manage/calendar');
    await page.getByRole('button', { name: /2026年11月19日/ }).click();
    await page.getByRole('region', { name: '11月19日' }).waitFor();
    found['a chosen day'] = await brokenOn(page);

    const liaison = await district.signIn('taskGroupLiaison', desk);
    await liaison.goto('/console/meetings');
    await liaison.getByLabel('在哪里开').fill('街道办二楼会议室');
    found['/console/meetings'] = await brokenOn(liaison);
    await liaison.getByRole('button', { name: '召集' }).click();
    await liaison.getByRole('heading', { name: '系统提出的议题' }).waitFor();
    found['a meeting'] = await brokenOn(liaison);
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
