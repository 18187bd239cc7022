import { describe, expect, test } from 'vitest';
import { inventDistrict } from './demo-plan.ts';
import { commonTexts, textsByCategory } from './texts.ts';

const entries = Object.entries(textsByCategory);

describe('the invented month’s texts', () => {
  test('have words for every category a department answers for, and no other', () => {
    const duties = inventDistrict().bodies.flatMap((body) => body.duties);
    expect(Object.keys(textsByCategory).toSorted()).toEqual(duties.toSorted());
  });

  test.each(entries)('%s: six to ten reports, each with a place, and answers both ways', (_, texts) => {
    expect(texts.reports.length).toBeGreaterThanOrEqual(6);
    expect(texts.reports.length).toBeLessThanOrEqual(10);
    for (const { title, text } of texts.reports) {
      expect(text.split('{place}')).toHaveLength(2);
      expect(title).not.toContain('{');
      expect([...title].length).toBeLessThanOrEqual(14);
    }
    for (const list of [texts.notes, texts.solved, texts.explained]) expect(list.length).toBeGreaterThanOrEqual(2);
  });

  test('are about 110 reports, none twice', () => {
    const reports = entries.flatMap(([, texts]) => texts.reports.map(({ text }) => text));
    expect(reports.length).toBeGreaterThanOrEqual(105);
    expect(new Set(reports).size).toBe(reports.length);
  });

  test('name no telephone, no number of a person and no slot left open', () => {
    for (const text of [...JSON.stringify(textsByCategory).split('"'), ...Object.values(commonTexts).flat()]) {
      expect(text).not.toMatch(/\d{5,}|undefined/);
      expect(text.replace('{place}', '')).not.toMatch(/\{[a-z]+\}/);
    }
  });
});
