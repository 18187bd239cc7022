export const permissions = [
  'matters.read',
  'matters.register',
  'matters.step',
  'matters.search',
  'requests.reveal',
  'procedures.read',
  'figures.read',
  'open311.keys',
] as const;
/**
 * What a post may allow: read matters, register one for somebody (代录), take steps, search, see a reporter's phone for
 * a stated purpose (查看联系方式), read procedures, read figures, give keys to clients of
 * Open311.
 */
export type Permission = (typeof permissions)[number];
