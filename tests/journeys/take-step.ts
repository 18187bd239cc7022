import type { Locator, Page } from 'playwright-core';

/** The panel of what can be done now. */
export const panelOf = (page: Page): Locator => page.getByRole('region', { name: '可以做的' });

/** Presses a step, fills in its form and sends it, a second time where it weighs; ends when the form has closed. */
export async function takeStep(page: Page, name: string, fill: (panel: Locator) => Promise<void> = async () => {}) {
  const panel = panelOf(page);
  await unfoldFor(panel, name);
  await panel.getByRole('button', { name, exact: true }).click();
  await fill(panel);
  await panel.getByRole('button', { name, exact: true }).click();
  const confirm = panel.getByRole('button', { name: `确认：${name}` });
  const formCloses = panel.getByRole('form').waitFor({ state: 'hidden' });
  await Promise.race([formCloses, confirm.waitFor()]);
  if (await confirm.isVisible()) await confirm.click();
  await formCloses;
}

/** Opens what is seldom needed, where the step lies in it. */
export async function unfoldFor(panel: Locator, name: string) {
  await panel.locator('.offers').first().waitFor();
  const folded = panel.locator('details:not([open])', { hasText: name });
  if (await folded.count()) await folded.locator('summary').click();
}

/** Opens the matter of this title from a queue. */
export async function openFromQueue(page: Page, queue: string, title: string | RegExp) {
  await page.getByRole('navigation', { name: '待办分类' }).getByRole('button', { name: queue }).click();
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

/** Chooses a body by typing a part of its name. */
export async function chooseBody(panel: Locator, label: string, name: string) {
  await panel.getByRole('combobox', { name: label }).fill(name);
  await panel.page().locator('.ant-select-item-option', { hasText: name }).first().click();
}
