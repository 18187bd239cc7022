import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, openDistrict, type OpenDistrict } from './open-district.ts';
import { openFromQueue, panelOf } from './take-step.ts';

let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

test('two of us press accept at the same moment, and the second reads who did', async () => {
  const title = '楼道里的声控灯整夜不灭，请关一关。';
  await district.raise({ what: title });
  const both = await Promise.all(['director', 'clerk'].map((key) => district.signIn(key, desk)));
  const accept = (page: Page) => panelOf(page).getByRole('button', { name: '接手' });
  for (const page of both) {
    await openFromQueue(page, '待接手', title);
    await accept(page).click();
    await panelOf(page).getByLabel('打算怎么办').fill('今天下午去看');
  }
  await Promise.all(both.map((page) => accept(page).click()));

  const outcomes = await Promise.all(
    both.map(async (page) => {
      const won = page.getByText('已送出：接手');
      const lost = page.getByText('您填写期间，这件事有了变化：');
      await won.or(lost).first().waitFor();
      return { page, won: await won.isVisible() };
    }),
  );
  expect(outcomes.map(({ won }) => won).sort()).toEqual([false, true]);
  const second = outcomes.find(({ won }) => !won)?.page as Page;
  const first = district.nameOf(outcomes[0]?.won ? 'director' : 'clerk');
  const form = panelOf(second);
  await form.getByText(`星井社区居民委员会已经接手，${first}负责。`).waitFor();
  await form.getByText('这一步现在不能办了').waitFor();
  expect(await form.getByLabel('打算怎么办').inputValue()).toBe('今天下午去看');
});

test('a step that somebody else took while I wrote cannot be pressed any more, says why, and keeps my words', async () => {
  const title = '单元门的闭门器坏了，半夜响得厉害。';
  await district.raise({ what: title });
  const mine = await district.signIn('director', desk);
  const theirs = await district.signIn('clerk', desk);
  const accept = (page: Page) => panelOf(page).getByRole('button', { name: '接手' });
  for (const page of [mine, theirs]) {
    await openFromQueue(page, '待接手', title);
    await accept(page).click();
  }
  await panelOf(mine).getByLabel('打算怎么办').fill('下午带师傅去换');
  await accept(theirs).click();
  await theirs.getByText('已送出：接手').waitFor();
  await mine.getByRole('button', { name: '刷新' }).click();

  await panelOf(mine).getByText('您填写期间，这件事有了变化：').waitFor();
  await panelOf(mine)
    .getByText(`星井社区居民委员会已经接手，${district.nameOf('clerk')}负责。`)
    .waitFor();
  expect(await accept(mine).getAttribute('aria-disabled')).toBe('true');
  await accept(mine).click({ force: true });
  expect(await panelOf(mine).getByRole('alert').textContent()).toBe('');
  expect(await panelOf(mine).getByLabel('打算怎么办').inputValue()).toBe('下午带师傅去换');
});

test('the director does her morning by keyboard alone', async () => {
  const titles = ['电梯每天都卡在四楼，困过两次人。', '垃圾桶三天没有人清，味道很大。'];
  for (const what of titles) await district.raise({ what });
  const page = await district.signIn('director', desk);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const heading = (title: string) => page.getByRole('heading', { name: title, level: 1 });
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await page.getByRole('link', { name: titles[1] as string }).waitFor();

  await press('/');
  await page.keyboard.type('电梯');
  await press('Enter');
  await page.getByText('共1件').waitFor();
  await press('Escape', 'j', 'Enter');
  await heading(titles[0] as string).waitFor();
  await page.getByText('还剩').first().waitFor();
  await press('1');
  await page.keyboard.type('上午就去看');
  await press('Control+Enter');
  await page.getByText('已送出：接手').waitFor();
  await panelOf(page).getByRole('button', { name: '记一笔进展' }).waitFor();

  const steps = await panelOf(page).getByRole('listitem').allTextContents();
  const digit = steps.findIndex((words) => words.startsWith('记一笔进展')) + 1;
  await press(String(digit));
  await page.keyboard.type('维保公司十点到');
  await press('Escape');
  await expect.poll(focused).toContain('记一笔进展');
  await press(String(digit), 'Control+Enter');
  await page.getByText('已送出：记一笔进展').waitFor();
  await page.getByRole('listitem').filter({ hasText: '维保公司十点到' }).first().waitFor();

  await press('g', 'q');
  const mostUrgent = page.getByRole('table').getByRole('link').first();
  await expect.poll(() => mostUrgent.textContent()).toBe(titles[1]);
  await press('j');
  await expect.poll(focused).toBe(titles[1]);
  await press('j');
  await expect.poll(focused).not.toBe(titles[1]);
  await press('k');
  await expect.poll(focused).toBe(titles[1]);
  await press('?');
  await page.getByRole('dialog').getByText('下一件').waitFor();
});

test('I take down a request at the counter for someone without a phone and print the slip', async () => {
  const page = await district.signIn('clerk', desk);
  await page.getByRole('link', { name: '代录' }).click();
  const send = page.getByRole('button', { name: '录入并出回执' });
  await send.click();
  await page.getByText('这一项还没填。').first().waitFor();
  const what = '老人家里的水管漏了两天，自己不会用手机。';
  await page.getByLabel('什么事').fill(what);
  await page.getByTitle('星井社区', { exact: true }).waitFor();
  await page.getByLabel('在哪里').fill('麦香雅苑 2 号楼');
  await send.click();
  const slip = page.getByRole('article');
  await slip.getByRole('heading', { name: '回执' }).waitFor();
  await slip.getByText(what).waitFor();
  await slip.getByText(district.nameOf('clerk')).waitFor();
  const [number, code] = await slip.locator('dd.number').allTextContents();

  await page.evaluate(() => {
    window.print = () => document.body.classList.add('was-printed');
  });
  await page.getByRole('button', { name: '打印回执' }).click();
  await page.locator('body.was-printed').waitFor();
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.getByRole('button', { name: '打印回执' }).isVisible()).toBe(false);
  expect(await page.getByRole('banner').isVisible()).toBe(false);
  expect(await slip.isVisible()).toBe(true);

  const { status, body } = await district.server.ask('POST', '/api/public/follow', { body: { number, code } });
  expect([status, body.title]).toEqual([200, what]);
});

describe('a worker of another community', () => {
  test('finds "not found" at the address of our matter, and none of it in the lists', async () => {
    const what = '五号楼顶楼漏雨，墙都湿透了。';
    const { matterId } = await district.raise({ what });
    const page = await district.signIn('neighbourDirector', desk);
    await page.getByText('这里没有要办的事。').waitFor();
    await page.goto('/console/?queue=newest');
    await page.getByText('这里没有要办的事。').waitFor();
    await page.goto(`/console/matters/${matterId}`);
    await page.getByText('没有找到这件事。可能编号有误，或者不在您的工作范围内。').waitFor();
    expect(await page.content()).not.toContain(what);
    await page.getByRole('link', { name: '回到首页' }).click();
    await page.getByRole('heading', { name: '全部未结' }).waitFor();
  });
});

test('the head of the queue stays in sight when its rows are scrolled', async () => {
  for (let n = 1; n <= 20; n += 1) await district.raise({ what: `第 ${n} 盏楼道灯不亮，请来看看。` });
  const page = await district.signIn('director', desk);
  const head = page.getByRole('columnheader', { name: '什么事' });
  await head.waitFor();
  await page.getByRole('row').nth(20).waitFor();
  await page.mouse.wheel(0, 900);
  await page.waitForFunction(() => scrollY > 300);
  expect((await head.boundingBox())?.y).toBe(0);
});
