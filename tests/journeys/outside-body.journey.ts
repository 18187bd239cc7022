import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeOf } from '../../apps/server/exchange.ts';
import { lookAtSystems, sendHandoffs } from '../../modules/partners/index.ts';
import { brokenOn } from '../support/broken-rules.ts';
import { sitDown, type Desks } from '../support/desk.ts';
import { openTheirSystem, type TheirSystem } from '../support/their-system.ts';
import { desk, openDistrict, phone, type OpenDistrict } from './open-district.ts';
import { saveShot } from './save-shot.ts';
import { chooseBody, panelOf, takeStep, unfoldFor } from './take-step.ts';

const friday = new Date('2026-11-27T02:00:00Z');
let district: OpenDistrict;
let desks: Desks;
let theirs: TheirSystem;
beforeAll(async () => {
  district = await openDistrict(friday);
  desks = await sitDown(district.server);
  theirs = await openTheirSystem();
});
afterAll(async () => {
  await theirs.close();
  await district.close();
});

test('the centre connects the water company, a director asks it, and what it says comes back to be looked at', async () => {
  const lead = await district.signIn('dispatchLead', desk);
  await lead.goto('/console/manage');
  await lead.getByRole('link', { name: '外单位系统对接' }).click();
  await lead.getByText('还没有对接任何外单位').waitFor();
  await lead.getByRole('button', { name: '对接一家' }).click();
  await lead.getByRole('combobox', { name: '哪家单位' }).fill('供水');
  await lead.locator('.ant-select-item-option', { hasText: '供水' }).click();
  await lead.getByLabel('对方的接口网址').fill('https://water.example.cn/');
  await lead.getByRole('button', { name: '试连' }).click();
  await lead.getByText('服务器还不能访问 https://water.example.cn').waitFor();
  await lead.getByLabel('对方的接口网址').fill(theirs.address);
  await lead.getByRole('button', { name: '试连' }).click();
  await lead.getByText('连上了，对方受理 2 类服务').waitFor();
  await lead.getByLabel('密钥（api_key）').fill('their-key');
  await lead.getByRole('button', { name: '保存，开始对接' }).click();
  await lead.getByText('请选一个“其他类别”用的对方服务').waitFor();
  await lead.getByRole('combobox', { name: '没有单独对照的都送到' }).fill('漏水');
  await lead.locator('.ant-select-item-option', { hasText: '漏水（17）' }).last().click();
  expect(await brokenOn(lead)).toEqual([]);
  await saveShot(lead, 'partners-form-desk');
  await lead.getByRole('button', { name: '保存，开始对接' }).click();
  await lead.getByText('还没有往来').waitFor();
  expect(await brokenOn(lead)).toEqual([]);

  const { matterId } = await district.raise({ what: '门口水管漏水', category: 'water' });
  await desks.take('director', matterId, 'accept');
  const director = await district.signIn('director', desk);
  await director.goto(`/console/matters/${matterId}`);
  await unfoldFor(panelOf(director), '请外单位办理');
  await takeStep(director, '请外单位办理', async (panel) => {
    await chooseBody(panel, '请哪个外单位办', '供水公司');
    await panel.getByLabel('请它做什么').fill('水管漏水，请来修');
  });
  expect(await sendHandoffs(exchangeOf(district.server.ground))).toBe(1);
  theirs.says('W-1', 'closed', '换了一段管');
  expect(await lookAtSystems(exchangeOf(district.server.ground))).toBe(1);

  const clerk = await district.signIn('clerk', phone);
  const { tasks } = await desks.page('director', matterId);
  await clerk.goto(`/console/matters/${tasks[0].id}`);
  const card = clerk.getByRole('region', { name: '对方的系统' });
  await card.getByText('对方已办结').waitFor();
  expect(await card.getByText('对方编号 W-1').count()).toBe(1);
  expect(await brokenOn(clerk)).toEqual([]);
  await saveShot(clerk, 'outside-closed-phone');
  await takeStep(clerk, '核实，办结', async (panel) => {
    await panel.getByLabel('解决了', { exact: true }).check();
    await panel.getByLabel('怎么核实的，看到什么').fill('到门口看过，不漏了');
  });
  await clerk.getByText('已核实办结').first().waitFor();
  await director.reload();
  await director.getByText('共 1 项，已了结 1 项').waitFor();
  await saveShot(director, 'outside-done-desk');

  // What is taken back here stays in their system, and the card says so.
  const more = { body: '01900000-0000-7000-8004-100000000001', task: '阀门也请看一下' };
  await desks.take('director', matterId, 'askOutside', more);
  await sendHandoffs(exchangeOf(district.server.ground));
  const [, second] = (await desks.page('director', matterId)).tasks;
  await desks.take('director', second.id, 'takeBack', { reason: '阀门是好的，不用来了' });
  await director.goto(`/console/matters/${second.id}`);
  await director.getByText('对方系统里的这一件不会自动撤销').waitFor();
});
