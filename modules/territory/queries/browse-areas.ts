import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { AreaView } from '../contract/routes.ts';
import { computeAreaPath } from '../rules/area-code.ts';
import { pinyinOf } from '../rules/division-names.ts';
import { readSearchWords } from '../rules/read-search-words.ts';
import { loadAllNames, loadAreasBelow, loadListed, loadMatching, type ListedArea } from '../store/area-list-store.ts';

const FOUND_AT_MOST = 50;

export const viewArea = ({ nameZh, nameEn, kind, ...area }: ListedArea): AreaView => ({
  ...area,
  kind: kind as AreaView['kind'],
  name: { zh: nameZh, en: nameEn },
});

type AreaPart = Pick<AreaView, 'code' | 'name'>;
export const partOf = ({ code, nameZh, nameEn }: ListedArea): AreaPart => ({ code, name: { zh: nameZh, en: nameEn } });

/**
 * Lists the areas that exist right below one (下级区划), the district itself without a parent, in the order of their codes.
 *
 * @returns one page by key with the path to it; or the refusal `area.not_found`
 */
export async function browseAreas(
  work: Work,
  ask: { parent?: string | undefined; after?: string | undefined; limit: number },
): Promise<Result<{ path: AreaPart[]; rows: AreaView[]; next: string | null }, 'area.not_found'>> {
  const parent = ask.parent ?? null;
  const path = parent === null ? [] : await loadListed(work, computeAreaPath(parent));
  if (parent !== null && path.at(-1)?.code !== parent) return refuse('area.not_found', { code: parent });
  const rows = await loadAreasBelow(work, { parent, after: ask.after ?? '', limit: ask.limit + 1 });
  const shown = rows.slice(0, ask.limit);
  const next = rows.length > ask.limit ? (shown.at(-1)?.code ?? null) : null;
  return done({ path: path.map(partOf), rows: shown.map(viewArea), next });
}

/**
 * Searches the areas of the district (本区区划检索) by name, pinyin, initials or code, ended ones too; the first fifty.
 *
 * @returns what was found; or the refusal `search.too_short` for a single character
 */
export async function searchAreas(
  work: Work,
  words: string,
): Promise<Result<{ rows: AreaView[]; more: boolean }, 'search.too_short'>> {
  const read = readSearchWords(words);
  if (!read) return refuse('search.too_short');
  const rows = await find(work, read);
  return done({ rows: rows.slice(0, FOUND_AT_MOST).map(viewArea), more: rows.length > FOUND_AT_MOST });
}

async function find(
  work: Work,
  { kind, text }: NonNullable<ReturnType<typeof readSearchWords>>,
): Promise<ListedArea[]> {
  const limit = FOUND_AT_MOST + 1;
  if (kind === 'digits') return loadMatching(work, { code: text, limit });
  if (kind === 'name') return loadMatching(work, { name: text, limit });
  const alike = (await loadAllNames(work)).filter(({ nameZh }) => {
    const { pinyin, initials } = pinyinOf(nameZh);
    return pinyin.startsWith(text) || initials.startsWith(text);
  });
  return loadListed(
    work,
    alike.slice(0, limit).map(({ code }) => code),
  );
}
