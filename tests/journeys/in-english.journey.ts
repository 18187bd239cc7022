import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, openDistrict, phone, type OpenDistrict } from './open-district.ts';

let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

/** The lines of the page that hold Chinese; the words of people are English here, and the demo's names have both. */
const chineseIn = async (page: Page) => {
  const text = await page.getByRole('main').innerText();
  return text.split('\n').filter((line) => /\p{Script=Han}/u.test(line));
};

test('I read it in English', async () => {
  const what = 'The lamp at the door of building 3 is broken and it is dark at night.';
  const { number, code } = await district.raise({ what, place: 'Building 3, entrance 2' });

  const visitor = await district.visit(phone, { javaScript: false });
  await visitor.goto('/');
  await visitor.getByRole('link', { name: 'English' }).click();
  await visitor.getByRole('heading', { name: /^Something wrong near your home/ }).waitFor();
  expect(await visitor.getAttribute('html', 'lang')).toBe('en');
  expect(await chineseIn(visitor)).toEqual([]);

  await visitor.getByRole('link', { name: /^Report a problem A broken/ }).click();
  await visitor.getByLabel('What happened').fill('灯坏了，晚上看不见路');
  await visitor.getByRole('button', { name: '中文' }).click();
  await visitor.getByRole('heading', { name: '怎么了？' }).waitFor();
  expect(await visitor.getByLabel('出了什么事').inputValue()).toBe('灯坏了，晚上看不见路');
  await visitor.getByRole('button', { name: 'English' }).click();
  await visitor.getByLabel('What happened').fill('');
  await visitor.getByRole('button', { name: 'Next' }).click();
  await visitor.getByRole('alert').getByText('What happened').waitFor();
  expect(await chineseIn(visitor)).toEqual([]);

  await visitor.goto('/follow');
  await visitor.getByLabel('Number').fill(number);
  await visitor.getByLabel('Code').fill(code);
  await visitor.getByRole('button', { name: 'Show' }).click();
  await visitor.getByRole('heading', { name: 'Received, waiting for the community to take it' }).waitFor();
  expect(await chineseIn(visitor)).toEqual([]);

  const clerk = await district.signIn('clerk', desk);
  await clerk.getByRole('button', { name: 'English' }).click();
  await clerk.getByRole('heading', { name: 'All open' }).waitFor();
  const row = clerk.getByRole('link', { name: /^The lamp at the door/ });
  await row.waitFor();
  expect(await chineseIn(clerk)).toEqual([]);
  await row.click();
  await clerk.getByRole('button', { name: 'Accept', exact: true }).waitFor();
  await clerk.getByText('How it came').waitFor();
  expect(await chineseIn(clerk)).toEqual([]);
  await clerk.reload();
  await clerk.getByRole('heading', { name: 'What you can do' }).waitFor();
});
