import type { Work } from '../../../platform/work.ts';
import type { Point } from '../rules/read-post.ts';

/** A thousandth of a degree is about 100 metres: enough for a map, and names no door. */
const blur = (degrees: number): number => Math.round(degrees * 1000) / 1000;

/** Keeps where a request lies, blurred; what was kept first stays. */
export async function insertPoint(work: Work, matterId: string, { lat, long }: Point): Promise<void> {
  await work.db
    .insertInto('openness.points')
    .values({ district_id: work.districtId, matter_id: matterId, lat: blur(lat), long: blur(long) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
