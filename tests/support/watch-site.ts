import type { Page } from 'playwright-core';

/** What the layouts promise (standards 3.8): heights of targets and letters in pixels, contrast of text. */
const normal = { target: 44, letters: 16, contrast: 4.5, lines: 1.3, paragraphs: 1 };
const large = { target: 56, letters: 24, contrast: 7, lines: 1.3, paragraphs: 1.3 };

const watched: { page: string; offences: Promise<string[]> }[] = [];
const seenLarge = new Set<string>();
const nameOf = (page: Page): string => new URL(page.url()).pathname.replace(/\d[\d-]+/g, '#');

/**
 * Measures each page of the residents' site as soon as it has loaded in this browser, and once in large letters each that an address
 * leads to; pages left at once are left out.
 */
export function watchSite(page: Page): void {
  let method = 'GET';
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) method = request.method();
  });
  page.on('load', () => {
    const name = nameOf(page);
    // The offices' pages keep other measures; one that is drawn at once would be taken for a page of the site.
    if (name.startsWith('/console')) return;
    watched.push({ page: name, offences: measure(page).catch((): string[] => []) });
    if (method !== 'GET' || seenLarge.has(name) || /^\/(demo|api)/.test(name)) return;
    seenLarge.add(name);
    watched.push({ page: `${name} in large letters`, offences: measureLarge(page).catch((): string[] => []) });
  });
}

/** In a page beside it, with the same cookies. */
async function measureLarge(page: Page): Promise<string[]> {
  const address = new URL(page.url());
  address.searchParams.set('size', 'large');
  const beside = await page.context().newPage();
  try {
    await beside.goto(address.href);
    return await measure(beside);
  } finally {
    await beside.close();
  }
}

/** What was found since the last time, each once, by page. */
export async function takeOffences(): Promise<string[]> {
  const seen = watched.splice(0);
  const found = await Promise.all(
    seen.map(async ({ page, offences }) => (await offences).map((one) => `${page}: ${one}`)),
  );
  return [...new Set(found.flat())];
}

/** Measures the page that is shown now. */
export const measure = (page: Page): Promise<string[]> => page.evaluate(offencesHere, { normal, large });

/** Runs in the page. */
function offencesHere(promises: { normal: typeof normal; large: typeof large }): string[] {
  if (!document.querySelector('main#main')) return []; // another surface
  const isLarge = document.documentElement.classList.contains('large');
  const promise = isLarge ? promises.large : promises.normal;
  const seen = (one: Element) => {
    const { width, height } = one.getBoundingClientRect();
    return one.getClientRects().length > 0 && width > 1 && height > 1 && getComputedStyle(one).visibility !== 'hidden';
  };
  const named = (one: Element) => `${one.tagName.toLowerCase()} “${(one.textContent ?? '').trim().slice(0, 20)}”`;
  const hasWords = (one: Element) =>
    [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  const isInSentence = (one: Element) =>
    !isLarge && one.tagName === 'A' && one.parentElement !== null && hasWords(one.parentElement);

  type Colour = readonly [number, number, number, number];
  const colourOf = (text: string): Colour => {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const lightOf = ([r, g, b]: Colour) => {
    const [x = 0, y = 0, z = 0] = [r, g, b].map((n) =>
      n / 255 <= 0.03928 ? n / 255 / 12.92 : ((n / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const groundOf = (one: Element): Colour => {
    for (let at: Element | null = one; at; at = at.parentElement) {
      const ground = colourOf(getComputedStyle(at).backgroundColor);
      if (ground[3] > 0.99) return ground;
    }
    return [255, 255, 255, 1];
  };
  const contrastOf = (one: Element) => {
    const [a, b] = [lightOf(colourOf(getComputedStyle(one).color)), lightOf(groundOf(one))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };

  const offences: string[] = [];
  for (const one of document.querySelectorAll('a, button, input, select, textarea, summary')) {
    if (!seen(one) || isInSentence(one)) continue;
    const { height } = (one.closest('label') ?? one).getBoundingClientRect();
    if (height < promise.target - 0.5) offences.push(`${named(one)} is ${height} high, not ${promise.target}`);
  }
  for (const one of document.querySelectorAll('body *')) {
    if (!seen(one) || !hasWords(one) || one.closest('svg, noscript, script, style')) continue;
    const { fontSize, lineHeight } = getComputedStyle(one);
    const [letters, line] = [parseFloat(fontSize), parseFloat(lineHeight)];
    if (letters < promise.letters - 0.5) offences.push(`${named(one)} has letters of ${fontSize}`);
    if (line / letters < promise.lines) offences.push(`${named(one)} has lines of ${(line / letters).toFixed(2)}`);
    const contrast = contrastOf(one);
    if (contrast < promise.contrast) offences.push(`${named(one)} has a contrast of ${contrast.toFixed(2)}`);
  }
  for (const one of document.querySelectorAll('main p + p')) {
    const before = one.previousElementSibling as Element;
    if (!seen(one) || !seen(before)) continue;
    const line = parseFloat(getComputedStyle(before).lineHeight);
    const gap = one.getBoundingClientRect().top - before.getBoundingClientRect().bottom;
    if ((gap + line) / line < promise.paragraphs) offences.push(`${named(one)} is ${gap} below the paragraph before`);
  }
  return offences;
}
