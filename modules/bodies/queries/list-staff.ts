import { say } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import { findArea } from '../../territory/index.ts';
import type { BodyOfStaff, PostView } from '../contract/staff-routes.ts';
import { postKindsOf } from '../rules/post-shape.ts';
import { loadBodies } from '../store/body-store.ts';
import { loadStaff, type StaffRow } from '../store/staff-page-store.ts';
import { loadToday } from '../store/staff-store.ts';
import '../words/index.ts';

type Staff = { readonly area: BodyOfStaff['name']; readonly today: string; readonly bodies: BodyOfStaff[] };

/** Lists the bodies of one area with their posts, holders and deputies (岗位与任职); undefined when there is no such area. */
export async function listStaff(work: Work, areaCode: string): Promise<Staff | undefined> {
  const area = await findArea(work, areaCode);
  if (!area) return undefined;
  const within = await loadBodies(work, { kinds: null, underArea: areaCode });
  const bodies = within.filter((body) => body.areaCode === areaCode);
  const rows = await loadStaff(
    work,
    bodies.map(({ bodyId }) => bodyId),
  );
  return {
    area: { zh: area.nameZh, en: area.nameEn },
    today: await loadToday(work),
    bodies: bodies.map(({ bodyId, kind, nameZh, nameEn }) => ({
      id: bodyId,
      kind,
      name: { zh: nameZh, en: nameEn },
      areaCode,
      posts: rows.filter((row) => row.bodyId === bodyId).map(viewPost),
      kinds: postKindsOf(kind).map((one) => ({ kind: one, name: say('bodies', `postKinds.${one}`) })),
    })),
  };
}

const viewPost = (row: StaffRow): PostView => ({
  id: row.postId,
  kind: row.kind,
  name: { zh: row.nameZh, en: row.nameEn },
  area: { zh: row.areaZh, en: row.areaEn },
  isHead: row.isHead,
  tenure: row.tenure,
  holder:
    row.appointmentId && row.holderId && row.fromOn
      ? {
          accountId: row.holderId,
          name: { zh: row.holderZh ?? '', en: row.holderEn ?? '' },
          appointmentId: row.appointmentId,
          fromOn: row.fromOn,
          toOn: row.toOn,
        }
      : null,
  deputy:
    row.deputyId && row.deputyUntilOn
      ? {
          id: row.deputyId,
          name: { zh: row.deputyZh ?? '', en: row.deputyEn ?? '' },
          untilOn: row.deputyUntilOn,
          maySign: row.maySign === true,
        }
      : null,
});
