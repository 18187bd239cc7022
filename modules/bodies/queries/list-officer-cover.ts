import type { Work } from '../../../platform/work.ts';
import { factsOfKind } from '../contract/body-kinds.ts';
import type { OfficerRow } from '../contract/views.ts';
import { bodiesWithOfficer, computeOfficerCover } from '../rules/officer-cover.ts';
import { loadBodies } from '../store/body-store.ts';
import { loadOfficersAndHeads } from '../store/holder-store.ts';
import { viewHolder } from './view-bodies.ts';

/** Lists every body that has to have an information officer (信息员), how it is covered today, and whom to call there. */
export async function listOfficerCover(work: Work): Promise<OfficerRow[]> {
  const bodies = await loadBodies(work, { kinds: bodiesWithOfficer, underArea: null });
  const posts = Map.groupBy(await loadOfficersAndHeads(work, bodiesWithOfficer), ({ bodyId }) => bodyId);
  return bodies.map(({ bodyId, kind, nameZh, nameEn }) => {
    const { state, officer, call } = computeOfficerCover(posts.get(bodyId) ?? []);
    const { zh, en } = factsOfKind(kind);
    return {
      bodyId,
      body: { zh: nameZh, en: nameEn },
      kind: { zh, en },
      state,
      officer: officer && viewHolder(officer),
      call: call && viewHolder(call),
    };
  });
}
