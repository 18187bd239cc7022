export const permissions = [
  'matters.read',
  'matters.register',
  'matters.step',
  'matters.search',
  'requests.reveal',
  'procedures.read',
  'figures.read',
  'bodies.read',
  'district.administer',
  'duties.edit',
] as const;
/**
 * What a post may allow: read matters, register one for somebody (代录), take steps, search, see a reporter's phone for
 * a stated purpose (查看联系方式), read procedures, read figures, read who
 * answers for what, administer the district (区管理员), edit the duty matrix (职责分工).
 */
export type Permission = (typeof permissions)[number];
