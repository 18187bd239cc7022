import { drawTown } from '../../modules/territory/index.ts';
import { createDuties } from '../../modules/requests/index.ts';
import type { Work } from '../../platform/work.ts';
import { loadDistrict } from '../district/load-district.ts';
import { createCharges } from '../../modules/bodies/index.ts';
import { computeRows } from '../district/rows.ts';
import type { DistrictRows } from '../district/rows.ts';
import { computeDemoDuties } from './demo-duties.ts';
import { computeDemoCharges } from './demo-chains.ts';
import { demoDistrict } from './demo-areas.ts';
import { inventDistrict } from './demo-plan.ts';
import { withInformationOfficers } from './information-officers.ts';
import { withUtilities } from './utilities.ts';
import { inventTown } from './town/demo-town.ts';

export const demoDistrictId = demoDistrict.code;

/** The demo district's rows, with the same ids every time; they are UUIDv7 in form, in the order of the plan. Computed once a process. */
export const computeDemoRows = (): DistrictRows => (rows ??= inventRows());
let rows: DistrictRows | undefined;

function inventRows(): DistrictRows {
  let count = 0;
  const newId = () => `01900000-0000-7000-8000-${(++count).toString(16).padStart(12, '0')}`;
  return withUtilities(withInformationOfficers(computeRows(inventDistrict(), { newId, passwordOf: null })));
}

/**
 * Loads the invented district (演示区) in the caller's transaction.
 *
 * @returns the district, or the refusal `district.exists`: it is loaded already
 */
export async function loadDemoDistrict(work: Work) {
  const rows = computeDemoRows();
  const loaded = await loadDistrict(work, rows);
  if (!loaded.ok) return loaded;
  await drawTown(work, inventTown(rows.areas));
  await createCharges(work, computeDemoCharges(rows));
  await createDuties(work, computeDemoDuties(rows));
  return loaded;
}
