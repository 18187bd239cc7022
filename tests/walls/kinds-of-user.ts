import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import { createAccounts, signInDemo, chooseActingPost } from '../../modules/accounts/index.ts';
import { createAppointments, createBodies, createPosts } from '../../modules/bodies/index.ts';
import { createAreas, createDistrict } from '../../modules/territory/index.ts';
import { computeDemoRows } from '../../db/demo/demo-district.ts';
import type { DemoServer } from '../support/demo-server.ts';

/**
 * Who knocks at every route, as seen from the community `here`: nobody, the resident whose matter it is (a code, no
 * session), those who answer for it, and their neighbours on every level.
 */
export const kindsOfUser = [
  'nobody',
  'resident',
  'communityClerk',
  'neighbourCommunity',
  'taskGroup',
  'neighbourSubdistrict',
  'department',
  'property',
  'supervisor',
  'leader',
  'informationOfficer',
  'administrator',
  'otherDistrict',
] as const;
export type KindOfUser = (typeof kindsOfUser)[number];

export const here = { community: '990102001001', elsewhere: '990102002001' };
const otherDistrict = 990188;
const id = (count: number) => `01900000-0000-7000-8000-0000990188${String(count).padStart(2, '0')}`;
const now = new Date('2026-11-18T02:00:00Z');

/** Prepares another district with a supervisor of its own, and gives a way to sign in afresh as each kind of user. */
export async function prepareUsers(server: DemoServer): Promise<(kind: KindOfUser) => Promise<string | undefined>> {
  await foundOtherDistrict(server);
  const rows = computeDemoRows();
  const holderOf = (kind: string, area: string) => {
    const post = rows.posts.find((one) => one.kind === kind && one.areaCode === area);
    const held = rows.appointments.find(({ postId }) => postId === post?.id);
    if (!held) throw new Error(`nobody is ${kind} at ${area}`);
    return held;
  };
  const accounts: Partial<Record<KindOfUser, { readonly accountId: string; readonly postId: string }>> = {
    communityClerk: holderOf('communityClerk', here.community),
    neighbourCommunity: holderOf('communityDirector', '990102001002'),
    taskGroup: holderOf('taskGroupLead', '990102001'),
    neighbourSubdistrict: holderOf('taskGroupLead', '990102002'),
    department: holderOf('departmentHead', '990102'),
    property: holderOf('propertyLead', here.community),
    supervisor: holderOf('supervisor', '990102'),
    leader: holderOf('districtLeader', '990102'),
    informationOfficer: holderOf('informationOfficer', '990102001'),
    administrator: holderOf('districtAdministrator', '990102'),
  };
  return async (kind) => {
    if (kind === 'nobody' || kind === 'resident') return undefined;
    if (kind === 'otherDistrict') return `linli_session=${await signInElsewhere(server)}`;
    const { raw } = await server.ask('POST', '/api/demo/session', { body: { accountId: accounts[kind]?.accountId } });
    const cookie = String(raw.headers['set-cookie']).split(';')[0];
    await server.ask('POST', '/api/session/post', {
      body: { postId: accounts[kind]?.postId },
      ...(cookie ? { cookie } : {}),
    });
    return cookie;
  };
}

const occasion = {
  districtId: otherDistrict,
  actor: { kind: 'system', name: 'setup' },
  scope: areaScope(''),
  now,
} as const;

async function foundOtherDistrict({ ground }: DemoServer): Promise<void> {
  const code = String(otherDistrict);
  await inTransaction(ground.db, occasion, async (work) => {
    const names = { nameZh: '邻区', nameEn: 'Other District' };
    await createDistrict(work, { ...names, timeZone: 'Asia/Shanghai' });
    await createAreas(work, [{ code, ...names, foundedOn: '2019-05-01' }]);
    await createAccounts(work, [{ id: id(1), login: 'other-supervisor', ...names, password: null, isDemo: true }]);
    await createBodies(work, [
      { id: id(2), kind: 'districtCentre', ...names, areaCode: code, phonePublic: null, duties: [] },
    ]);
    await createPosts(work, [
      { id: id(3), bodyId: id(2), kind: 'supervisor', ...names, areaCode: code, isHead: false, tenure: 'appointed' },
    ]);
    const term = { fromOn: '2020-01-01', toOn: null };
    await createAppointments(work, [{ id: id(4), postId: id(3), accountId: id(1), ...term }]);
  });
}

/** Where the walls are tried from. */
const origin = { address: '127.0.0.1', device: null, deviceName: '' };

const signInElsewhere = ({ ground }: DemoServer): Promise<string> =>
  inTransaction(ground.db, { ...occasion, now: ground.clock() }, async (work) => {
    const signedIn = await signInDemo(work, { accountId: id(1), origin, replaces: null });
    if (!signedIn.ok) throw new Error(signedIn.code);
    await chooseActingPost(work, { token: signedIn.value.token, postId: id(3) });
    return signedIn.value.token;
  });
