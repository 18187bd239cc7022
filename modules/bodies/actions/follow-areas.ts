import { v7 as uuidv7 } from 'uuid';
import { say } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import { listenToAreasChanged, parentOf, type AreasChanged } from '../../territory/index.ts';
import '../words/index.ts';
import { isCommittee } from '../rules/committee.ts';
import { followAreas } from '../rules/follow-areas.ts';
import { followCharges } from '../rules/follow-charges.ts';
import { loadLinksOf, saveBodies, saveBodyLinks } from '../store/body-store.ts';
import { endCharges, loadOpenCharges, saveCharges } from '../store/charge-store.ts';
import { loadBodiesAt, loadPostsAt, saveMoves, saveSuccessor } from '../store/follow-store.ts';
import { savePosts } from '../store/post-store.ts';

/** Lets bodies and posts follow every change of areas (机构岗位随区划), in its transaction. */
export const listenForAreas = (): void => listenToAreasChanged('bodies', followChange);

async function followChange(work: Work, { changeId, kind, on, plan }: AreasChanged): Promise<void> {
  if (kind === 'found') for (const area of plan.founded) if (area.code.length === 12) await foundNew(work, area);
  for (const { from, to, isWhole } of plan.successions)
    if (!isWhole) await foundCommittee(work, plan.founded, from, to);
  const heirs = new Map(plan.successions.filter(({ isWhole }) => isWhole).map(({ from, to }) => [from, to]));
  const codes = [...heirs.keys()];
  const sides = new Set(plan.successions.flatMap(({ from, to }) => [from.slice(0, 12), to.slice(0, 12)]));
  const committees = (await loadBodiesAt(work, [...sides])).filter(({ kind }) => isCommittee(kind));
  const { moves, succeeded } = followAreas({
    heirs,
    bodies: await loadBodiesAt(work, codes),
    standing: (await loadBodiesAt(work, [...heirs.values()])).filter(({ isOnly }) => isOnly),
    posts: await loadPostsAt(work, codes),
    committees: new Map(committees.map(({ areaCode, bodyId }) => [areaCode, bodyId])),
  });
  for (const { bodyId, by } of succeeded) await saveSuccessor(work, bodyId, by);
  if (moves.length > 0) await saveMoves(work, changeId, moves);
  await moveCharges(work, heirs, plan.ended, on);
}

/** Ends what people are charged with in areas that end, and begins it where these go on. */
async function moveCharges(
  work: Work,
  heirs: ReadonlyMap<string, string>,
  gone: readonly string[],
  on: string,
): Promise<void> {
  const open = await loadOpenCharges(work, [...gone, ...heirs.keys(), ...heirs.values()]);
  const { ended, begun } = followCharges(open, heirs, { on, gone });
  if (ended.length > 0) await endCharges(work, ended, on);
  await saveCharges(
    work,
    begun.map((charge) => ({ ...charge, id: uuidv7() })),
  );
}

type Founded = AreasChanged['plan']['founded'];

/** A community that is split off has a committee from its first day, linked like the one it comes from. */
async function foundCommittee(work: Work, founded: Founded, from: string, to: string): Promise<void> {
  const area = founded.find(({ code }) => code === to);
  const old = (await loadBodiesAt(work, [from])).find(({ kind }) => isCommittee(kind));
  if (!area || !old) return;
  const id = await seatCommittee(work, area);
  const links = await loadLinksOf(work, old.bodyId);
  await saveBodyLinks(
    work,
    links.map(({ fromBodyId, toBodyId, kind }) => ({
      fromBodyId: fromBodyId === old.bodyId ? id : fromBodyId,
      toBodyId: toBodyId === old.bodyId ? id : toBodyId,
      kind,
    })),
  );
}

/**
 * The committee of a community that comes out of none is guided by its office and assisted by its task group; by the centre
 * of the district, where the district runs the community itself.
 */
async function foundNew(work: Work, area: Founded[number]): Promise<void> {
  const toBodyId = await seatCommittee(work, area);
  const above = await loadBodiesAt(work, [parentOf(area.code) ?? '']);
  const roles = { subdistrictOffice: 'guides', taskGroup: 'assists', districtCentre: 'guides' } as const;
  await saveBodyLinks(
    work,
    above.flatMap(({ bodyId: fromBodyId, kind }) =>
      kind === 'subdistrictOffice' || kind === 'taskGroup' || kind === 'districtCentre'
        ? [{ fromBodyId, toBodyId, kind: roles[kind] }]
        : [],
    ),
  );
}

/** A new community has its committee (居委会、村委会), with a director's seat that waits for its election. */
async function seatCommittee(work: Work, area: Founded[number]): Promise<string> {
  const id = uuidv7();
  const { nameZh, nameEn, code: areaCode } = area;
  const isVillage = nameZh.endsWith('村');
  const body = isVillage
    ? say('bodies', 'villageCommitteeOf', { nameZh: nameZh.slice(0, -1), nameEn })
    : say('bodies', 'committeeOf', { nameZh, nameEn });
  const post = say('bodies', 'postKinds.communityDirector');
  const seat = { areaCode, isHead: true, tenure: 'elected', kind: 'communityDirector' } as const;
  const kind = isVillage ? 'villagersCommittee' : 'residentsCommittee';
  await saveBodies(work, [{ id, kind, nameZh: body.zh, nameEn: body.en, areaCode, phonePublic: null, duties: [] }]);
  await savePosts(work, [{ ...seat, id: uuidv7(), bodyId: id, nameZh: post.zh, nameEn: post.en }]);
  return id;
}
