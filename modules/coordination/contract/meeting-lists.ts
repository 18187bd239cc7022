// Apart from the shapes, so that a screen that offers these does not load the library that checks shapes.

/**
 * Why something is on the agenda (列入原因): it comes again, is late, was escalated, was said not to be solved; or somebody brings it
 * up. At the district also: a target that is late or was accepted by nobody, an order that runs, a dispute about whose it is.
 */
export const itemCauses = [
  'repeats',
  'overdue',
  'escalated',
  'notSolved',
  'raised',
  'targetLate',
  'targetUnaccepted',
  'order',
  'dispute',
] as const;
export type ItemCause = (typeof itemCauses)[number];

/** A joint meeting of a sub-district's communities (联席会), or the dispatch meeting of the district (调度会). */
export const meetingTiers = ['subdistrict', 'district'] as const;
export type MeetingTier = (typeof meetingTiers)[number];

/** What the meeting makes of an item (分流): struck with a reason, solved here, or escalated. Nothing else. */
export const itemOutcomes = ['struck', 'here', 'up'] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

/** Why something is beyond the authority of a community (超出权限), as an escalation asks it. */
export const beyonds = ['noPower', 'severalBodies', 'noFunds', 'policy', 'otherArea'] as const;

/** How a body was there (到会): it came, sent somebody, was excused, or did not come. */
export const attendances = ['came', 'sent', 'excused', 'absent'] as const;
export type Attendance = (typeof attendances)[number];

/** Weekly or monthly (S29). */
export const rhythms = ['week', 'month'] as const;
export type Rhythm = (typeof rhythms)[number];
