// npm run import -- appeals|divisions FILE: see docs/how-to/import-messages.md and set-up-a-district.md.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Kysely } from 'kysely';
import { demoDistrictId } from '../../db/demo/demo-district.ts';
import { installProcedures } from '../../modules/matters/index.ts';
import { listenForFigures } from '../../modules/openness/index.ts';
import { listenForTallies } from '../../modules/insight/index.ts';
import { residentRequestV2 } from '../../modules/requests/index.ts';
import { listDistricts, type District } from '../../modules/territory/index.ts';
import { readConfig, type Environment } from '../../platform/config.ts';
import type { Database } from '../../platform/db/database.ts';
import { refreshStatistics } from '../../platform/db/refresh-statistics.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { StartFault } from '../../platform/start-fault.ts';
import { areaScope, noScope } from '../../platform/work.ts';
import { openFlaggedList } from './appeals/flagged-list.ts';
import { importAppeals } from './appeals/import-appeals.ts';
import { measureAppeals } from './appeals/measure.ts';
import { reportAppeals } from './appeals/report.ts';
import { runDivisions } from './divisions/run-divisions.ts';
import { ImportFault, importText } from './import-fault.ts';
import { withData } from './open-data.ts';
import { showProgress } from './progress.ts';
import { readLines } from './read-lines.ts';

const exitCodes = { fine: 0, faulty: 1, stopped: 130 } as const;
const actor = { kind: 'system', name: 'import' } as const;

const kinds = ['appeals', 'divisions'] as const;
type Kind = (typeof kinds)[number];
type Order = { readonly kind: Kind; readonly file: string; readonly district: string | undefined };

/** @throws ImportFault `usage`, `unknownKind` */
function readOrder(args: string[]): Order {
  let given: ReturnType<typeof parse>;
  try {
    given = parse(args);
  } catch (cause) {
    throw new ImportFault('usage', {}, cause);
  }
  const [kind, file, ...more] = given.positionals;
  if (kind === undefined) throw new ImportFault('usage');
  const known = kinds.find((one) => one === kind);
  if (!known) throw new ImportFault('unknownKind', { kind });
  if (file === undefined || more.length > 0) throw new ImportFault('usage');
  return { kind: known, file, district: given.values.district };
}

const parse = (args: string[]) =>
  parseArgs({ args, options: { district: { type: 'string' } }, allowPositionals: true });

/** The district asked for; else the demo district, or the only one there is. */
async function chooseDistrict(db: Kysely<Database>, wanted: string | undefined, now: Date): Promise<District> {
  const districts = await inTransaction(db, { districtId: 0, scope: noScope, actor, now }, listDistricts);
  const codes = districts.map(({ districtId }) => districtId).join(', ');
  const found =
    wanted === undefined
      ? (districts.find(({ districtId }) => districtId === demoDistrictId) ??
        (districts.length === 1 ? districts[0] : undefined))
      : districts.find(({ districtId }) => String(districtId) === wanted);
  if (districts.length === 0) throw new ImportFault('noDistrict');
  if (!found) throw new ImportFault('whichDistrict', { codes });
  return found;
}

/** @returns the exit code */
async function run(args: string[], environment: Environment, signal: AbortSignal): Promise<number> {
  const order = readOrder(args);
  // What is wrong with the file is said before a database is started for it.
  const lines = readLines(order.file);
  await lines.next();
  await lines.return(undefined);
  const config = readConfig(environment);
  if (!config.ok) throw new ImportFault('settings', { text: config.faults.map(({ text }) => text).join('\n') });
  if (order.kind === 'divisions') return exitCodes[await runDivisions(order.file, config.value, signal)];
  installProcedures([residentRequestV2]);
  listenForFigures();
  listenForTallies();
  return withData(config.value, async (db, url) => {
    const startedAt = performance.now();
    const now = new Date();
    const district = await chooseDistrict(db, order.district, now);
    const { districtId } = district;
    const flagged = openFlaggedList(join(config.value.dataFolder, 'imports', `appeals-${districtId}-flagged.csv`));
    const progress = showProgress();
    try {
      const { file } = order;
      const imported = await importAppeals(db, { file, district, now, flagged, onProgress: progress.show, signal });
      progress.end();
      await refreshStatistics(url);
      const occasion = { districtId, scope: areaScope(String(districtId)), actor, now };
      const figures = await inTransaction(db, occasion, measureAppeals);
      const seconds = (performance.now() - startedAt) / 1000;
      for (const line of reportAppeals(imported, figures, flagged, seconds)) console.log(line);
      const broken = flagged.counts.get('notJson') ?? 0;
      if (broken > 0) console.error(importText('broken', { lines: broken }));
      if (!imported.isWhole) console.error(importText('stopped'));
      return imported.isWhole ? (broken > 0 ? exitCodes.faulty : exitCodes.fine) : exitCodes.stopped;
    } finally {
      progress.end();
      flagged.close();
    }
  });
}

if (import.meta.main) {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  try {
    process.exitCode = await run(process.argv.slice(2), process.env, stop.signal);
  } catch (error) {
    if (!(error instanceof ImportFault || error instanceof StartFault)) throw error;
    console.error(error.message);
    process.exitCode = exitCodes.faulty;
  }
}
