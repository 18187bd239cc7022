import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, openDistrict, phone, type OpenDistrict } from './open-district.ts';
import { openFromQueue, panelOf, takeStep, unfoldFor } from './take-step.ts';

let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

test('without JavaScript I say "mine too"; a like matter is merged in; at the end I say that it is not solved', async () => {
  const main = await district.raise({ what: '小区南门的路灯全不亮，晚上不敢走。', category: 'lighting' });
  const twice = await district.raise({ what: '南门那排灯坏了好几天了。', category: 'lighting' });
  const [clerk, director, neighbour] = await Promise.all([
    district.signIn('clerk', desk),
    district.signIn('director', desk),
    district.visit(phone, { javaScript: false }),
  ]);
  await openFromQueue(clerk, '待接手', /南门的路灯全不亮/);
  await takeStep(clerk, '接手');

  await neighbour.goto('/see');
  await neighbour.getByRole('link', { name: /南门的路灯全不亮/ }).click();
  await neighbour.getByLabel('想补充的话').fill('我住南门边上，也摔过一跤。');
  await neighbour.getByRole('button', { name: '这也是我的事' }).click();
  await neighbour.getByRole('heading', { name: '收到了' }).waitFor();
  const number = (await neighbour.locator('.slip dd').first().textContent()) ?? '';
  expect(number).not.toBe(main.number);
  await neighbour.getByRole('link', { name: '看进度' }).click();
  await neighbour.getByRole('heading', { name: '您已附议，和邻居的那件一起办' }).waitFor();
  await neighbour.getByRole('heading', { name: `和它一起办：${main.number}` }).waitFor();

  await clerk.goto('/console/');
  await openFromQueue(clerk, '待接手', /南门那排灯坏了/);
  const panel = panelOf(clerk);
  await unfoldFor(panel, '与另一件重复');
  await panel.getByRole('button', { name: '与另一件重复' }).click();
  await panel.getByLabel('那一件的编号').fill(twice.number);
  await panel.getByLabel('告诉反映人').fill('和邻居反映的是同一排灯，合在一起办。');
  await panel.getByRole('button', { name: '与另一件重复' }).click();
  await panel.getByRole('button', { name: '确认：与另一件重复' }).click();
  await panel.getByText('不能并到自己').waitFor();
  await panel.getByRole('button', { name: '先不办' }).click();
  await takeStep(clerk, '与另一件重复', (form) => form.getByLabel('那一件的编号').fill(main.number));
  await clerk
    .getByRole('region', { name: '关联事项' })
    .getByRole('link', { name: /南门的路灯全不亮/ })
    .click();
  await clerk.getByText('2 人附议').waitFor();
  await takeStep(clerk, '答复：已解决', async (form) => {
    await form.getByLabel('怎么解决的').fill('南门一排路灯换了线路，全部亮了。');
    await form.getByLabel('谁见证').fill('物业值班员在场');
  });

  const reporterOfTwice = await district.visit(phone, { javaScript: false });
  await reporterOfTwice.goto('/follow');
  await reporterOfTwice.getByLabel('编号').fill(twice.number);
  await reporterOfTwice.getByLabel('查询码').fill(twice.code);
  await reporterOfTwice.getByRole('button', { name: '查看' }).click();
  await reporterOfTwice.getByText('南门一排路灯换了线路，全部亮了。').waitFor();
  await reporterOfTwice.getByRole('button', { name: '解决了', exact: true }).click();
  await reporterOfTwice.getByText('附议的邻居里，1 人说解决了，0 人说没解决。').waitFor();

  await neighbour.reload();
  await neighbour.getByText('只解决了一部分，或者想多说几句').click();
  await neighbour.getByLabel('没有解决').check();
  await neighbour.getByLabel('想说的话').fill('最东头两盏还是黑的');
  await neighbour.getByRole('button', { name: '送出', exact: true }).click();
  await neighbour.getByText('附议的邻居里，1 人说解决了，1 人说没解决。').waitFor();
  expect(await neighbour.content()).not.toContain('晚上不敢走'); // what the other asker wrote stays theirs

  await openFromQueue(director, '待核查', /南门的路灯全不亮/);
  await director.getByText('最东头两盏还是黑的').waitFor();
  await takeStep(director, '核查不属实，退回再办', (form) => form.getByLabel('理由').fill('东头两盏确实没亮'));
  await neighbour.reload();
  await neighbour.getByText('正在办').first().waitFor();
});
