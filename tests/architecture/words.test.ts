import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

type Book = { readonly [key: string]: string | Book };

const root = new URL('../../', import.meta.url).pathname;
const sources = ['platform', 'modules', 'apps'].flatMap(listFiles);
const drawers = sources
  .filter((path) => path.endsWith('/words/zh.json'))
  .map((path) => path.slice(0, -'/zh.json'.length));

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}
const readBook = (path: string): Book => JSON.parse(readFileSync(join(root, path), 'utf8')) as Book;
const keysOf = (book: Book, before = ''): string[] =>
  Object.entries(book).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${before}${key}`] : keysOf(value, `${before}${key}.`),
  );
const valueOf = (book: Book, key: string): unknown =>
  key.split('.').reduce<unknown>((inner, part) => (inner as Book | undefined)?.[part], book);
const slotsIn = (text: unknown): string[] =>
  [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, slot]) => slot as string).sort();
/** English has a plural where Chinese has one form. */
const conceptsIn = (book: Book): string[] =>
  [...new Set(keysOf(book).map((key) => key.replace(/_(one|other)$/, '')))].sort();
/** `Zh` and `En` at the end of a slot are the same value in two languages. */
const bare = (slots: string[]) => slots.map((slot) => slot.replace(/(Zh|En)$/, ''));

describe('words for people', () => {
  test.each(drawers)('%s says the same things in both languages, with the same values', (drawer) => {
    const [zh, en] = [readBook(`${drawer}/zh.json`), readBook(`${drawer}/en.json`)];
    expect(conceptsIn(en)).toEqual(conceptsIn(zh));
    const shared = keysOf(zh).filter((key) => valueOf(en, key) !== undefined);
    const slots = (book: Book) => shared.map((key) => [key, ...bare(slotsIn(valueOf(book, key)))]);
    expect(slots(en)).toEqual(slots(zh));
  });

  test('there are drawers to look into', () => expect(drawers.length).toBeGreaterThan(5));

  test('every word that a console screen asks for by name is there', () => {
    const said = new Set(conceptsIn(readBook('apps/console/words/zh.json')));
    const asked = [...sources, ...listFiles('ui')]
      .filter((path) => /\/console\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
      .flatMap((path) =>
        [...readFileSync(join(root, path), 'utf8').matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key]) => ({
          key: key!,
          path,
        })),
      );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(({ key }) => !said.has(key))).toEqual([]);
  });

  test('every refusal that the code can give has a sentence', () => {
    const said = new Set(
      drawers.flatMap((drawer) => keysOf((readBook(`${drawer}/zh.json`)['refusals'] as Book | undefined) ?? {})),
    );
    const given = sources
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.includes('/testing/'))
      .flatMap((path) => {
        const text = readFileSync(join(root, path), 'utf8');
        const codes = text.matchAll(/(?:refuse|denied)\(\s*'([a-z_]+\.[a-z_.]+)'|\bcode: '([a-z]+\.[a-z_]+)'/g);
        return [...codes].map(([, one, other]) => ({ code: (one ?? other) as string, path }));
      })
      .filter(
        ({ path }) =>
          !path.includes('check-procedure') && !path.includes('platform/config') && !path.includes('start-fault'),
      );
    expect(given.length).toBeGreaterThan(40);
    expect(given.filter(({ code }) => !said.has(code))).toEqual([]);
  });
});
