// npm run restore -- BACKUP: puts a backup into an empty data folder, starts its database once, and verifies the record.
import { procedures } from '../apps/server/procedures.ts';
import { installProcedures } from '../modules/matters/index.ts';
import { listDistricts } from '../modules/territory/index.ts';
import { readConfig, type Config } from '../platform/config.ts';
import { districtKeys } from '../platform/crypto/keys.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import { StartFault } from '../platform/start-fault.ts';
import { noScope } from '../platform/work.ts';
import { restore } from './backup/restore.ts';
import { sayBoth } from './backup/words.ts';
import { withData } from './import/open-data.ts';
import { verifyData } from './verify/verify-data.ts';

type Outcome = { readonly isWhole: boolean; readonly lines: readonly string[] };

async function run(backup: string | undefined): Promise<Outcome> {
  const config = readConfig(process.env);
  if (!config.ok) return no(...config.faults.map(({ text }) => text));
  if (backup === undefined) return no(sayBoth('whichBackup'));
  if (config.value.databaseUrl !== null) return no(sayBoth('outside'));
  const restored = await restore(backup, config.value.dataFolder);
  if (!restored.ok) return no(sayBoth(restored.code, restored.details));
  // A demo's secret came with the backup.
  const now = readConfig(process.env);
  const { isWhole, lines } = await look(now.ok ? now.value : config.value);
  return { isWhole, lines: [sayBoth('restored', { at: restored.value.at }), ...lines] };
}

const no = (...lines: string[]): Outcome => ({ isWhole: false, lines });

/** Starts the database, which catches up with its log, and looks at all of the record and at the keys. */
const look = (config: Config): Promise<Outcome> =>
  withData(config, async (db) => {
    installProcedures(procedures);
    const { fits, isHeld, lines } = await verifyData(db, new Date());
    const occasion = {
      districtId: 0,
      scope: noScope,
      actor: { kind: 'system', name: 'setup' },
      now: new Date(),
    } as const;
    const districts = await inTransaction(db, occasion, listDistricts);
    const keys = await Promise.allSettled(districts.map((one) => districtKeys(db, one.districtId, config.secret)));
    const opens = keys.every(({ status }) => status === 'fulfilled');
    return { isWhole: fits && isHeld && opens, lines: opens ? lines : [...lines, sayBoth('otherSecret')] };
  });

const { isWhole, lines } = await run(process.argv[2]).catch((error: unknown): Outcome => {
  if (error instanceof StartFault) return no(error.message);
  throw error;
});
for (const line of lines) (isWhole ? console.log : console.error)(line);
process.exitCode = isWhole ? 0 : 1;
