import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import en from './words/en.json' with { type: 'json' };
import zh from './words/zh.json' with { type: 'json' };
import { wordsOf, type Key } from './words.ts';

type Tree = { readonly [key: string]: string | Tree };
const pathsIn = (tree: Tree, before = ''): string[] =>
  Object.entries(tree).flatMap(([key, node]) =>
    typeof node === 'string' ? [`${before}${key}`] : pathsIn(node, `${before}${key}.`),
  );
const singular = (paths: string[]): string[] =>
  [...new Set(paths.map((path) => path.replace(/_(one|other)$/, '')))].sort();

const at = (tree: Tree, path: string): string => {
  const node = path
    .split('.')
    .reduce<string | Tree | undefined>((inner, key) => (typeof inner === 'object' ? inner[key] : undefined), tree);
  return typeof node === 'string' ? node : '';
};
/** An English form for one may leave the number out. */
const gaps = (words: string): string[] =>
  [...words.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name!)
    .filter((name) => name !== 'count')
    .sort();

test('has the same sentences in both languages, with the same gaps to fill', () => {
  expect(singular(pathsIn(en))).toEqual(singular(pathsIn(zh)));
  for (const path of pathsIn(zh)) {
    for (const form of [path, `${path}_one`, `${path}_other`].filter((key) => at(en, key) !== ''))
      expect([form, gaps(at(en, form))]).toEqual([form, gaps(at(zh, path))]);
  }
});

test('uses each sentence, and each sentence used exists', () => {
  const folder = new URL('.', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
  const isUsed = (path: string): boolean => {
    if (sources.includes(`'${path}'`)) return true;
    const families = [...sources.matchAll(/`((?:[a-z][A-Za-z]*\.)(?:[^`$]|\$\{(?:[^{}]|'[^']*')*\})*)`/g)].map(
      ([, template]) => new RegExp(`^${template!.replace(/[.]/g, '\\.').replace(/\$\{[^}]*\}/g, '\\w+')}$`),
    );
    return families.some((family) => family.test(path));
  };
  expect(pathsIn(zh).filter((path) => !isUsed(path))).toEqual([]);
  expect(() => wordsOf('zh')('home.nothing' as Key)).toThrow('home.nothing');
});

test('says numbers in English with the right form', () => {
  expect(wordsOf('en')('clock.left.workingDays', { count: 1 })).toBe('1 working day left');
  expect(wordsOf('en')('clock.left.workingDays', { count: 2 })).toBe('2 working days left');
  expect(wordsOf('zh')('clock.left.workingDays', { count: 1 })).toBe('还剩 1 个工作日');
});

test('fills in what people wrote without reading it as a sentence of ours', () => {
  const title = '{{day}} $t(home.title) <b>';
  expect(wordsOf('zh')('home.solved', { place: '甲', title, day: '7月3日' })).toContain(`“${title}”`);
});
