export const permissions = [
  'matters.read',
  'matters.register',
  'matters.step',
  'matters.search',
  'requests.reveal',
  'procedures.read',
  'figures.read',
  'reports.make',
  'posts.read',
  'posts.standIn',
  'district.administer',
  'territory.edit',
  'accounts.administer',
  'notices.operate',
  'calendar.set',
  'open311.keys',
  'partners.connect',
  'bodies.read',
  'duties.edit',
  'meetings.read',
  'meetings.propose',
  'meetings.hold',
  'reception.hold',
  'disclosures.read',
  'disclosures.publish',
] as const;
/**
 * What a post may allow: read matters, register one for somebody (代录), take steps, search, see a reporter's phone for
 * a stated purpose (查看联系方式), read procedures, read figures, make weekly and monthly reports (周报、月报), see who holds which post, name a deputy for one's own post
 * (代理), administer the district (管理本区), change the
 * grids and the register of addresses (网格划分), create, close and reset the accounts of others (管理账号), look after
 * the outbox of messages (发件箱), set the calendar of the district (设置日历), give keys to clients of Open311, connect
 * the systems of outside bodies (系统对接),
 * read who answers for what, edit the duty matrix (职责分工), read, feed and hold joint meetings (联席会),
 * keep the days on which leaders receive (接访), see what communities owe the public, disclose for one's own (公开). Each has its line in `rules/policy.ts`.
 */
export type Permission = (typeof permissions)[number];
