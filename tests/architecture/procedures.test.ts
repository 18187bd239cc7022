import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { installed, procedures } from '../../apps/server/procedures.ts';
import type { Procedure } from '../../modules/matters/index.ts';
import { addNewVersions, digestOf, sayBrokenVersions, type Published } from '../../tools/published-procedures.ts';

const published = JSON.parse(readFileSync('docs/procedures/published.json', 'utf8')) as Published;

test('every published version of a procedure stands as it was published', () => {
  expect(sayBrokenVersions(published, installed)).toEqual([]);
  expect(procedures.length).toBeGreaterThan(3);
});

test('a version is there once', () => {
  const keys = procedures.map(({ id, version }) => `${id}@${version}`);
  expect(new Set(keys).size).toBe(keys.length);
});

describe('a published version', () => {
  const one = procedures[0] as Procedure;
  const key = `${one.id}@${one.version}`;
  const own = { [key]: digestOf(one) };
  const changed = { ...one, archiveYears: one.archiveYears + 1 };

  test('that changed is named, with what to do', () => {
    expect(sayBrokenVersions(own, [changed])).toEqual([
      `${key} was published and has changed. Matters run out under it: give the changed one version ${one.version + 1}, and keep this one beside it.`,
    ]);
  });

  test('keeps its digest when the pages are written again', () => {
    expect(addNewVersions(own, [changed])).toEqual(own);
  });

  test('may stand beside a newer one', () => {
    const newer = { ...changed, version: one.version + 1 };
    const now = addNewVersions(own, [one, newer]);
    expect(now).toEqual({ ...own, [`${one.id}@${newer.version}`]: digestOf(newer) });
    expect(sayBrokenVersions(now, [one, newer])).toEqual([]);
    expect(sayBrokenVersions(now, [newer])[0]).toContain(`${key} was published and is gone`);
  });

  test('that is new is published by npm run docs', () => {
    expect(sayBrokenVersions({}, [one])).toEqual([`${key} is not published yet. Run npm run docs.`]);
  });

  test('has the same digest however its parts are ordered, and another when a guard is another', () => {
    const reordered = Object.fromEntries(Object.entries(one).reverse()) as unknown as Procedure;
    expect(digestOf(reordered)).toBe(digestOf(one));
    const [step = ''] = Object.keys(one.steps);
    const guarded = { ...one, steps: { ...one.steps, [step]: { ...one.steps[step], onlyIf: [{ name: 'another' }] } } };
    expect(digestOf(guarded as unknown as Procedure)).not.toBe(digestOf(one));
  });
});
