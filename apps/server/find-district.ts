import type { Kysely } from 'kysely';
import { demoDistrictId } from '../../db/demo/demo-district.ts';
import { listDistricts } from '../../modules/territory/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { StartFault } from '../../platform/start-fault.ts';
import { noScope } from '../../platform/work.ts';

/** Finds the district that this server serves: the demo district in demo mode, else the one that was set up. */
export async function findOnlyDistrict(db: Kysely<Database>, mode: 'demo' | 'production'): Promise<number> {
  if (mode === 'demo') return demoDistrictId;
  const occasion = {
    districtId: 0,
    scope: noScope,
    actor: { kind: 'system', name: 'setup' },
    now: new Date(),
  } as const;
  const districts = await inTransaction(db, occasion, listDistricts);
  const [only, second] = districts;
  if (!only) throw new StartFault('district.none');
  if (second) throw new StartFault('district.several', { count: districts.length });
  return only.districtId;
}
