import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { closeBrowser, openPage } from './browser.ts';

afterAll(closeBrowser);

const form = (label: string) =>
  `data:text/html;charset=utf-8,${encodeURIComponent(
    `<body><h1>${label}</h1><input value="${label}"><select><option>${label}</option></select>
     <script>document.body.dataset.ran = 'yes'</script>`,
  )}`;

async function pictureOf(label: string, javaScript = true) {
  const page = await openPage({ width: 360, height: 200, javaScript });
  await page.goto(form(label));
  const picture = await page.screenshot();
  const ran = await page.getAttribute('body', 'data-ran').catch(() => null);
  await page.context().close();
  return { picture, ran };
}

const fingerprint = (picture: Buffer) => createHash('sha256').update(picture).digest('hex');

test('draws Chinese text and form controls, each character with its own shape', async () => {
  const { picture, ran } = await pictureOf('有人听');
  expect(picture.length).toBeGreaterThan(3000);
  expect(ran).toBe('yes');
  expect(fingerprint((await pictureOf('有人记')).picture)).not.toBe(fingerprint(picture));
});

test('runs no script when asked not to', async () => {
  expect((await pictureOf('件件有着落', false)).ran).toBeNull();
});
