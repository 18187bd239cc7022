import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { Division } from '../contract/division.ts';
import { parentDivisionOf } from '../rules/division-code.ts';
import { loadBelow, loadChildren, loadDivisions } from '../store/division-store.ts';
import type { DivisionPage } from './search-divisions.ts';

/**
 * Lists the divisions right below one (下一级区划), or the provinces, in the order of their codes, with the path to it.
 *
 * @returns one page by key; or the refusal `division.not_found`
 */
export async function browseDivisions(
  work: Work,
  ask: { parent?: string | undefined; after?: string | undefined; limit: number },
): Promise<Result<DivisionPage & { readonly path: readonly Division[] }, 'division.not_found'>> {
  const parent = ask.parent ?? null;
  const path = parent === null ? [] : await loadDivisions(work, codesAbove(parent));
  if (parent !== null && path.at(-1)?.code !== parent) return refuse('division.not_found');
  const rows = await loadChildren(work, { parent, after: ask.after ?? '', limit: ask.limit + 1 });
  const shown = rows.slice(0, ask.limit);
  return done({ rows: shown, next: rows.length > ask.limit ? (shown.at(-1)?.code ?? null) : null, path });
}

/** The division and everything below it (某区划及以下), in the order of codes; empty when the list has none of this code. */
export async function listDivisionsOf(work: Work, code: string): Promise<Division[]> {
  return [...(await loadDivisions(work, [code])), ...(await loadBelow(work, code))];
}

function codesAbove(code: string): string[] {
  const codes: string[] = [];
  for (let one: string | null = code; one !== null; one = parentDivisionOf(one)) codes.push(one);
  return codes;
}
