import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sitDown, type Desks } from '../support/desk.ts';
import { desk, openDistrict, phone, type OpenDistrict } from './open-district.ts';
import { saveShot } from './save-shot.ts';
import { takeStep } from './take-step.ts';

let district: OpenDistrict;
let desks: Desks;
beforeAll(async () => {
  district = await openDistrict();
  desks = await sitDown(district.server);
});
afterAll(() => district.close());

const street = 'taskGroupLiaison';

test('a street calls, a department says it comes, and the whistle shows it on the desk and on a phone', async () => {
  const opened = await desks.open(
    street,
    'whistle',
    {
      what: '早市占道、油烟扰民、消防通道被堵，请几家一起到现场解决。',
      tried: '街道劝离三次，没有执法权，每次都回潮。',
    },
    randomUUID(),
  );
  const id = opened.body.matterId as string;
  await desks.take(street, id, 'call', {
    body: desks.bodyIdOf('departmentClerk'),
    part: 'lead',
    task: '拆掉灯杆上的私拉电线',
    gather: '周四上午九点，早市东口',
  });
  const liaison = await district.signIn(street, desk);
  await liaison.goto(`/console/matters/${id}`);
  const card = liaison.getByRole('region', { name: '交给了谁，办得怎么样' });
  await card.getByText('等回话').waitFor();
  expect(await card.getByText('共 1 项，已了结 0 项').count()).toBe(1);
  // Neither settled nor withdrawn before the part has ended, and both say why.
  expect(await liaison.getByText('还有 1 项交办没有办结').count()).toBe(2);
  await saveShot(liaison, 'whistle-called-desk');

  const clerk = await district.signIn('departmentClerk', phone);
  const { tasks } = await desks.page('departmentClerk', id);
  await clerk.goto(`/console/matters/${tasks[0].id}`);
  await takeStep(clerk, '答应到场', async (panel) => {
    await panel.getByLabel('谁来（写职务，不写姓名）').fill('照明科科长');
    await panel.getByLabel('什么时候到').fill('周四上午九点');
    await saveShot(clerk, 'whistle-come-phone');
  });

  await liaison.reload();
  await card.getByText('答应到场').first().waitFor();
  await saveShot(liaison, 'whistle-coming-desk');
  await clerk.goto(`/console/matters/${id}`);
  await clerk.getByRole('region', { name: '交给了谁，办得怎么样' }).waitFor();
  await saveShot(clerk, 'whistle-whole-phone');
});
