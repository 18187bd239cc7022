import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/**
 * What breaks WCAG 2.1 AA on this page, as "rule: where".
 *
 * @param besides rules to be kept too
 * @param tags which rules are asked; with `best-practice` also what the standard does not demand
 */
export async function brokenOn(
  page: Page,
  { besides = [], tags = wcag }: { besides?: readonly string[]; tags?: readonly string[] } = {},
): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: [...tags] },
      rules: Object.fromEntries(besides.map((rule) => [rule, { enabled: true }])),
      // Three times as quick: of what passes it gives one place a rule, not all of them.
      resultTypes: ['violations'],
    })
    .setLegacyMode()
    .analyze();
  expect(passes.length).toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** The standard and what its makers advise besides. */
export const wcagAndAdvice = [...wcag, 'best-practice'];
