import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, openDistrict, phone, type OpenDistrict } from './open-district.ts';
import { openFromQueue, takeStep } from './take-step.ts';

let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

test('an administrator ends a clerk’s post, and the clerk’s open page is refused at the next click', async () => {
  await district.raise({ what: '二号楼门口的路灯坏了，晚上看不见。', category: 'lighting' });
  const [clerk, admin] = await Promise.all([district.signIn('clerk', desk), district.signIn('administrator', desk)]);
  await clerk
    .getByRole('link', { name: /路灯坏了/ })
    .first()
    .waitFor();

  await admin.getByRole('heading', { name: '管理', level: 1 }).waitFor();
  expect(await admin.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '待办' }).count()).toBe(0);
  await admin.getByRole('link', { name: '机构与岗位' }).click();
  await admin.getByRole('navigation', { name: '区域' }).getByText('云山街道').click();
  await admin.getByRole('link', { name: '安井社区' }).waitFor();
  await admin.goto('/console/manage/posts?area=990102001001');
  await admin.getByRole('heading', { name: '星井社区：机构与岗位' }).waitFor();

  await admin.getByRole('button', { name: /^结束任职 社区主任/ }).click();
  const director = admin.getByRole('form', { name: '结束任职' });
  await director.getByText('只有法定原因才能结束').waitFor();
  await director.getByRole('combobox', { name: '原因' }).click();
  await admin.locator('.ant-select-item-option', { hasText: '依法罢免' }).waitFor();
  expect(await admin.locator('.ant-select-item-option', { hasText: '解聘' }).count()).toBe(0);
  await director.getByRole('button', { name: '先不办' }).click();

  await admin.getByRole('button', { name: `结束任职 社区工作者 ${district.nameOf('clerk')}` }).click();
  const form = admin.getByRole('form', { name: '结束任职' });
  await form.getByRole('button', { name: '结束任职' }).click();
  await form.getByText('这一项还没填。').first().waitFor();
  await form.getByRole('combobox', { name: '原因' }).click();
  await admin.locator('.ant-select-item-option:visible', { hasText: '调动' }).click();
  await form.getByLabel('依据').fill('11月17日调令，调往街道');
  await form.getByRole('button', { name: '结束任职' }).click();
  await form.waitFor({ state: 'hidden' });

  await clerk
    .getByRole('link', { name: /路灯坏了/ })
    .first()
    .click();
  await clerk.getByText('您已不在刚才的岗位上').first().waitFor();
  await clerk.getByText('没有在任岗位').waitFor();
  expect(await clerk.getByRole('button', { name: '接手' }).count()).toBe(0);

  await admin.getByRole('link', { name: '看全区空缺岗位' }).click();
  // One was vacant from the start.
  await admin
    .getByRole('row', { name: /社区工作者 星井社区/ })
    .nth(1)
    .waitFor();
});

test('a director names a deputy, who takes over the post, signs, and is named beside the director', async () => {
  const { number, code } = await district.raise({ what: '一号楼后面的围墙裂了一道大缝。', category: 'other' });
  const [director, worker] = await Promise.all([
    district.signIn('director', phone),
    district.signIn('gridWorker', desk),
  ]);
  await director.goto('/console/manage/deputies');
  await director.getByRole('button', { name: '给“社区主任”安排代理' }).click();
  const form = director.getByRole('form', { name: '安排代理' });
  await form.getByRole('combobox', { name: '请谁代理' }).click();
  await director.locator('.ant-select-item-option:visible', { hasText: district.nameOf('gridWorker') }).click();
  await form.getByLabel('到哪天').fill('2026-11-20');
  await form.getByLabel('为什么').fill('去市里培训');
  await form.getByLabel('可以代为签署').check();
  await form.getByRole('button', { name: '安排代理' }).click();
  await director.getByText(`${district.nameOf('gridWorker')} 代 ${district.nameOf('director')}`).waitFor();

  await worker.reload();
  await worker.getByRole('combobox', { name: '当前岗位' }).click();
  await worker.locator('.ant-select-item-option', { hasText: `（代${district.nameOf('director')}）` }).click();
  // In English both names of a post are long: on a narrow desk it stays one row and says which post, on a telephone no choice is cut.
  await worker.getByRole('button', { name: 'English' }).click();
  await worker.setViewportSize({ width: 1366, height: 768 });
  const chosen = worker.locator('.top-bar .post-name > :last-child');
  await chosen.waitFor();
  expect((await worker.locator('.top-bar').boundingBox())?.height).toBeLessThan(60);
  expect(await chosen.innerText()).toContain('Director');
  expect((await chosen.boundingBox())?.width).toBeGreaterThan(60);
  await worker.setViewportSize({ width: 390, height: 844 });
  await worker.getByRole('combobox', { name: 'Present post' }).click();
  const choice = worker.locator('.ant-select-item-option', { hasText: 'Director' });
  await choice.waitFor();
  const box = await choice.boundingBox();
  expect(box && [box.x >= 0, box.x + box.width <= 390]).toEqual([true, true]);
  await worker.keyboard.press('Escape');
  await worker.setViewportSize(desk);
  await worker.getByRole('button', { name: '中文' }).click();
  await openFromQueue(worker, '待接手', /围墙裂了/);
  await worker
    .getByText(`外出，由 ${district.nameOf('gridWorker')} 代理至 11月20日`)
    .first()
    .waitFor();
  await takeStep(worker, '接手');
  await takeStep(worker, '说明办不了', async (panel) => {
    await panel.getByLabel('为什么办不了，还能怎么办').fill('围墙归开发商，已发函，要等下个季度统一加固，先拉警戒线。');
    await panel.getByText('需列入规划或改造').click();
  });
  await takeStep(worker, '签署说明', (panel) => panel.getByLabel('下一步打算').fill('先拉警戒线，每周看一次'));
  const signed = `${district.nameOf('gridWorker')}（代${district.nameOf('director')}）`;
  await worker.getByText(`负责人${signed}签署说明`).waitFor();

  const resident = await district.visit(phone, { javaScript: false });
  await resident.goto('/follow');
  await resident.getByLabel('编号').fill(number);
  await resident.getByLabel('查询码').fill(code);
  await resident.getByRole('button', { name: '查看' }).click();
  await resident.getByText(`负责人${signed}签署说明`).first().waitFor();

  await director.getByRole('button', { name: '立即结束' }).click();
  await director.getByText('现在没有人替您。').waitFor();
  expect(await director.getByRole('button', { name: '立即结束' }).count()).toBe(0);
  await worker.getByRole('button', { name: '刷新' }).click();
  await worker.getByText('您已不在刚才的岗位上').first().waitFor();
});
