// npm run faults [-- --kills 200] [--backup] [--disk] [--network] [--clock] [--restart] [--twice] [--long] [--writers 6]: breaks things
// under writers that remember what was acknowledged, and compares. Without a choice: a short form of all.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installed } from '../../apps/server/procedures.ts';
import { installProcedures } from '../../modules/matters/index.ts';
import { backUpAndRestore } from './backup.ts';
import { jumpClock } from './clock.ts';
import { failDisks } from './disk.ts';
import { killAtRandom } from './kills.ts';
import { failNetwork } from './network.ts';
import { restartInTurn } from './restart.ts';
import { deliverTwice } from './twice.ts';

const names = ['kills', 'backup', 'disk', 'network', 'clock', 'restart', 'twice'] as const;
const chosenOr = { type: 'boolean', default: false } as const;
const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    writers: { type: 'string', default: '6' },
    long: chosenOr,
    backup: chosenOr,
    disk: chosenOr,
    network: chosenOr,
    clock: chosenOr,
    restart: chosenOr,
    twice: chosenOr,
  },
});
const writers = Number(values.writers);
const isLong = values.long;
const outages = isLong
  ? ([
      { how: 'cut', ms: 5000 },
      { how: 'silent', ms: 10_000 },
      { how: 'cut', ms: 120_000 },
      { how: 'silent', ms: 120_000 },
    ] as const)
  : ([
      { how: 'cut', ms: 2000 },
      { how: 'silent', ms: 3000 },
    ] as const);
const runs: Readonly<Record<(typeof names)[number], (folder: string) => Promise<boolean>>> = {
  kills: (folder) => killAtRandom(folder, Number(values.kills ?? (isLong ? 200 : 5)), writers),
  backup: (folder) => backUpAndRestore(folder, writers),
  disk: (folder) => failDisks(folder, writers),
  network: (folder) =>
    failNetwork(folder, {
      writers,
      outages,
      slowMs: isLong ? 60_000 : 2000,
      breakingMs: isLong ? 60_000 : 5000,
    }),
  clock: (folder) => jumpClock(folder, { writers, betweenMs: isLong ? 30_000 : 3000 }),
  restart: (folder) => restartInTurn(folder, isLong ? 20 : 2, writers),
  twice: (folder) => deliverTwice(folder, isLong ? 60_000 : 3000, writers),
};

installProcedures(installed); // what is compared afterwards is counted by their rules

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1)); // takes servers and databases down

const chosen = names.filter((name) => values[name]);
process.exitCode = 0;
for (const name of chosen.length > 0 ? chosen : names) {
  console.log(`\n${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'linli-faults-'));
  chmodSync(folder, 0o755); // when root starts it, the database runs as nobody, who must be able to pass through
  try {
    if (!(await runs[name](folder))) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
