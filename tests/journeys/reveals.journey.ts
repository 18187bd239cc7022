import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, openDistrict, phone, type OpenDistrict } from './open-district.ts';
import { openFromQueue } from './take-step.ts';

let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

test('my number is shown for a purpose, hides again after two minutes, and I read who looked and why', async () => {
  const what = '四楼的消防栓没有水。';
  const { number, code } = await district.raise({ what, phone: '13912345678' });
  const director = await district.signIn('director', desk);
  await openFromQueue(director, '待接手', /消防栓/);
  const shown = director.getByRole('link', { name: /139\s?1234\s?5678/ });
  expect(await director.content()).not.toMatch(/139\s?1234\s?5678/);

  await director.getByRole('button', { name: '查看电话' }).click();
  await director.getByText('反映人也能看到是谁、为什么看的').waitFor();
  await director.getByLabel('核实情况').check();
  await director.getByRole('button', { name: '显示电话' }).click();
  await shown.waitFor();
  await director.clock.fastForward(119_000);
  expect(await shown.count()).toBe(1);
  await director.clock.fastForward(2_000);
  await director.getByRole('button', { name: '查看电话' }).waitFor();
  expect(await director.content()).not.toMatch(/139\s?1234\s?5678/);

  const resident = await district.visit(phone, { javaScript: false });
  await resident.goto('/follow');
  await resident.getByLabel('编号').fill(number);
  await resident.getByLabel('查询码').fill(code);
  await resident.getByRole('button', { name: '查看' }).click();
  await resident.getByRole('heading', { name: '谁看过您的手机号' }).waitFor();
  await resident.getByText(`${district.nameOf('director')}看过，为的是：核实情况`).waitFor();
});
