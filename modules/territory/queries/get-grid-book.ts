import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { listAccountNames } from '../../accounts/index.ts';
import type { AreaStep } from '../contract/area.ts';
import type { GridPlan } from '../contract/grid-change.ts';
import type { GridBookView } from '../contract/grid-routes.ts';
import { computeAreaPath } from '../rules/area-code.ts';
import { checkGrids } from '../rules/check-grids.ts';
import { nextGridName } from '../rules/next-grid-name.ts';
import { loadRoads } from '../store/address-store.ts';
import { loadArea, loadSteps } from '../store/area-store.ts';
import { loadBook } from '../store/book-store.ts';
import { loadChanges, type ChangeRow } from '../store/grid-store.ts';

const CHANGES_SHOWN = 20;

export const viewArea = ({ code, kind, nameZh, nameEn }: AreaStep) => ({
  code,
  kind,
  name: { zh: nameZh, en: nameEn },
});

/**
 * Gets the page of a community's grids (网格划分): addresses, outlines, what is not right, and the last changes.
 *
 * @returns refusal `community.not_found` for what is none, or lies outside the asker's scope
 */
export async function getGridBook(work: Work, code: string): Promise<Result<GridBookView, 'community.not_found'>> {
  const area = await loadArea(work, code);
  const isOurs = code >= work.scope.lo && code < work.scope.hi;
  if (!isOurs || area?.kind !== 'community') return refuse('community.not_found');
  const book = await loadBook(work, code);
  const changes = await loadChanges(work, code, CHANGES_SHOWN);
  const doors = book.addresses.filter(({ isDoor }) => isDoor);
  return done({
    community: viewArea(area),
    path: (await loadSteps(work, computeAreaPath(code))).map(viewArea),
    outline: shapeOf(book.outline),
    grids: book.grids.map((grid) => ({
      code: grid.code,
      name: { zh: grid.nameZh, en: grid.nameEn },
      outline: shapeOf(grid.outline),
      doors: doors.filter(({ gridCode }) => gridCode === grid.code).length,
    })),
    addresses: book.addresses
      .filter(({ kind }) => kind !== 'home')
      .map(({ code: own, parentCode, kind, name, isRoad, isDoor, gridCode, point }) => ({
        code: own,
        parentCode,
        kind,
        name,
        isRoad,
        isDoor,
        gridCode,
        point: point ? [point[0], point[1]] : null,
      })),
    homes: book.addresses.filter(({ kind }) => kind === 'home').length,
    roads: (await loadRoads(work, code)).map(({ name, line }) => ({
      name,
      line: line.map(([lon, lat]) => [lon, lat]),
    })),
    findings: checkGrids(book).map(viewFinding),
    next: nextGridName(area, book.grids),
    seq: changes[0]?.seq ?? 0,
    changes: await viewChanges(work, changes),
  });
}

type Shape = NonNullable<GridBookView['outline']>;
export const shapeOf = <T>(outline: T): T extends null ? null : Shape => outline as never;
export const viewFinding = ({ grids, at, ...rest }: ReturnType<typeof checkGrids>[number]) => ({
  ...rest,
  grids: [...grids],
  at: at ? ([...at] as [number, number]) : null,
});

async function viewChanges(work: Work, changes: readonly ChangeRow[]): Promise<GridBookView['changes']> {
  const accounts = [...new Set(changes.flatMap(({ accountId }) => accountId ?? []))];
  const names = new Map(
    (await listAccountNames(work, accounts)).map((one) => [one.accountId, { zh: one.nameZh, en: one.nameEn }]),
  );
  const plans = changes.map(({ summary }) => summary['plan'] as GridPlan | undefined);
  const ended = await loadSteps(
    work,
    plans.flatMap((plan) => plan?.ended ?? []),
  );
  return changes.map(({ seq, kind, at, accountId, summary }, index) => {
    const { moved = 0, added = 0 } = (summary['counts'] ?? {}) as { moved?: number; added?: number };
    const plan = plans[index];
    const gone = ended.find(({ code }) => code === plan?.ended);
    return {
      seq,
      kind,
      at: at.toISOString(),
      by: accountId === null ? null : (names.get(accountId) ?? null),
      moved,
      added,
      founded: plan?.founded ? { zh: plan.founded.nameZh, en: plan.founded.nameEn } : null,
      ended: gone ? { zh: gone.nameZh, en: gone.nameEn } : null,
    };
  });
}
