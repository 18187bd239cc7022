// npm run faults [-- --kills 20 --writers 6] [-- --backup]: breaks things under writers that remember what was acknowledged, and compares.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backUpAndRestore } from './backup.ts';
import { killAtRandom } from './kills.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    writers: { type: 'string', default: '6' },
    backup: { type: 'boolean', default: false },
  },
});
const writers = Number(values.writers);
const folder = mkdtempSync(join(tmpdir(), 'linli-faults-'));
chmodSync(folder, 0o755); // when root starts it, the database runs as nobody, who must be able to pass through

try {
  const fits = values.backup
    ? await backUpAndRestore(folder, writers)
    : await killAtRandom(folder, Number(values.kills), writers);
  process.exitCode = fits ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
