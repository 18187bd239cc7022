import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bodyKinds } from '../../modules/bodies/index.ts';
import { writeAllPages } from '../../tools/docs.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const terms = JSON.parse(read('glossary/terms.json')) as { name: string; zh: string; en: string; source: string }[];

describe('generated pages', () => {
  test.each([...writeAllPages()])('%s is what its source says; if not, run npm run docs', (path, text) => {
    expect(read(path)).toBe(text);
  });
});

describe('the glossary', () => {
  test('has one English name and one Chinese term for each concept, with its source', () => {
    expect(terms.length).toBeGreaterThan(40);
    for (const of of ['name', 'zh'] as const) expect(new Set(terms.map((term) => term[of])).size).toBe(terms.length);
    expect(terms.filter((term) => !term.en || !term.source)).toEqual([]);
  });

  test('knows every kind of body', () => {
    const names = new Set(terms.map((term) => term.name));
    expect(bodyKinds.filter((kind) => !names.has(kind))).toEqual([]);
  });
});
