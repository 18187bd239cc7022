import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../platform/work.ts';
import type { PostKind } from '../../bodies/index.ts';
import { permissions } from '../contract/permission.ts';
import type { Permission } from '../contract/permission.ts';
import { mayUse } from './may-use.ts';
import { policy } from './policy.ts';

const worker = (postKind: string): Actor => ({
  kind: 'worker',
  accountId: '01900000-0000-7000-8000-000000000001',
  name: '白松',
  postId: '01900000-0000-7000-8000-000000000002',
  postKind,
  isHead: false,
  bodyId: '01900000-0000-7000-8000-000000000003',
  areaCode: '990199001002',
});
const refused = { ok: false, code: 'access.not_your_post' };

describe('the policy (权限表)', () => {
  test.each<[Permission, PostKind[], string[]]>([
    ['matters.read', ['gridWorker', 'departmentClerk', 'propertyClerk', 'supervisor'], ['janitor']],
    [
      'matters.register',
      ['gridWorker', 'communityClerk', 'taskGroupLiaison', 'officeClerk', 'dispatchClerk'],
      ['departmentClerk', 'supervisor', 'propertyLead'],
    ],
    ['matters.step', ['gridWorker', 'departmentHead', 'propertyLead', 'supervisor'], ['janitor']],
    ['matters.search', ['gridWorker', 'departmentClerk', 'supervisor'], ['propertyLead', 'propertyClerk']],
    [
      'requests.reveal',
      ['gridWorker', 'communityDirector', 'departmentClerk', 'dispatchLead', 'supervisor'],
      ['propertyLead', 'propertyClerk'],
    ],
    ['procedures.read', ['gridWorker', 'departmentClerk', 'propertyClerk', 'supervisor'], ['janitor']],
    [
      'figures.read',
      ['communityDirector', 'taskGroupLead', 'departmentHead', 'dispatchLead', 'supervisor'],
      ['gridWorker', 'propertyLead'],
    ],
    ['open311.keys', ['dispatchLead'], ['dispatchClerk', 'communityDirector', 'departmentHead', 'supervisor']],
  ])('%s', (permission, allowed, denied) => {
    for (const kind of allowed) expect(mayUse(worker(kind), permission), kind).toMatchObject({ ok: true });
    for (const kind of denied) expect(mayUse(worker(kind), permission), kind).toEqual(refused);
  });

  test.each(permissions)('%s is not for residents nor the public', (permission) => {
    expect(mayUse({ kind: 'public' }, permission)).toEqual(refused);
    expect(mayUse({ kind: 'resident', matterId: null }, permission)).toEqual(refused);
  });

  test('the program itself never looks at a phone number', () => {
    expect(mayUse({ kind: 'system', name: 'timer' }, 'requests.reveal')).toEqual(refused);
    expect(mayUse({ kind: 'system', name: 'import' }, 'matters.register')).toMatchObject({ ok: true });
  });

  test('says something about each permission', () => {
    expect(Object.keys(policy).toSorted()).toEqual(permissions.toSorted());
  });
});
