import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sitDown, type Desks } from '../support/desk.ts';
import { openDistrict, phone, type OpenDistrict } from './open-district.ts';
import { saveShot } from './save-shot.ts';
import { panelOf, takeStep } from './take-step.ts';

/** A day on which version 3 of the request holds. */
const wednesday = new Date('2026-12-02T02:00:00Z');
const smallDesk = { width: 1366, height: 768 };

let district: OpenDistrict;
let desks: Desks;
beforeAll(async () => {
  district = await openDistrict(wednesday);
  desks = await sitDown(district.server);
});
afterAll(() => district.close());

test('a community says what it tried, somebody with a name follows it above, and the person reads both', async () => {
  const { matterId, number, code } = await district.raise({ category: 'lighting' });
  await desks.take('director', matterId, 'accept');
  const director = await district.signIn('director', smallDesk);
  await director.goto(`/console/matters/${matterId}`);
  await takeStep(director, '上报街道', async (panel) => {
    await panel.getByLabel('试过什么').fill('换过两次灯泡，又找物业查过线路，都没好。');
    await panel.getByText('没有执法权或审批权').click();
    await panel.getByLabel('具体卡在哪里').fill('公共线路归供电单位');
    await saveShot(director, 'going-up-form-desk');
  });
  await director.getByText('超出社区的权限，上报').first().waitFor();
  await saveShot(director, 'going-up-sent-desk');

  const liaison = await district.signIn('taskGroupLiaison', smallDesk);
  await liaison.goto(`/console/matters/${matterId}`);
  await panelOf(liaison).getByText('这是上报来的事').waitFor();
  await takeStep(liaison, '接手，定专人对接', async (panel) => {
    await panel.getByLabel('谁对接（姓名或职务、电话）').fill('联络员老徐 0571-5550100');
    await panel.getByLabel('打算怎么协调').fill('明天约供电单位到现场');
    await saveShot(liaison, 'going-up-liaison-desk');
  });

  const person = await district.visit(phone, { javaScript: false });
  await person.goto('/follow');
  await person.getByLabel('编号').fill(number);
  await person.getByLabel('查询码').fill(code);
  await person.getByRole('button').last().click();
  await person.getByText('换过两次灯泡').waitFor();
  await person.getByText('联络员老徐').waitFor();
  expect(await person.getByText('公共线路归供电单位').count()).toBe(0);
  await saveShot(person, 'going-up-follow-phone');
});

test('a matter of many is answered to everybody, who ask under it without a script, and read the answer in English too', async () => {
  const raised = await district.raise({ what: '整条巷子晚上都黑，大家都怕摔。', category: 'lighting' });
  await desks.take('director', raised.matterId, 'accept');
  for (let n = 0; n < 4; n += 1)
    await district.server.ask('POST', `/api/public/requests/${raised.number}/join`, {
      body: { commandId: randomUUID() },
    });
  const director = await district.signIn('director', smallDesk);
  await director.goto(`/console/matters/${raised.matterId}`);
  await panelOf(director).getByText('有 5 个人反映').first().waitFor();
  await saveShot(director, 'many-greyed-desk');
  await takeStep(director, '向大家公开答复', (panel) =>
    panel.getByLabel(/公开的说明/).fill('整条巷子的灯 12 月 5 日前换完，这几天晚上请走大路。'),
  );
  await panelOf(director).getByText('有 5 个人反映').first().waitFor({ state: 'detached' });

  const neighbour = await district.visit(phone, { javaScript: false });
  await neighbour.goto(`/see/${raised.number}`);
  await neighbour.getByRole('link', { name: '看大家的提问，也可以问一句' }).click();
  await neighbour.getByText('还没有人提问').waitFor();
  await neighbour.getByLabel('您的问题').fill('二号楼那边也换吗？');
  await neighbour.getByRole('button', { name: '提问' }).click();
  await neighbour.getByText('收到了，编号').waitFor();
  await neighbour.getByText('还没有回答').waitFor();
  await saveShot(neighbour, 'notice-asked-phone');

  await director.goto('/console/');
  await director.getByRole('link', { name: /二号楼那边也换吗/ }).click();
  await saveShot(director, 'notice-question-desk');
  await takeStep(director, '公开回答', (panel) =>
    panel.getByLabel(/公开的回答/).fill('二号楼也在这一批里，同一天换。'),
  );
  await neighbour.reload();
  await neighbour.getByText('二号楼也在这一批里').waitFor();
  expect(await neighbour.getByText('还没有回答').count()).toBe(0);
  await neighbour.context().addCookies([{ name: 'language', value: 'en', url: neighbour.url() }]);
  await neighbour.reload();
  await saveShot(neighbour, 'notice-answered-phone-en');
});
