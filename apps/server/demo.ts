import type { Kysely } from 'kysely';
import { demoDistrictId, loadDemoDistrict } from '../../db/demo/demo-district.ts';
import { playDemoMonth } from '../../db/demo/month.ts';
import { playOtherInstitutions } from '../../db/demo/other-institutions.ts';
import { bookDemoSlot, playCoordination } from '../../db/demo/coordination.ts';
import { playAbsence } from '../../db/demo/absence.ts';
import { makeClient } from '../../modules/openness/index.ts';
import { findDistrict } from '../../modules/territory/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { districtKeys } from '../../platform/crypto/keys.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../platform/work.ts';

/** The key of the demo district, which everyone may know: its sign-ins are open too. */
export const demoOpenKey = 'linli-demo';
const demoOpen311Client = { name: '演示 Demo', contact: 'demo', perMinute: 100_000, key: demoOpenKey };

const asDemo = <T>(db: Kysely<Database>, now: Date, run: (work: Work) => Promise<T>): Promise<T> =>
  inTransaction(
    db,
    { districtId: demoDistrictId, scope: areaScope(''), actor: { kind: 'system', name: 'demo' }, now },
    run,
  );

/**
 * Fills the invented district the first time, in one transaction: it is there whole or not at all.
 *
 * @returns whether it was filled now
 */
export async function ensureDemo(db: Kysely<Database>, now: Date, secret: string): Promise<boolean> {
  const isNew = await asDemo(db, now, async (work) => {
    if (await findDistrict(work)) return false;
    process.stdout.write('正在建立演示区……\nFilling the demo district …\n');
    const loaded = await loadDemoDistrict(work);
    if (!loaded.ok) throw new Error(`the demo district could not be loaded: ${loaded.code}`);
    await playDemoMonth(work, { until: now });
    await playOtherInstitutions(work, { until: now });
    await playCoordination(work);
    await playAbsence(work);
    await makeClient(work, demoOpen311Client);
    return true;
  });
  if (!isNew) return false;
  const keys = await districtKeys(db, demoDistrictId, secret); // made once the district is there
  await asDemo(db, now, (work) => bookDemoSlot(work, keys));
  return true;
}
