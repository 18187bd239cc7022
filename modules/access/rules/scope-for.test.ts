import { describe, expect, test } from 'vitest';
import type { Actor, Scope } from '../../../platform/work.ts';
import { areaScope, noScope } from '../../../platform/work.ts';
import { postKinds } from '../../bodies/index.ts';
import { registerScopeFor, scopeFor } from './scope-for.ts';

const bodyId = '01900000-0000-7000-8000-000000000003';
const worker = (postKind: string, areaCode: string): Actor => ({
  kind: 'worker',
  accountId: '01900000-0000-7000-8000-000000000001',
  name: '白松',
  postId: '01900000-0000-7000-8000-000000000002',
  postKind,
  isHead: false,
  bodyId,
  areaCode,
});
const shows = (scope: Scope, code: string) => code >= scope.lo && code < scope.hi;

const own = '990199001002003';
const sameCommunity = '990199001002004';
const neighbourCommunity = '990199001003001';
const neighbourSubdistrict = '990199002001001';

describe('what someone is shown (可见范围)', () => {
  test.each([
    ['gridWorker', '990199001002003', [true, true, false, false]],
    ['communityClerk', '990199001002', [true, true, false, false]],
    ['communitySecretary', '990199001002', [true, true, false, false]],
    ['communityDirector', '990199001002', [true, true, false, false]],
    ['taskGroupLead', '990199001', [true, true, true, false]],
    ['taskGroupLiaison', '990199001', [true, true, true, false]],
    ['officeClerk', '990199001', [true, true, true, false]],
    ['dispatchLead', '990199', [true, true, true, true]],
    ['dispatchClerk', '990199', [true, true, true, true]],
    ['supervisor', '990199', [true, true, true, true]],
    ['districtLeader', '990199', [true, true, true, true]],
    ['departmentHead', '990199', [false, false, false, false]],
    ['departmentClerk', '990199', [false, false, false, false]],
    ['informationOfficer', '990199001', [false, false, false, false]],
    ['propertyLead', '990199001002', [false, false, false, false]],
    ['propertyClerk', '990199001002', [false, false, false, false]],
  ])('%s at %s', (postKind, areaCode, expected) => {
    const scope = scopeFor(worker(postKind, areaCode));
    expect([own, sameCommunity, neighbourCommunity, neighbourSubdistrict].map((code) => shows(scope, code))).toEqual(
      expected,
    );
    expect(scope).toMatchObject({ bodyId, matterId: null });
  });

  test('every kind of post but the administrator’s has a scope of its body', () => {
    for (const kind of postKinds.filter((one) => one !== 'districtAdministrator'))
      expect(scopeFor(worker(kind, own)).bodyId).toBe(bodyId);
  });

  test('an administrator is shown no matter, not even what their body was given', () => {
    expect(scopeFor(worker('districtAdministrator', '990199'))).toEqual(noScope);
  });

  test('an administrator keeps the register of addresses of the whole district, and others theirs', () => {
    expect(registerScopeFor(worker('districtAdministrator', '990199'))).toEqual(areaScope('990199'));
    const director = worker('communityDirector', '990199001001');
    expect(registerScopeFor(director)).toEqual(scopeFor(director));
  });

  test('a post whose area is wider than its kind sees by its body only', () => {
    expect(scopeFor(worker('communityClerk', '990199'))).toEqual({ ...noScope, bodyId });
  });

  test('a post of a kind nobody knows sees by its body only', () => {
    expect(scopeFor(worker('janitor', own))).toEqual({ ...noScope, bodyId });
  });

  test('a resident sees one matter, the public nothing, the program the whole district', () => {
    expect(scopeFor({ kind: 'resident', matterId: bodyId })).toEqual({ ...noScope, matterId: bodyId });
    expect(shows(scopeFor({ kind: 'public' }), own)).toBe(false);
    expect(shows(scopeFor({ kind: 'system', name: 'timer' }), own)).toBe(true);
  });
});
