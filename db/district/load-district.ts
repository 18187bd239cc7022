import { createAccounts } from '../../modules/accounts/index.ts';
import { createAppointments, createBodies, createBodyLinks, createPosts } from '../../modules/bodies/index.ts';
import { createAreas, createDistrict } from '../../modules/territory/index.ts';
import type { Work } from '../../platform/work.ts';
import type { DistrictRows } from './rows.ts';

/**
 * Loads a whole district (区) through the modules' front doors, in the caller's transaction.
 *
 * @returns the district, or the refusal `district.exists`
 */
export async function loadDistrict(work: Work, rows: DistrictRows) {
  const district = await createDistrict(work, rows.district);
  if (!district.ok) return district;

  await createAreas(work, rows.areas);
  await createAccounts(work, rows.accounts);
  await createBodies(work, rows.bodies);
  await createBodyLinks(work, rows.links);
  await createPosts(work, rows.posts);
  await createAppointments(work, rows.appointments);
  return district;
}
