import { done, refuse } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { District } from '../contract/area.ts';
import { loadDistrict, saveDistrict } from '../store/area-store.ts';

/**
 * Creates the district (区) this work is for; its areas come with `createAreas`.
 *
 * @returns done, or the refusal `district.exists`: this number is taken
 */
export async function createDistrict(
  work: Work,
  names: Omit<District, 'districtId'>,
): Promise<Result<District, 'district.exists'>> {
  if (await loadDistrict(work)) return refuse('district.exists', { districtId: work.districtId });
  const district = { ...names, districtId: work.districtId };
  await saveDistrict(work, district);
  return done(district);
}
