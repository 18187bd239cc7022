import { expect, test } from 'vitest';
import type { BodyKind } from '../contract/body-kinds.ts';
import { computeDecider } from './decider.ts';

test.each<[BodyKind, string, ReturnType<typeof computeDecider>]>([
  ['residentsCommittee', '990199001002', { kind: 'taskGroup', areaCode: '990199001' }],
  ['propertyManager', '990199001002', { kind: 'taskGroup', areaCode: '990199001' }],
  ['propertyManager', '990199', { kind: 'districtCentre', areaCode: '990199' }],
  ['taskGroup', '990199001', { kind: 'districtCentre', areaCode: '990199' }],
  ['subdistrictOffice', '990199001', { kind: 'districtCentre', areaCode: '990199' }],
  ['department', '990199', { kind: 'districtCentre', areaCode: '990199' }],
  ['districtCentre', '990199', undefined],
])('a dispute of a %s at %s goes one tier up', (kind, areaCode, expected) => {
  expect(computeDecider({ kind, areaCode })).toEqual(expected);
});
