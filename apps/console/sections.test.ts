import { expect, test } from 'vitest';
import { sectionOf } from './sections.ts';

test.each([
  ['/reports', 'overview'],
  ['/reports/01900000-0000-7000-8000-000000000001', 'overview'],
  ['/console/area-profile', 'overview'],
  ['/meetings/01900000-0000-7000-8000-000000000001', 'coordination'],
  ['/repeats', 'coordination'],
  ['/reception', 'coordination'],
])('%s lies under %s', (path, section) => {
  expect(sectionOf(path)).toBe(section);
});

test.each(['/', '/console/', '/overview', '/matters/reports', '/manage/posts'])('%s needs no other page', (path) => {
  expect(sectionOf(path)).toBeUndefined();
});
