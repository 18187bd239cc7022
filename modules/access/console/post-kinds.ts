import type { PostKind } from '../../bodies/index.ts';

/** Every kind of post, for screens; one that is missing does not compile. */
const words: Readonly<Record<PostKind, true>> = {
  communityDirector: true,
  communitySecretary: true,
  communityClerk: true,
  gridWorker: true,
  taskGroupLead: true,
  taskGroupLiaison: true,
  officeClerk: true,
  departmentHead: true,
  departmentClerk: true,
  dispatchLead: true,
  dispatchClerk: true,
  supervisor: true,
  propertyLead: true,
  propertyClerk: true,
  districtAdministrator: true,
  districtLeader: true,
  partySecretary: true,
  partyMember: true,
  stationLead: true,
  stationWorker: true,
  buildingHead: true,
  unitContact: true,
  informationOfficer: true,
};

export const kindsOfPosts = Object.keys(words) as PostKind[];
