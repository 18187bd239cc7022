import type { DistrictRows } from '../district/rows.ts';

type Post = DistrictRows['posts'][number];

/** A department without the post, and one in which nobody holds it, so that both are seen. */
const without = '政务服务局';
const vacant = '园林绿化局';
/** The bureau whose officer is away, from the day on which the district is filled. */
export const officerAway = { bureau: '水务局', days: 9, reason: '年休假' } as const;

/**
 * Adds an information officer (信息员) to each sub-district office and department: its last clerk, beside the desk they have.
 * The ids are a series of their own, so that all earlier ones stay as they are known.
 */
export function withInformationOfficers(rows: DistrictRows): DistrictRows {
  const bodies = rows.bodies.filter(
    ({ kind, nameZh }) => (kind === 'department' || kind === 'subdistrictOffice') && !nameZh.endsWith(without),
  );
  const id = (part: number, index: number) => `01900000-0000-7000-8003-${part}${String(index + 1).padStart(11, '0')}`;
  const posts = bodies.map(({ id: bodyId, areaCode }, index): Post => ({
    id: id(1, index),
    bodyId,
    kind: 'informationOfficer',
    nameZh: '信息员',
    nameEn: 'Information Officer',
    areaCode,
    isHead: false,
    tenure: 'appointed',
    phonePublic: null,
    duty: '网上关切的核实与回应',
  }));
  const appointments = bodies.flatMap((body, index) => {
    const clerk = rows.posts.filter(({ bodyId }) => bodyId === body.id).at(-1);
    const held = rows.appointments.find(({ postId }) => postId === clerk?.id);
    if (!held || body.nameZh.endsWith(vacant)) return [];
    return [{ ...held, id: id(2, index), postId: id(1, index), fromOn: '2026-01-05' }];
  });
  return { ...rows, posts: [...rows.posts, ...posts], appointments: [...rows.appointments, ...appointments] };
}
