import type { Work } from '../../../platform/work.ts';
import type { AreaStep } from '../contract/area.ts';
import { computeAreaPath } from '../rules/area-code.ts';
import { loadSteps } from '../store/area-store.ts';

/** Gets the way from the district down to an area (区划路径), itself included, with names; the area must be known. */
export async function getAreaPath(work: Work, code: string): Promise<AreaStep[]> {
  const steps = await loadSteps(work, computeAreaPath(code));
  if (steps.at(-1)?.code !== code) throw new Error(`No area ${code} in district ${work.districtId}`);
  return steps;
}
