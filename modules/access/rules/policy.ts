import type { PostKind } from '../../bodies/index.ts';
import type { Permission } from '../contract/permission.ts';

/** `system` is the program's own work (timers, import, setup); it never comes from a request. */
export type Holder = PostKind | 'system';

const community = ['communityDirector', 'communitySecretary', 'communityClerk', 'gridWorker'] as const;
const subdistrict = ['taskGroupLead', 'taskGroupLiaison', 'officeClerk'] as const;
const department = ['departmentHead', 'departmentClerk'] as const;
const dispatch = ['dispatchLead', 'dispatchClerk'] as const;
const property = ['propertyLead', 'propertyClerk'] as const;

const everyone = [...community, ...subdistrict, ...department, ...dispatch, 'supervisor', ...property] as const;
const publicService = [...community, ...subdistrict, ...department, ...dispatch, 'supervisor'] as const;

/**
 * The policy (权限表): which posts carry which permission. Where it holds is said by `scopeFor`, and what a step asks of
 * the relation to the matter by its procedure.
 */
export const policy: Readonly<Record<Permission, readonly Holder[]>> = {
  'matters.read': [...everyone, 'system'],
  'matters.register': [...community, ...subdistrict, ...dispatch, 'system'],
  'matters.step': [...everyone, 'system'],
  'matters.search': [...publicService, 'system'],
  // A private company is sent to the place, not to the person: it hears the phone number from the community.
  'requests.reveal': publicService,
  'procedures.read': [...everyone, 'system'],
  'figures.read': [
    'communityDirector',
    'communitySecretary',
    'communityClerk',
    ...subdistrict,
    ...department,
    ...dispatch,
    'supervisor',
    'system',
  ],
  // Building contacts are neighbours: a company does not look them up.
  'bodies.read': [...publicService, 'system'],
  'district.administer': ['dispatchLead', 'system'],
  // Where it holds for the lead of a task group is said by `mayEditDuty`: their own sub-district.
  'duties.edit': ['dispatchLead', 'taskGroupLead', 'system'],
};
