import { subdistrictOf } from '../../territory/index.ts';
import type { BodyKind } from '../contract/body.ts';

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
  switch (body.kind) {
    case 'residentsCommittee':
    case 'propertyManager': {
      const subdistrict = subdistrictOf(body.areaCode);
      return subdistrict ? { kind: 'taskGroup', areaCode: subdistrict } : centre;
    }
    case 'taskGroup':
    case 'subdistrictOffice':
    case 'department':
      return centre;
    case 'districtCentre':
      return undefined;
  }
}
