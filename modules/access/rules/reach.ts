import type { PostKind } from '../../bodies/index.ts';

/**
 * How far a post sees (可见范围): `community`, `subdistrict`, `district`: the area of its post, cut at that level, and what
 * its body was given; `given`: only what its body was given; `nothing`: no matter at all.
 */
export type Reach = 'community' | 'subdistrict' | 'district' | 'given' | 'nothing';

export const reach: Readonly<Record<PostKind, Reach>> = {
  communityDirector: 'community',
  communitySecretary: 'community',
  communityClerk: 'community',
  gridWorker: 'community', // Colleagues stand in for each other, so a grid worker sees the whole community.
  taskGroupLead: 'subdistrict',
  taskGroupLiaison: 'subdistrict',
  officeClerk: 'subdistrict',
  dispatchLead: 'district',
  dispatchClerk: 'district',
  supervisor: 'district',
  districtAdministrator: 'nothing', // Not even what the centre was given, in which the post lies.
  departmentHead: 'given',
  departmentClerk: 'given',
  propertyLead: 'given',
  propertyClerk: 'given',
  districtLeader: 'district', // Reads figures of all of it and the lines behind them; opens no matter, as policy.ts says.
  // These stand on boards and in chains; they handle no matters here.
  partySecretary: 'given',
  partyMember: 'given',
  stationLead: 'given',
  stationWorker: 'given',
  buildingHead: 'given',
  unitContact: 'given',
  informationOfficer: 'given', // What the body was given, as a clerk of a department does; in an office less than its clerks.
};
