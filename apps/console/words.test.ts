import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { permissions } from '../../modules/access/index.ts';
import en from './words/en.json' with { type: 'json' };
import zh from './words/zh.json' with { type: 'json' };
import listsEn from '../../modules/matters/words/en.json' with { type: 'json' };
import listsZh from '../../modules/matters/words/zh.json' with { type: 'json' };
import requestsEn from '../../modules/requests/words/en.json' with { type: 'json' };
import requestsZh from '../../modules/requests/words/zh.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const modules = readdirSync(join(root, 'modules')).map((name) => `modules/${name}/console`);
const screens = ['apps/console', 'ui/console', ...modules].flatMap((folder) => {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(root, folder, file),
    );
  } catch {
    return [];
  }
});
const sources = screens
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Keys with their words; plural forms under one key. */
function keysOf(words: object, above = ''): Map<string, string> {
  const found = Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? [...keysOf(value, `${above}${name}.`)]
      : [[`${above}${name.replace(/_(one|other)$/, '')}`, String(value)] as const],
  );
  return new Map(found);
}
const chinese = keysOf(zh);
const english = keysOf(en);
const placeholders = (words: string) => [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test('both languages have the same words with the same gaps to fill', () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  const gaps = (words: ReadonlyMap<string, string>) =>
    [...words].map(([key, text]) => [key, placeholders(text)]).sort();
  expect(gaps(english)).toEqual(gaps(chinese));
});

test('every word a screen asks for is there', () => {
  const asked = sources.flatMap(({ text }) =>
    [...text.matchAll(/(?:\bt\(|key: |')(?:[\w.]+ \? )?'?([a-z]\w*(?:\.\w+)+)'/g)].map(([, key = '']) => key),
  );
  const roots = new Set(Object.keys(zh));
  const isPermission = (key: string): boolean => (permissions as readonly string[]).includes(key);
  const keys = asked.filter((key) => roots.has(key.split('.')[0] ?? '') && !isPermission(key));
  expect(keys.length).toBeGreaterThan(100);
  expect(keys.filter((key) => !chinese.has(key))).toEqual([]);
});

test('every word is asked for by a screen', () => {
  const all = sources.map(({ text }) => text).join('\n');
  const families = [...all.matchAll(/`([a-z][\w.]*\.)\$\{/g)].map(([, family]) => family as string);
  const unasked = [...chinese.keys()].filter(
    (key) => !all.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)),
  );
  expect(unasked).toEqual([]);
});

test('screens have no Chinese of their own outside comments', () => {
  const spoken = sources.filter(({ text }) => /\p{Script=Han}/u.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')));
  expect(sources.length).toBeGreaterThan(40);
  expect(spoken.map(({ file }) => file)).toEqual([]);
});

test('categories and queues are called on the screens as in files and messages', () => {
  expect([zh.category, en.category]).toEqual([requestsZh.categories, requestsEn.categories]);
  expect([zh.queues, en.queues]).toMatchObject([listsZh.list.queues, listsEn.list.queues]);
});
