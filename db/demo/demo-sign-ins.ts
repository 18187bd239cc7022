import type { PostKind } from '../../modules/bodies/index.ts';
import type { DistrictRows } from '../district/rows.ts';
import { demoDistrictId } from './demo-district.ts';

/** A ready sign-in: the person, the post they act in, and a line of who they are. */
export type DemoSignIn = {
  /** Permanent, for links and tests. */
  readonly key: string;
  readonly accountId: string;
  readonly postId: string;
  readonly postKind: PostKind;
  readonly login: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly whoZh: string;
  readonly whoEn: string;
};

const subdistrict = `${demoDistrictId}001`;
const community = `${subdistrict}001`;
const neighbour = `${subdistrict}002`;

const wanted: readonly { key: string; kind: PostKind; area: string; duty?: string }[] = [
  { key: 'gridWorker', kind: 'gridWorker', area: `${community}001` },
  { key: 'clerk', kind: 'communityClerk', area: community },
  { key: 'director', kind: 'communityDirector', area: community },
  { key: 'neighbourDirector', kind: 'communityDirector', area: neighbour },
  { key: 'taskGroupLiaison', kind: 'taskGroupLiaison', area: subdistrict },
  { key: 'taskGroupLead', kind: 'taskGroupLead', area: subdistrict },
  { key: 'departmentClerk', kind: 'departmentClerk', area: String(demoDistrictId), duty: 'lighting' },
  { key: 'departmentHead', kind: 'departmentHead', area: String(demoDistrictId), duty: 'lighting' },
  { key: 'dispatchLead', kind: 'dispatchLead', area: String(demoDistrictId) },
  { key: 'supervisor', kind: 'supervisor', area: String(demoDistrictId) },
];

/** Lists ready sign-ins (演示登录) along one matter's way: a community, its neighbour, its sub-district, a department, the centre. */
export function demoSignIns(rows: DistrictRows): DemoSignIn[] {
  return wanted.map(({ key, kind, area, duty }) => {
    const post = rows.posts.find((one) => {
      if (one.kind !== kind || one.areaCode !== area) return false;
      return duty === undefined || rows.bodies.some(({ id, duties }) => id === one.bodyId && duties.includes(duty));
    });
    const body = rows.bodies.find(({ id }) => id === post?.bodyId);
    const appointment = rows.appointments.find(({ postId }) => postId === post?.id);
    const account = rows.accounts.find(({ id }) => id === appointment?.accountId);
    if (!post || !body || !account) throw new Error(`The demo district has nobody for the sign-in ${key}`);
    return {
      key,
      accountId: account.id,
      postId: post.id,
      postKind: post.kind,
      login: account.login,
      nameZh: account.nameZh,
      nameEn: account.nameEn,
      whoZh: `${body.nameZh} ${post.nameZh}`,
      whoEn: `${post.nameEn}, ${body.nameEn}`,
    };
  });
}
