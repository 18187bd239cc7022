import type { Work } from '../../../platform/work.ts';
import { getAreaPath, listAreas } from '../../territory/index.ts';
import { bodyKinds, factsOfKind, type BodyKind } from '../contract/body-kinds.ts';
import { foldName } from '../rules/import/read-cells.ts';
import { loadBodies } from '../store/body-store.ts';
import { findBodyPage } from './find-body-page.ts';
import { sayLink, viewArea, viewBody, viewHolder } from './view-bodies.ts';

const MOST_ROWS = 100;

/** Lists bodies by a part of either name, by kind, at and below an area, with the names of their places (机构一览). */
export async function listBodyRows(
  work: Work,
  { words, area, kind }: { words: string; area: string; kind?: BodyKind | undefined },
) {
  const wanted = foldName(words);
  const all = await loadBodies(work, { kinds: kind ? [kind] : null, underArea: area || null });
  const fitting = all.filter(
    ({ nameZh, nameEn }) => foldName(nameZh).includes(wanted) || foldName(nameEn).includes(wanted),
  );
  const names = new Map((await listAreas(work)).map((one) => [one.code, one]));
  return {
    total: fitting.length,
    kinds: bodyKinds.map((key) => ({ key, name: { zh: factsOfKind(key).zh, en: factsOfKind(key).en } })),
    bodies: fitting
      .slice(0, MOST_ROWS)
      .map((body) => viewBody(body, names.get(body.areaCode) ?? { nameZh: body.areaCode, nameEn: body.areaCode })),
  };
}

/** Finds the page of a body (机构页): place, posts with holders, links in sentences; undefined when there is none. */
export async function getBodyPageView(work: Work, bodyId: string) {
  const page = await findBodyPage(work, bodyId);
  if (!page) return undefined;
  const path = await getAreaPath(work, page.body.areaCode);
  const own = path.at(-1) ?? { nameZh: page.body.areaCode, nameEn: page.body.areaCode };
  return {
    ...viewBody(page.body, own),
    path: path.map(viewArea),
    posts: page.posts.map(viewHolder),
    links: page.links.map(({ fromBodyId, toBodyId, kind, from, to }) => ({
      fromBodyId,
      toBodyId,
      kind,
      sentence: sayLink(from, kind, to),
      otherBodyId: fromBodyId === bodyId ? toBodyId : fromBodyId,
    })),
  };
}
