import type { PostKind } from './post.ts';

/** What a body is by nature; the rules about links read it (S01, S02, S140). */
export type BodyNature = 'party' | 'government' | 'selfGovernment' | 'service' | 'company' | 'social' | 'residents';

/** At which tier of the district a body stands: the kind of its area. */
export type BodyTier = 'district' | 'subdistrict' | 'community' | 'grid';

export type BodyKindFacts = {
  readonly zh: string;
  readonly en: string;
  readonly nature: BodyNature;
  readonly tiers: readonly BodyTier[];
  /** At most one of this kind stands in one area. */
  readonly onePerArea: boolean;
  /** It is the committee of its area, which keeps the requests raised there; an area has one. */
  readonly isCommittee?: true;
  /** Kinds of post it has, the head's first. */
  readonly posts: readonly PostKind[];
};

/**
 * The kinds of bodies (机构类型), declared here and nowhere else: a new kind is a new line, a glossary term, and no
 * migration. The database keeps the key and asks only for its shape.
 *
 * @source catalogue S01, S02 (bodies of a community), S10 (units that are no streets), S140
 */
export const bodyKindFacts = {
  districtCentre: {
    zh: '区社区治理调度中心',
    en: 'District community governance centre',
    nature: 'government',
    tiers: ['district'],
    onePerArea: true,
    posts: ['dispatchLead', 'dispatchClerk', 'supervisor', 'districtAdministrator'],
  },
  districtGovernment: {
    zh: '区委区政府',
    en: 'District committee and government',
    nature: 'government',
    tiers: ['district'],
    onePerArea: true,
    posts: ['districtLeader'],
  },
  department: {
    zh: '区级部门',
    en: 'District department',
    nature: 'government',
    tiers: ['district'],
    onePerArea: false,
    posts: ['departmentHead', 'departmentClerk', 'informationOfficer'],
  },
  subdistrictOffice: {
    zh: '街道办事处',
    en: 'Sub-district office',
    nature: 'government',
    tiers: ['subdistrict'],
    onePerArea: true,
    posts: ['officeClerk', 'informationOfficer'],
  },
  taskGroup: {
    zh: '街道专项工作组',
    en: 'Sub-district task group',
    nature: 'government',
    tiers: ['subdistrict'],
    onePerArea: true,
    posts: ['taskGroupLead', 'taskGroupLiaison'],
  },
  partyOrganisation: {
    zh: '党组织',
    en: 'Party organisation',
    nature: 'party',
    tiers: ['district', 'subdistrict', 'community', 'grid'],
    onePerArea: false,
    posts: ['partySecretary', 'partyMember'],
  },
  residentsCommittee: {
    zh: '社区居民委员会',
    en: "Residents' committee",
    nature: 'selfGovernment',
    tiers: ['community'],
    onePerArea: true,
    isCommittee: true,
    posts: ['communityDirector', 'communitySecretary', 'communityClerk', 'gridWorker'],
  },
  villagersCommittee: {
    zh: '村民委员会',
    en: "Villagers' committee",
    nature: 'selfGovernment',
    tiers: ['community'],
    onePerArea: true,
    isCommittee: true,
    posts: ['communityDirector', 'communitySecretary', 'communityClerk', 'gridWorker'],
  },
  serviceStation: {
    zh: '社区服务站',
    en: 'Community service station',
    nature: 'service',
    tiers: ['community'],
    onePerArea: true,
    posts: ['stationLead', 'stationWorker'],
  },
  residentsGroup: {
    zh: '居民小组',
    en: "Residents' group",
    nature: 'residents',
    tiers: ['grid'],
    onePerArea: true,
    posts: ['buildingHead'],
  },
  ownersCommittee: {
    zh: '业主委员会',
    en: "Owners' committee",
    nature: 'residents',
    tiers: ['community', 'grid'],
    onePerArea: false,
    posts: ['unitContact'],
  },
  propertyManager: {
    zh: '物业服务企业',
    en: 'Property management company',
    nature: 'company',
    tiers: ['community', 'grid'],
    onePerArea: false,
    posts: ['propertyLead', 'propertyClerk'],
  },
  publicUtility: {
    zh: '公用事业单位',
    en: 'Public utility',
    nature: 'company',
    tiers: ['district', 'subdistrict'],
    onePerArea: false,
    posts: ['unitContact'],
  },
  socialOrganisation: {
    zh: '社会组织',
    en: 'Social organisation',
    nature: 'social',
    tiers: ['district', 'subdistrict', 'community'],
    onePerArea: false,
    posts: ['unitContact'],
  },
  residentUnit: {
    zh: '驻区单位',
    en: 'Resident unit',
    nature: 'company',
    tiers: ['subdistrict', 'community', 'grid'],
    onePerArea: false,
    posts: ['unitContact'],
  },
} as const satisfies Readonly<Record<string, BodyKindFacts>>;

export type BodyKind = keyof typeof bodyKindFacts;
export const bodyKinds = Object.keys(bodyKindFacts) as [BodyKind, ...BodyKind[]];

export const isBodyKind = (text: string): text is BodyKind => Object.hasOwn(bodyKindFacts, text);

export const factsOfKind = (kind: BodyKind): BodyKindFacts => bodyKindFacts[kind];
