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
  /** What this person can try. */
  readonly canZh: string;
  readonly canEn: string;
};

const subdistrict = `${demoDistrictId}001`;
const community = `${subdistrict}001`;
const neighbour = `${subdistrict}002`;
/** Where the director is away, and for how long from the day on which the district is filled. */
export const absence = { community: `${subdistrict}003`, days: 14, reason: '参加市里的社区治理培训' } as const;

const wanted: readonly { key: string; canZh: string; canEn: string; kind: PostKind; area: string; duty?: string }[] = [
  {
    key: 'gridWorker',
    canZh: '接手本网格的诉求，上门办理，记进展',
    canEn: 'takes up requests of the grid, visits, records progress',
    kind: 'gridWorker',
    area: `${community}001`,
  },
  {
    key: 'clerk',
    canZh: '窗口代录，接手和办理本社区的诉求',
    canEn: 'takes requests down at the counter, takes up and handles them',
    kind: 'communityClerk',
    area: community,
  },
  {
    key: 'director',
    canZh: '接手、转办、上报，签署“办不了”的说明',
    canEn: 'accepts, transfers, escalates; signs explanations',
    kind: 'communityDirector',
    area: community,
  },
  {
    key: 'neighbourDirector',
    canZh: '隔壁社区：看不到别人的事，转来的可接手可退回',
    canEn: 'the neighbour: sees nothing of others; accepts or sends back what is offered',
    kind: 'communityDirector',
    area: neighbour,
  },
  {
    key: 'taskGroupLiaison',
    canZh: '接手社区上报的事，转给区级部门',
    canEn: 'takes what communities escalate, refers it to departments',
    kind: 'taskGroupLiaison',
    area: subdistrict,
  },
  {
    key: 'taskGroupLead',
    canZh: '裁定社区之间的推诿，签署说明',
    canEn: 'rules between communities; signs explanations',
    kind: 'taskGroupLead',
    area: subdistrict,
  },
  {
    key: 'departmentClerk',
    canZh: '接手转来的路灯市政诉求，办理答复',
    canEn: 'takes up what is referred to the department, answers',
    kind: 'departmentClerk',
    area: String(demoDistrictId),
    duty: 'lighting',
  },
  {
    key: 'departmentHead',
    canZh: '签署本部门“办不了”的说明',
    canEn: 'signs the explanations of the department',
    kind: 'departmentHead',
    area: String(demoDistrictId),
    duty: 'lighting',
  },
  {
    key: 'dispatchLead',
    canZh: '看全区，裁定部门之间的推诿',
    canEn: 'sees the whole district; rules between departments',
    kind: 'dispatchLead',
    area: String(demoDistrictId),
  },
  {
    key: 'supervisor',
    canZh: '看全区哪里超时、卡在谁手里',
    canEn: 'sees what is overdue in the district, and with whom',
    kind: 'supervisor',
    area: String(demoDistrictId),
  },
  {
    key: 'leader',
    canZh: '看全区运行态势、大屏、周报月报；打不开居民的事',
    canEn: 'sees the overview of the district, the wall and the reports; opens no matter of a resident',
    kind: 'districtLeader',
    area: String(demoDistrictId),
  },
  {
    key: 'deputy',
    canZh: '主任外出，代主任接手和签署；右上角切换岗位',
    canEn: 'the director is away: accepts and signs for them; switch the post at the top',
    kind: 'communitySecretary',
    area: absence.community,
  },
  {
    key: 'administrator',
    canZh: '管本区的岗位：任命、离任、代理、空缺；看不到居民的事',
    canEn: 'keeps the posts of the district: appoints, ends, deputies, vacancies; sees no matter of a resident',
    kind: 'districtAdministrator',
    area: String(demoDistrictId),
  },
];

/** Lists ready sign-ins (演示登录) along one matter's way: a community, its neighbour, its sub-district, a department, the centre. */
export function demoSignIns(rows: DistrictRows): DemoSignIn[] {
  return wanted.map(({ key, canZh, canEn, kind, area, duty }) => {
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
      canZh,
      canEn,
    };
  });
}
