import { planFromList } from '../../../db/district/expand-plan.ts';
import { computeRows, type DistrictRows } from '../../../db/district/rows.ts';
import { listDivisionsOf } from '../../../modules/territory/index.ts';
import type { Work } from '../../../platform/work.ts';

const FOUNDED_ON = '2000-01-01';

/**
 * A district of the national list with every area, its bodies and seats, each seat held by an invented person (全国区划建区). The same list
 * gives the same ids each time, so that people can be signed in again in a database that was kept.
 */
export async function computeRealDistrict(work: Work, code: string): Promise<DistrictRows> {
  const { names, ...parts } = planFromList(await listDivisionsOf(work, code));
  let count = 0;
  const newId = () =>
    `01930000-0000-7000-8000-${Number(code).toString(16).padStart(5, '0')}${(++count).toString(16).padStart(7, '0')}`;
  const plan = {
    district: { code: Number(code), ...names, timeZone: 'Asia/Shanghai', foundedOn: FOUNDED_ON },
    ...parts,
    people: parts.posts.map(({ key }) => ({
      login: key,
      nameZh: '某人',
      nameEn: 'Somebody',
      posts: [{ post: key, fromOn: FOUNDED_ON, toOn: null }],
    })),
  };
  return computeRows(plan, { newId, passwordOf: null });
}

type Role = 'committee' | 'taskGroup' | 'subdistrictOffice' | 'centre';
type Named = { readonly role: Role; readonly part: 'body' | 'post' | 'account' };

const roleOf = (kind: string): Role => {
  if (kind === 'residentsCommittee' || kind === 'villagersCommittee') return 'committee';
  return kind === 'taskGroup' || kind === 'subdistrictOffice' ? kind : 'centre';
};

/** What each id of a district stands for: a body of a kind, or a seat in it, or who holds one. */
export function rolesOf({ bodies, posts, appointments }: DistrictRows): ReadonlyMap<string, Named> {
  const roles = new Map<string, Named>();
  for (const { id, kind } of bodies) roles.set(id, { role: roleOf(kind), part: 'body' });
  for (const { id, bodyId } of posts) roles.set(id, { role: roles.get(bodyId)?.role ?? 'centre', part: 'post' });
  for (const { accountId, postId } of appointments)
    roles.set(accountId, { role: roles.get(postId)?.role ?? 'centre', part: 'account' });
  return roles;
}

/** Gives for an id or area code of the source's district what stands for it around a community of another district. */
export function makeElsewhere(
  { roles, district }: { readonly roles: ReadonlyMap<string, Named>; readonly district: string },
  target: DistrictRows,
): (community: string) => (name: string) => string {
  const code = String(target.district.districtId);
  const bodies = new Map(target.bodies.map(({ id, kind, areaCode }) => [`${roleOf(kind)} ${areaCode}`, id]));
  const seats = new Map(target.posts.map(({ id, bodyId }) => [bodyId, id]));
  const holders = new Map(target.appointments.map(({ postId, accountId }) => [postId, accountId]));
  const centre = bodies.get(`centre ${code}`);
  return (community) => (name) => {
    if (name.startsWith(district)) return name.length >= 12 ? community : community.slice(0, name.length);
    const known = roles.get(name);
    if (!known) return name;
    const area = known.role === 'committee' ? community : community.slice(0, 9);
    const body = bodies.get(`${known.role} ${area}`) ?? centre ?? name;
    if (known.part === 'body') return body;
    const seat = seats.get(body) ?? seats.get(centre ?? '') ?? name;
    return known.part === 'post' ? seat : (holders.get(seat) ?? name);
  };
}
