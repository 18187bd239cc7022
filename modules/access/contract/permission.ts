export const permissions = [
  'matters.read',
  'matters.register',
  'matters.step',
  'matters.search',
  'requests.reveal',
  'procedures.read',
  'figures.read',
  'notices.operate',
  'calendar.set',
] as const;
/**
 * What a post may allow: read matters, register one for somebody (代录), take steps, search, see a reporter's phone for
 * a stated purpose (查看联系方式), read procedures, read figures, look after the outbox
 * of messages (发件箱), set the calendar of the district (设置日历).
 */
export type Permission = (typeof permissions)[number];
