// npm run rebuild-figures: makes the figures of every district again from its timelines, while the server is stopped.
import { procedures } from '../apps/server/procedures.ts';
import { rebuildTallies } from '../modules/insight/index.ts';
import { installProcedures } from '../modules/matters/index.ts';
import { listDistricts } from '../modules/territory/index.ts';
import { readConfig } from '../platform/config.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import { StartFault } from '../platform/start-fault.ts';
import { areaScope, noScope } from '../platform/work.ts';
import { withData } from './import/open-data.ts';
import { sayBoth } from './verify/words.ts';

const actor = { kind: 'system', name: 'timer' } as const;

async function run(): Promise<readonly string[]> {
  const config = readConfig(process.env);
  if (!config.ok) throw new StartFaultText(config.faults.map(({ text }) => text).join('\n'));
  installProcedures(procedures);
  return withData(config.value, async (db) => {
    const now = new Date();
    const lines: string[] = [];
    for (const district of await inTransaction(db, { districtId: 0, scope: noScope, actor, now }, listDistricts)) {
      const { districtId, nameZh, nameEn } = district;
      const matters = await inTransaction(
        db,
        { districtId, scope: areaScope(String(districtId)), actor, now },
        rebuildTallies,
      );
      lines.push(sayBoth('figures.rebuilt', { code: districtId, nameZh, nameEn, matters }));
    }
    return lines;
  });
}

class StartFaultText extends Error {}

try {
  for (const line of await run()) console.log(line);
} catch (error) {
  if (!(error instanceof StartFault || error instanceof StartFaultText)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
