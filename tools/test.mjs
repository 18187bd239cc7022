// npm test: installs if needed, then all checks and all tests. With arguments (paths, vitest options): those tests only.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildScreens } from './build-screens.mjs';
import { ensureInstalled, findNode, root } from './ready.mjs';

ensureInstalled({ withDev: true });
buildScreens();
const args = process.argv.slice(2);
const node = findNode();
const run = (file, ...rest) =>
  spawnSync(node, [join(root, file), ...rest], { cwd: root, stdio: 'inherit' }).status === 0;

const checksHold = args.length > 0 || run('tools/check.mjs');
const testsPass = run('node_modules/vitest/vitest.mjs', 'run', ...args);
process.exitCode = checksHold && testsPass ? 0 : 1;
