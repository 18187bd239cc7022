import type { BodyKind } from './body-kinds.ts';

export const postKinds = [
  'communityDirector',
  'communitySecretary',
  'communityClerk',
  'gridWorker',
  'taskGroupLead',
  'taskGroupLiaison',
  'officeClerk',
  'departmentHead',
  'departmentClerk',
  'dispatchLead',
  'dispatchClerk',
  'supervisor',
  'districtAdministrator',
  'propertyLead',
  'propertyClerk',
  'districtLeader',
  'partySecretary',
  'partyMember',
  'stationLead',
  'stationWorker',
  'buildingHead',
  'unitContact',
  'informationOfficer',
] as const;
/**
 * 社区主任, 社区书记, 社区工作者, 网格员, 专项工作组组长, 专项工作组联络员, 街道办事员, 部门负责人, 部门经办人,
 * 调度中心主任, 调度员, 督查员, 区系统管理员, 物业负责人, 物业工作人员; 区领导, 党组织书记, 党员, 服务站站长, 服务站工作人员, 楼栋长, 单位联系人; 信息员.
 */
export type PostKind = (typeof postKinds)[number];

export const isPostKind = (text: string): text is PostKind => (postKinds as readonly string[]).includes(text);

export const tenures = ['elected', 'appointed'] as const;
/** 选举产生, 聘任或任命. No staff rule ranks or dismisses an elected member. */
export type Tenure = (typeof tenures)[number];

/** A post (岗位); the id is made by the caller, a UUID. Posts made earlier have smaller ids and come first. */
export type NewPost = {
  readonly id: string;
  readonly bodyId: string;
  readonly kind: PostKind;
  readonly nameZh: string;
  readonly nameEn: string;
  /** The area the post answers for; a grid worker's is the grid. */
  readonly areaCode: string;
  /** Signs for the body. */
  readonly isHead: boolean;
  readonly tenure: Tenure;
  /** The number of the post on the notice board; never a person's own. */
  readonly phonePublic?: string | null;
  /** What its holder looks after (分管事项), in the words of the notice board. */
  readonly duty?: string | null;
};

/** Someone in a post (任职), from one day to another, both included (ISO dates); null: no end is known. */
export type NewAppointment = {
  readonly id: string;
  readonly postId: string;
  readonly accountId: string;
  readonly fromOn: string;
  readonly toOn: string | null;
};

/** A post someone acts in today, as its holder or as deputy, with its body and area. `isHead`: signs for the body. */
export type HeldPost = {
  readonly postId: string;
  readonly kind: PostKind;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly isHead: boolean;
  readonly areaCode: string;
  readonly areaNameZh: string;
  readonly areaNameEn: string;
  readonly bodyId: string;
  readonly bodyKind: BodyKind;
  readonly bodyNameZh: string;
  readonly bodyNameEn: string;
  /** Whose post it is, when the person only stands in (代理); null: it is their own. */
  readonly deputyFor: { readonly accountId: string; readonly nameZh: string; readonly nameEn: string } | null;
};

/** The person who answers for what is raised in an area (首问责任人). */
export type FirstContact = {
  readonly accountId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly postId: string;
  readonly bodyId: string;
};

export type PostName = { readonly postId: string; readonly nameZh: string; readonly nameEn: string };

/** Who stands in (代理) today for the holder of a post, and until the end of which day. */
export type StandIn = {
  readonly postId: string;
  readonly bodyId: string;
  readonly holderAccountId: string;
  readonly accountId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly untilOn: string;
  readonly maySign: boolean;
};

/** A person's name and the posts they hold today. */
export type PersonDescription = {
  readonly accountId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly posts: readonly {
    readonly postId: string;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly bodyId: string;
  }[];
};

/** A post nobody holds today (空缺岗位). */
export type Vacancy = {
  readonly postId: string;
  readonly kind: PostKind;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly areaCode: string;
  readonly bodyId: string;
  readonly bodyNameZh: string;
  readonly bodyNameEn: string;
};
