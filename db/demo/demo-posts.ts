import type { DistrictPlan } from '../district/plan.ts';
import { areaKindOf } from '../../modules/territory/index.ts';

type PlanArea = DistrictPlan['areas'][number];
type PlanBody = DistrictPlan['bodies'][number];
type PlanPost = DistrictPlan['posts'][number];

const workersPerCommunity = 8;
const clerkDuties = [
  '低保、救助、残疾人服务',
  '老龄、助餐、居家养老',
  '物业、环境、消防宣传',
  '计生、就业、退役军人服务',
];

/** Invents the posts of each body, heads first; about eight in a community, one of them for each grid. */
export function inventPosts(areas: readonly PlanArea[], bodies: readonly PlanBody[]): PlanPost[] {
  const grids = areas.filter(({ code }) => areaKindOf(code) === 'grid');
  const posts = bodies.flatMap((body) =>
    body.kind === 'residentsCommittee'
      ? communityPosts(
          body,
          grids.filter(({ code }) => code.startsWith(body.area)),
        )
      : (postsOf[body.kind] ?? []).map(([kind, nameZh, nameEn], index) =>
          post(body, index, kind, nameZh, nameEn, { isHead: index === 0 }),
        ),
  );
  return [...posts, ...administrators(bodies)];
}

/** Two in the district's centre, so that each can give a post to the other and neither is the last. */
const administrators = (bodies: readonly PlanBody[]): PlanPost[] =>
  bodies
    .filter(({ kind }) => kind === 'districtCentre')
    .flatMap((centre) =>
      [1, 2].map((count) =>
        post(
          centre,
          (postsOf.districtCentre ?? []).length + count - 1,
          'districtAdministrator',
          '系统管理员',
          'District Administrator',
        ),
      ),
    );

function communityPosts(body: PlanBody, grids: readonly PlanArea[]): PlanPost[] {
  const leaders = 2;
  const clerks = Math.max(1, workersPerCommunity - leaders - grids.length);
  return [
    post(body, 0, 'communityDirector', '社区主任', 'Community Director', {
      isHead: true,
      tenure: 'elected',
      duty: '主持居民委员会工作，议事协商',
    }),
    post(body, 1, 'communitySecretary', '社区书记', 'Community Secretary', { duty: '主持社区党组织工作，统筹网格' }),
    ...Array.from({ length: clerks }, (_, index) =>
      post(body, leaders + index, 'communityClerk', '社区工作者', 'Community Clerk', {
        duty: clerkDuties[index % clerkDuties.length] ?? null,
      }),
    ),
    ...grids.map((grid, index) =>
      post(body, leaders + clerks + index, 'gridWorker', `第${index + 1}网格网格员`, `Grid Worker, Grid ${index + 1}`, {
        area: grid.code,
        duty: '入户走访，代办帮办，随手上报',
        phonePublic: `0999-556-${grid.code.slice(7, 9)}${grid.code.slice(10, 12)}${grid.code.slice(14)}`,
      }),
    ),
  ];
}

type PlainPost = readonly [kind: PlanPost['kind'], nameZh: string, nameEn: string];

const postsOf: Readonly<Partial<Record<PlanBody['kind'], readonly PlainPost[]>>> = {
  districtCentre: [
    ['dispatchLead', '中心主任', 'Director of the Centre'],
    ['dispatchClerk', '调度员', 'Dispatch Clerk'],
    ['dispatchClerk', '调度员', 'Dispatch Clerk'],
    ['dispatchClerk', '调度员', 'Dispatch Clerk'],
    ['supervisor', '督查员', 'Supervisor'],
    ['supervisor', '督查员', 'Supervisor'],
  ],
  department: [
    ['departmentHead', '负责人', 'Head of Department'],
    ['departmentClerk', '经办人', 'Department Clerk'],
    ['departmentClerk', '经办人', 'Department Clerk'],
  ],
  subdistrictOffice: [
    ['officeClerk', '街道办事处主任', 'Director of the Sub-district Office'],
    ['officeClerk', '街道办事员', 'Office Clerk'],
  ],
  taskGroup: [
    ['taskGroupLead', '组长', 'Group Lead'],
    ['taskGroupLiaison', '联络员', 'Liaison Officer'],
  ],
  propertyManager: [
    ['propertyLead', '物业项目经理', 'Property Manager'],
    ['propertyClerk', '物业客服', 'Property Clerk'],
  ],
};

const post = (
  body: PlanBody,
  index: number,
  kind: PlanPost['kind'],
  nameZh: string,
  nameEn: string,
  more: Partial<Pick<PlanPost, 'area' | 'isHead' | 'tenure' | 'duty' | 'phonePublic'>> = {},
): PlanPost => ({
  key: `${body.key}.${index + 1}`,
  body: body.key,
  kind,
  nameZh,
  nameEn,
  area: body.area,
  isHead: false,
  tenure: 'appointed',
  phonePublic: null,
  duty: null,
  ...more,
});
