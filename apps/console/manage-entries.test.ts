import { expect, test } from 'vitest';
import { calendarRoutes, settingsRoutes } from '../../modules/matters/index.ts';
import { manageEntries } from './manage-entries.ts';

test.each([
  ['calendar', calendarRoutes['GET /api/calendar/:year']],
  ['limits', settingsRoutes['GET /api/settings/limits']],
  ['templates', settingsRoutes['GET /api/settings/templates']],
])('the entry of %s is shown to whoever its page answers', (words, { permission }) => {
  expect(manageEntries.find((one) => one.words === words)?.permission).toBe(permission);
});
