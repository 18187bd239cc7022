import type { Page } from 'playwright-core';

/** Keeps a picture of the page in the folder named by `LINLI_SHOTS`; without it, none. */
export async function saveShot(page: Page, name: string): Promise<void> {
  const folder = process.env['LINLI_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
