import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkBoundaries } from '../../tools/check-boundaries.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'linli-walls-'));
  for (const [path, text] of Object.entries(soundTree)) write(path, text);
});
afterEach(() => rmSync(root, { recursive: true }));

const soundTree = {
  'platform/result.ts': 'export const done = 1;',
  'ui/button.tsx': "import { done } from '../platform/result.ts'; export { done };",
  'modules/territory/module.ts': "export const territory = { name: 'territory', dependsOn: [] } as const;",
  'modules/territory/index.ts': "export { findArea } from './queries/find-area.ts';",
  'modules/territory/queries/find-area.ts': "import { row } from '../store/rows.ts'; export const findArea = row;",
  'modules/territory/store/rows.ts': 'export const row = 1;',
  'modules/matters/module.ts': "export const matters = { name: 'matters', dependsOn: ['territory'] } as const;",
  'modules/matters/actions/open.ts':
    "import { findArea } from '../../territory/index.ts'; export const open = findArea;",
  'modules/matters/rules.ts': 'export const may = 1;',
  'modules/matters/rules.test.ts': "import { freshDatabase } from '../../tests/support/database.ts'; freshDatabase();",
  'modules/matters/console/index.ts': "import type { X } from '../contract/x.ts'; export type { X };",
  'modules/matters/contract/x.ts': 'export type X = 1;',
  'apps/server/main.ts': "import { X } from '../../modules/matters/console/index.ts'; X;",
};

function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('the walls of this tree hold', () => {
  const { files, modules, faults } = checkBoundaries(process.cwd());
  expect(faults).toEqual([]);
  expect(files).toBeGreaterThan(50);
  expect(modules).toBeGreaterThan(3);
});

test('finds nothing wrong in a sound tree, and says how much it saw', () => {
  expect(checkBoundaries(root)).toEqual({ files: Object.keys(soundTree).length, modules: 2, faults: [] });
});

test.each([
  [
    'an import past the front door',
    'modules/matters/actions/a.ts',
    "import '../../territory/store/rows.ts';",
    'reaches inside "territory"',
  ],
  [
    'the same, for a type only',
    'modules/matters/actions/a.ts',
    "import type { R } from '../../territory/store/rows.ts';",
    'reaches inside',
  ],
  [
    'the same, written inside a type',
    'modules/matters/actions/a.ts',
    "type R = import('../../territory/store/rows.ts').R;",
    'reaches inside',
  ],
  [
    'the same, loaded later',
    'modules/matters/actions/a.ts',
    "await import('../../territory/store/rows.ts');",
    'reaches inside',
  ],
  [
    'the same, handed on',
    'modules/matters/actions/a.ts',
    "export * from '../../territory/store/rows.ts';",
    'reaches inside',
  ],
  [
    'a module that is not listed',
    'modules/territory/actions/a.ts',
    "import '../../matters/index.ts';",
    'does not list in dependsOn',
  ],
  [
    'a rule that looks at the store',
    'modules/territory/rules/a.ts',
    "import '../store/rows.ts';",
    'rules may not look at store',
  ],
  [
    'a rule file that looks at the store',
    'modules/territory/rules.ts',
    "import './store/rows.ts';",
    'rules may not look at store',
  ],
  [
    'a query that looks at an action',
    'modules/matters/queries/a.ts',
    "import '../actions/open.ts';",
    'queries may not look at actions',
  ],
  ['a rule that reads a file', 'modules/matters/rules/a.ts', "import 'node:fs';", 'rules is pure'],
  ['an unknown part', 'modules/matters/utils/a.ts', "import '../rules.ts';", '"utils" is no part'],
  [
    'a module that looks at an app',
    'modules/matters/actions/a.ts',
    "import '../../../apps/server/main.ts';",
    'hand it in from apps',
  ],
  [
    'a module that uses test support outside a test',
    'modules/matters/actions/a.ts',
    "import '../../../tests/support/database.ts';",
    'may not look at',
  ],
  [
    'an app that reaches inside',
    'apps/server/a.ts',
    "import '../../modules/matters/actions/open.ts';",
    'reaches inside "matters"',
  ],
  [
    'platform that looks at a module',
    'platform/a.ts',
    "import '../modules/matters/index.ts';",
    'platform may not look at',
  ],
  ['platform that looks at ui', 'platform/a.ts', "import '../ui/button.tsx';", 'platform may not look at'],
  [
    'a dependency upwards',
    'modules/territory/module.ts',
    "export const t = { dependsOn: ['matters'] };",
    'is not lower in the ground order',
  ],
  [
    'a module without a place',
    'modules/drawer/module.ts',
    'export const d = { dependsOn: [] };',
    'no place in the ground order',
  ],
  ['a file that cannot be read', 'platform/a.ts', 'import from from;;', 'cannot be read'],
])('sees %s', (_, path, text, message) => {
  write(path, text);
  expect(checkBoundaries(root).faults.join('\n')).toContain(message);
});
