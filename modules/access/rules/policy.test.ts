import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../platform/work.ts';
import type { PostKind } from '../../bodies/index.ts';
import { sayRefusal } from '../../../platform/i18n/words.ts';
import '../words/index.ts';
import { permissions } from '../contract/permission.ts';
import type { Permission } from '../contract/permission.ts';
import { mayUse } from './may-use.ts';
import { holdersOf, policy } from './policy.ts';

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
    ['matters.read', ['gridWorker', 'departmentClerk', 'propertyClerk', 'supervisor'], ['janitor', 'districtLeader']],
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
      ['communityDirector', 'taskGroupLead', 'departmentHead', 'dispatchLead', 'supervisor', 'districtLeader'],
      ['gridWorker', 'propertyLead', 'partySecretary'],
    ],
    ['posts.read', ['gridWorker', 'supervisor', 'districtAdministrator'], ['propertyLead']],
    ['posts.standIn', ['gridWorker', 'propertyLead', 'districtAdministrator'], ['janitor']],
    ['district.administer', ['districtAdministrator'], ['dispatchLead', 'supervisor', 'communityDirector']],
    ['accounts.administer', ['districtAdministrator'], ['dispatchLead', 'supervisor', 'communityDirector']],
    ['open311.keys', ['dispatchLead'], ['dispatchClerk', 'communityDirector', 'departmentHead', 'supervisor']],
  ])('%s', (permission, allowed, denied) => {
    for (const kind of allowed) expect(mayUse(worker(kind), permission), kind).toMatchObject({ ok: true });
    for (const kind of denied) expect(mayUse(worker(kind), permission), kind).toMatchObject(refused);
  });

  test.each(permissions)('%s is not for residents nor the public', (permission) => {
    expect(mayUse({ kind: 'public' }, permission)).toMatchObject(refused);
    expect(mayUse({ kind: 'resident', matterId: null }, permission)).toMatchObject(refused);
  });

  test('the program itself never looks at a phone number', () => {
    expect(mayUse({ kind: 'system', name: 'timer' }, 'requests.reveal')).toMatchObject(refused);
    expect(mayUse({ kind: 'system', name: 'import' }, 'matters.register')).toMatchObject({ ok: true });
  });

  test('an administrator keeps the posts and sees nothing of what residents ask', () => {
    const carried = permissions.filter((permission) => holdersOf(permission).includes('districtAdministrator'));
    expect(carried.map((permission) => policy[permission].sensitivity)).not.toContain('internal');
    expect(carried.map((permission) => policy[permission].sensitivity)).not.toContain('personal');
    expect(carried).toEqual([
      'procedures.read',
      'posts.read',
      'posts.standIn',
      'district.administer',
      'territory.edit',
      'accounts.administer',
      'bodies.read',
    ]);
  });

  test('an information officer answers what the body was given, and neither searches nor sees a telephone number', () => {
    const carried = permissions.filter((permission) => holdersOf(permission).includes('informationOfficer'));
    expect(carried).toEqual(['matters.read', 'matters.step', 'procedures.read', 'posts.standIn', 'bodies.read']);
  });

  test('each "no" says who may and why, in both languages', () => {
    const no = mayUse(worker('propertyLead'), 'requests.reveal');
    if (no.ok) throw new Error('a company was shown a number');
    const { zh, en } = sayRefusal(no);
    expect(zh).toContain('能办的是：社区、街道、区级部门、调度中心、督查员');
    expect(zh).toContain('每次留痕');
    expect(en).toContain('it is for the community, the sub-district, departments');
    expect(en).toContain('each time is logged');
  });

  test('says something about each permission', () => {
    expect(Object.keys(policy).toSorted()).toEqual(permissions.toSorted());
  });
});
