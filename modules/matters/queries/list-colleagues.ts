import type { Work } from '../../../platform/work.ts';
import { describePeople, listPeopleOf } from '../../bodies/index.ts';
import type { NamedView } from '../contract/views.ts';

/** Who is in post in the asker's body today (本单位在岗人员). */
export async function listColleagues(work: Work): Promise<{ id: string; name: NamedView }[]> {
  if (work.actor.kind !== 'worker') return [];
  const people = await describePeople(work, await listPeopleOf(work, work.actor.bodyId));
  return people.map(({ accountId, nameZh, nameEn }) => ({ id: accountId, name: { zh: nameZh, en: nameEn } }));
}
