import type { Kysely } from 'kysely';
import { demoDistrictId } from '../../db/demo/demo-district.ts';
import { listDistricts } from '../../modules/territory/index.ts';
import type { Config } from '../../platform/config.ts';
import type { Database } from '../../platform/db/database.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { StartFault } from '../../platform/start-fault.ts';
import { noScope } from '../../platform/work.ts';

/**
 * Finds the district that this server serves (本服务的区): the one named by `LINLI_DISTRICT`; without it the demo district in
 * demo mode, else the only one there is.
 *
 * @throws StartFault `district.none`, `district.several`, `district.unknown`
 */
export async function findServedDistrict(
  db: Kysely<Database>,
  { mode, districtId }: Pick<Config, 'mode' | 'districtId'>,
): Promise<number> {
  if (districtId === null && mode === 'demo') return demoDistrictId;
  const actor = { kind: 'system', name: 'setup' } as const;
  const occasion = { districtId: 0, scope: noScope, actor, now: new Date() };
  const districts = await inTransaction(db, occasion, listDistricts);
  const codes = districts.map((one) => `${one.districtId} ${one.nameZh}`).join('、');
  const [only, second] = districts;
  if (districtId !== null) {
    if (districts.some((one) => one.districtId === districtId)) return districtId;
    throw only ? new StartFault('district.unknown', { value: districtId, codes }) : new StartFault('district.none');
  }
  if (!only) throw new StartFault('district.none');
  if (second) throw new StartFault('district.several', { count: districts.length, codes });
  return only.districtId;
}
