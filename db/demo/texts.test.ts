import { describe, expect, test } from 'vitest';
import { inventDistrict } from './demo-plan.ts';
import { elsewhereTexts } from './texts/elsewhere.ts';
import { commonTexts, questionTexts } from './texts/on-the-way.ts';
import { textsByCategory } from './texts.ts';

const entries = Object.entries(textsByCategory);
const reports = entries.flatMap(([, texts]) => texts);
const length = (text: string) => [...text].length;

describe('the invented month’s texts', () => {
  test('have words for every category a department answers for, and no other', () => {
    const duties = inventDistrict().bodies.flatMap((body) => body.duties);
    expect(Object.keys(textsByCategory).toSorted()).toEqual(duties.toSorted());
  });

  test.each(entries)('%s: six to ten reports, one of which can only be explained', (_, texts) => {
    expect(texts.length).toBeGreaterThanOrEqual(6);
    expect(texts.length).toBeLessThanOrEqual(10);
    expect(texts.some(({ explained }) => explained)).toBe(true);
  });

  test('name the place of each report once, and keep titles short', () => {
    for (const { title, text } of [...reports, ...elsewhereTexts]) {
      expect(text.split('{place}')).toHaveLength(2);
      expect(title).not.toContain('{');
      expect(length(title)).toBeLessThanOrEqual(14);
    }
  });

  test('answer each report in as many words as the procedure asks for', () => {
    const explanations = reports.flatMap(({ explained }) => explained ?? []);
    expect(reports.filter(({ solved }) => length(solved) < 10)).toEqual([]);
    expect(explanations.filter((text) => length(text) < 20)).toEqual([]);
  });

  test('are about 110 reports, none twice', () => {
    expect(reports.length).toBeGreaterThanOrEqual(105);
    expect(new Set(reports.map(({ text }) => text)).size).toBe(reports.length);
  });

  test('name no telephone, no number of a person and no slot left open', () => {
    for (const text of JSON.stringify([reports, elsewhereTexts, commonTexts, questionTexts]).split('"')) {
      expect(text).not.toMatch(/\d{5,}|undefined/);
      expect(text.replace('{place}', '')).not.toMatch(/\{[a-z]+\}/);
    }
  });
});
