import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, openDistrict, phone, type OpenDistrict } from './open-district.ts';
import { chooseBody, openFromQueue, panelOf, takeStep } from './take-step.ts';

const title = /路灯坏了/;
let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

const said = '我叫张桂芳，3号楼2单元1204的路灯坏了，晚上看不见路，打13912345678找我。';

test('it goes to the neighbour, back, up to the sub-district, is answered, I say no, it begins again, I say yes', async () => {
  const { number, code } = await district.raise({ what: said, phone: '139 1234 5678', category: 'lighting' });
  const [director, neighbour, liaison, lead, resident] = await Promise.all([
    district.signIn('director', desk),
    district.signIn('neighbourDirector', desk),
    district.signIn('taskGroupLiaison', desk),
    district.signIn('taskGroupLead', desk),
    district.visit(phone, { javaScript: false, isLarge: true }),
  ]);
  await openFromQueue(director, '待接手', title);
  await takeStep(director, '接手');
  await takeStep(director, '转办', async (panel) => {
    await chooseBody(panel, '转给', '安井社区');
    await panel.getByLabel('理由').fill('路灯在安井街那一侧');
  });
  await director.getByText(/对方接手前，仍由星井社区居民委员会负责/).waitFor();

  await openFromQueue(neighbour, '待接手', title);
  await takeStep(neighbour, '退回', (panel) => panel.getByLabel('理由').fill('这盏灯不在我们社区范围'));

  await director.getByRole('button', { name: '刷新' }).click();
  await director.getByText('安井社区居民委员会说明理由后退回，仍由原单位办理。').waitFor();
  await takeStep(director, '上报街道', (panel) => panel.getByLabel('理由').fill('要请路灯管理单位来换灯'));

  await openFromQueue(liaison, '待接手', title);
  await takeStep(liaison, '接手');
  const reply = '换了新的声控灯，张桂芳女士家门口亮了。';
  const panel = panelOf(liaison);
  await panel.getByRole('button', { name: '答复：已解决', exact: true }).click();
  await panel.getByText('凭证（有一样就行）：同一地点完成后的照片，或见证人或当面确认的情况').waitFor();
  await panel.getByLabel('怎么解决的').fill(reply);
  await panel.getByRole('button', { name: '答复：已解决', exact: true }).click();
  await panel.getByRole('button', { name: '确认：答复：已解决', exact: true }).click();
  await panel.getByText('答复“已解决”要有凭证').waitFor();
  expect(await panel.getByLabel('怎么解决的').inputValue()).toBe(reply);
  await panel.getByRole('button', { name: '先不办' }).click();
  await takeStep(liaison, '答复：已解决', (form) => form.getByLabel('谁见证').fill('反映人当面看过'));

  await resident.goto('/follow');
  await resident.getByLabel('编号').fill(number);
  await resident.getByLabel('查询码').fill(code);
  await resident.getByRole('button', { name: '查看' }).click();
  await resident.getByRole('heading', { name: '已答复，请您看看是不是解决了' }).waitFor();
  expect(await resident.getByText('反映人当面看过').count()).toBe(0);
  const question = resident.getByRole('region', { name: '现在请您说一句' });
  const send = resident.getByRole('button', { name: '送出', exact: true });
  await question.getByText('只解决了一部分，或者想多说几句').click();
  await resident.getByLabel('没有解决').check();
  await resident.getByLabel('非常不满意').check();
  await send.click();
  await resident.getByRole('alert').getByText('请选一下主要是哪一点不满意').waitFor();
  expect(await resident.getByLabel('没有解决').isChecked()).toBe(true);
  await resident.getByLabel('问题还在').check();
  await resident.getByLabel('想说的话').fill('昨晚还是不亮');
  await send.click();
  await resident.getByRole('heading', { name: '正在办' }).waitFor();
  expect(await question.count()).toBe(0);

  await liaison.getByRole('button', { name: '刷新' }).click();
  await liaison.getByText('反映人说没解决或不满意，重新办理。').waitFor();
  await takeStep(liaison, '答复：已解决（交第二人核查）', async (form) => {
    await form.getByLabel('怎么解决的').fill('重新接了线，张桂芳女士家门口的灯全亮了。');
    await form.getByLabel('谁见证').fill('反映人当面看过');
  });
  await resident.reload();
  await resident.getByRole('heading', { name: '说办好了，正由另一个人去核对' }).waitFor();
  await openFromQueue(lead, '待核查', title);
  await takeStep(lead, '核查属实', (form) => form.getByLabel('怎么核查的').fill('晚上到楼下看过，灯都亮。'));
  await resident.reload();
  await resident.getByRole('button', { name: '解决了，非常满意' }).click();
  await resident.getByRole('heading', { name: '已解决', level: 1 }).waitFor();
  await resident.getByText('都做了什么').click(); // in large letters it is folded up
  await resident.getByText('星井社区居民委员会请安井社区居民委员会接手。').waitFor();

  const stranger = await district.visit(phone, { javaScript: false });
  await stranger.goto('/see');
  await stranger.getByLabel('找什么').fill('路灯');
  await stranger.getByRole('button', { name: '查找' }).click();
  await stranger
    .getByRole('main')
    .getByRole('link', { name: /路灯坏了/ })
    .click();
  await stranger.getByText('已解决').first().waitFor();
  await stranger.getByText('非常满意').waitFor();
  await stranger.getByText('重新接了线').waitFor();
  expect(await stranger.content()).not.toMatch(/张桂芳|13912345678|1204/);
});
