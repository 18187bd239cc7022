import { describe, expect, test } from 'vitest';
import { areaKindOf, communityOf, computeAreaPath, parentOf, subdistrictOf } from './area-code.ts';

describe('area codes (区划代码)', () => {
  test.each([
    ['990199', 'district'],
    ['990199001', 'subdistrict'],
    ['990199001002', 'community'],
    ['990199001002003', 'grid'],
    ['99019', undefined],
    ['9901990', undefined],
    ['990199000', undefined],
    ['990199000002', 'community'],
    ['9901990010020030', undefined],
    ['99019a', undefined],
    ['090199', undefined],
    ['', undefined],
  ])('%s is %s', (code, kind) => {
    expect(areaKindOf(code)).toBe(kind);
  });

  test('each level lies in the one before it', () => {
    expect(computeAreaPath('990199001002003')).toEqual(['990199', '990199001', '990199001002', '990199001002003']);
    expect(computeAreaPath('990199')).toEqual(['990199']);
    expect(parentOf('990199001002003')).toBe('990199001002');
    expect(parentOf('990199')).toBeUndefined();
  });

  test('the community of a grid is known, the community of a sub-district is not', () => {
    expect(communityOf('990199001002003')).toBe('990199001002');
    expect(communityOf('990199001')).toBeUndefined();
    expect(subdistrictOf('990199001002003')).toBe('990199001');
    expect(subdistrictOf('990199')).toBeUndefined();
  });
});
