import { afterAll, beforeAll, expect, test } from 'vitest';
import { sitDown } from '../support/desk.ts';
import { desk, openDistrict, type OpenDistrict } from './open-district.ts';
import { chooseBody, openFromQueue, panelOf, takeStep } from './take-step.ts';

let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
  const { take, bodyIdOf } = await sitDown(district.server);
  const { matterId } = await district.raise({ category: 'noise' });
  await take('director', matterId, 'accept');
  for (const _ of ['first', 'second']) {
    await take('director', matterId, 'escalate', { reason: '要请街道来协调' });
    await take('taskGroupLiaison', matterId, 'refuse', { reason: '社区自己可以办' });
  }
  await take('director', matterId, 'escalate', { reason: '请街道裁定由谁办' });
  const ruling = { body: bodyIdOf('director'), reason: '声音从那边的棋牌室来，由那边社区协调。' };
  await take('taskGroupLead', matterId, 'rule', ruling);
});
afterAll(() => district.close());

test('who is about to pass a like matter on reads how it was ruled before, and why', async () => {
  await district.raise({ category: 'noise', community: '990102001002', what: '楼下棋牌室夜里太吵' });
  const page = await district.signIn('neighbourDirector', desk);
  await openFromQueue(page, '待接手', /棋牌室/);
  await takeStep(page, '接手');
  const panel = panelOf(page);
  await panel.getByRole('button', { name: '转办', exact: true }).click();
  await panel.getByText('先前裁定：同类事项由星井社区居民委员会办（11月18日）。').waitFor();
  const why = panel.getByText('声音从那边的棋牌室来');
  expect(await why.isVisible()).toBe(false);
  await panel.getByText('当时为什么这样裁定').click();
  expect(await why.isVisible()).toBe(true);
  await panel.getByText(/裁定前经手或被转到的单位：星井社区居民委员会、/).waitFor();
  await panel.getByRole('combobox', { name: '转给' }).click();
  await page.locator('.ant-select-item-option', { hasText: '星井社区居民委员会（建议）' }).waitFor();

  await chooseBody(panel, '转给', '星井社区');
  await panel.getByLabel('理由').fill('先前已经裁定由那边协调');
  await page.getByText('安井社区居民委员会请星井社区居民委员会接手。').waitFor();
});
