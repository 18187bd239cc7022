import type { Work } from '../../../platform/work.ts';
import { getAreaPath, type AreaStep } from '../../territory/index.ts';
import type { Body, BodyLink, BodyName } from '../contract/body.ts';
import type { NamedHolder } from '../contract/chain.ts';
import { loadBody, loadBodyNames, loadLinksOf } from '../store/body-store.ts';
import { loadHoldersBy } from '../store/holder-store.ts';

const MOST_POSTS = 200;

/** A body with its place, its posts and whoever holds them, and its links as sentences. */
export type BodyPage = {
  readonly body: Body;
  readonly path: readonly AreaStep[];
  readonly posts: readonly NamedHolder[];
  readonly links: readonly (BodyLink & { readonly from: BodyName; readonly to: BodyName })[];
};

/** Finds everything that the page of a body shows (机构页); undefined when there is none. */
export async function findBodyPage(work: Work, bodyId: string): Promise<BodyPage | undefined> {
  const body = await loadBody(work, bodyId);
  if (!body) return undefined;
  const links = await loadLinksOf(work, bodyId);
  const names = await loadBodyNames(
    work,
    links.flatMap(({ fromBodyId, toBodyId }) => [fromBodyId, toBodyId]),
  );
  const nameOf = (id: string): BodyName => {
    const name = names.find((one) => one.bodyId === id);
    if (!name) throw new Error(`no body ${id} behind a link`);
    return name;
  };
  return {
    body,
    path: await getAreaPath(work, body.areaCode),
    posts: await loadHoldersBy(work, { bodyId, limit: MOST_POSTS }),
    links: links.map((link) => ({ ...link, from: nameOf(link.fromBodyId), to: nameOf(link.toBodyId) })),
  };
}

/** Finds posts by a part of the person's, post's or body's name (找岗位), to charge their holders; at most twenty. */
export const findHolders = (work: Work, words: string): Promise<NamedHolder[]> =>
  loadHoldersBy(work, { words, limit: 20 });
