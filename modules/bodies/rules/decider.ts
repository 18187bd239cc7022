import { subdistrictOf } from '../../territory/index.ts';
import type { BodyKind } from '../contract/body-kinds.ts';

/**
 * Computes which body decides when a body and others cannot agree whose a matter is (移交争议): one tier up.
 *
 * @returns the kind and area of the deciding body; undefined for the district's centre, which has nobody above it
 * @source design, rule 3 "the third hop goes to a decider"
 */
export function computeDecider(body: {
  kind: BodyKind;
  areaCode: string;
}): { kind: BodyKind; areaCode: string } | undefined {
  const centre = { kind: 'districtCentre', areaCode: body.areaCode.slice(0, 6) } as const;
  if (body.kind === 'districtCentre') return undefined;
  // Whoever stands below a sub-district is decided for by its task group, others by the centre.
  const subdistrict = body.areaCode.length > 9 ? subdistrictOf(body.areaCode) : undefined;
  return subdistrict ? { kind: 'taskGroup', areaCode: subdistrict } : centre;
}
