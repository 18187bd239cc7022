export const permissions = [
  'matters.read',
  'matters.register',
  'matters.step',
  'matters.search',
  'requests.reveal',
  'procedures.read',
  'figures.read',
  'territory.edit',
] as const;
/**
 * What a post may allow: read matters, register one for somebody (代录), take steps, search, see a reporter's phone for
 * a stated purpose (查看联系方式), read procedures, read figures, change the
 * grids and the register of addresses (网格划分).
 */
export type Permission = (typeof permissions)[number];
