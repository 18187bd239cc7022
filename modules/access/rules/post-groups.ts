import type { PostKind } from '../../bodies/index.ts';

/** Posts that the policy treats alike (岗位类别), under one name. */
export type PostGroup = { readonly kinds: readonly PostKind[]; readonly zh: string; readonly en: string };

const group = (zh: string, en: string, ...kinds: readonly PostKind[]): PostGroup => ({ zh, en, kinds });

export const community = group(
  '社区',
  'the community',
  'communityDirector',
  'communitySecretary',
  'communityClerk',
  'gridWorker',
);
export const communityLeaders = group(
  '社区主任、书记和社区工作者',
  'community directors, secretaries and clerks',
  'communityDirector',
  'communitySecretary',
  'communityClerk',
);
export const communityHeads = group(
  '社区主任和书记',
  'community directors and secretaries',
  'communityDirector',
  'communitySecretary',
);
export const subdistrict = group('街道', 'the sub-district', 'taskGroupLead', 'taskGroupLiaison', 'officeClerk');
export const taskGroupHead = group('专项工作组组长', 'the lead of a task group', 'taskGroupLead');
export const department = group('区级部门', 'departments', 'departmentHead', 'departmentClerk');
export const dispatch = group('调度中心', 'the district centre', 'dispatchLead', 'dispatchClerk');
export const dispatchHead = group('调度中心主任', 'the head of the district centre', 'dispatchLead');
export const supervisor = group('督查员', 'supervisors', 'supervisor');
export const leader = group('区领导', 'leaders of the district', 'districtLeader');
export const property = group('物业企业', 'property managers', 'propertyLead', 'propertyClerk');
export const officer = group('信息员', 'information officers', 'informationOfficer');
export const administrator = group('区系统管理员', 'district administrators', 'districtAdministrator');
