import { afterAll, beforeAll, expect, test } from 'vitest';
import { sitDown, type Desks } from '../support/desk.ts';
import { desk, openDistrict, type OpenDistrict } from './open-district.ts';
import { chooseBody, panelOf, takeStep } from './take-step.ts';

let district: OpenDistrict;
let desks: Desks;
beforeAll(async () => {
  district = await openDistrict();
  desks = await sitDown(district.server);
});
afterAll(() => district.close());

const question = '开发公司注销以后，车库充电桩报装由谁出具产权同意书？';
const answer = '由业主委员会或者居民委员会出具意见，和报装申请一起交。';

test('a task group asks a department what can be done; the department answers, and the community reads the way', async () => {
  const opened = await desks.open('director', 'escalation', {
    what: '车库充电桩报装，产权方找不到，请协调。',
    tried: '找过物业和原开发公司，公司已经注销，物业不敢签字。',
    beyond: 'policy',
    why: '谁能签同意书说不清。',
    body: desks.bodyIdOf('taskGroupLiaison'),
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(200);
  const whole = `/console/matters/${opened.body.matterId}`;
  await desks.take('taskGroupLiaison', opened.body.matterId, 'nameLiaison', {
    liaison: '工作组联络员',
    plan: '先问供电的规定。',
  });

  const liaison = await district.signIn('taskGroupLiaison', desk);
  await liaison.goto(whole);
  await takeStep(liaison, '请部门出主意', async (panel) => {
    await panel.getByLabel('问什么').fill(question);
    const preview = liaison.getByRole('region', { name: /会这样读到/ });
    const name = district.nameOf('taskGroupLiaison');
    await preview.getByText(`${name}请…出主意（新的一件）。`).waitFor();
    await chooseBody(panel, '请哪一家', '城市管理局');
    await preview.getByText(`${name}请栖川区城市管理局出主意（新的一件）。`).waitFor();
  });
  await panelOf(liaison).getByText('还有 1 项交办没有办结').waitFor();

  const clerk = await district.signIn('departmentClerk', desk);
  const { tasks } = await desks.page('director', opened.body.matterId);
  await clerk.goto(`/console/matters/${tasks[0].id}`);
  await takeStep(clerk, '答问', async (panel) => {
    await panel.getByLabel('办法').fill(answer);
    await panel.getByLabel('依据（文件名、条款）').fill('《电力供应与使用条例》第二十三条');
  });

  const director = await district.signIn('director', desk);
  await director.goto(whole);
  const card = director.getByRole('region', { name: '交给了谁，办得怎么样' });
  await card.getByText('共 1 项，已了结 1 项').waitFor();
  await card.getByRole('link').first().click();
  await director.getByText(answer).first().waitFor();
});
