import { v7 as newId } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import type { ChangePlan } from '../contract/area-change.ts';
import type { GridBook } from '../contract/grid-change.ts';
import { followChange } from '../rules/follow-change.ts';
import { saveAddresses } from '../store/address-store.ts';
import { loadBook } from '../store/book-store.ts';
import { copyCourses, saveAddressMoves } from '../store/follow-store.ts';
import {
  loadChanges,
  lockCommunity,
  refreshGridNames,
  saveChanges,
  saveMoves,
  saveOutlines,
} from '../store/grid-store.ts';

const communitiesOf = (plan: ChangePlan): string[] =>
  [...new Set(plan.successions.flatMap(({ from, to }) => [from.slice(0, 12), to.slice(0, 12)]))].toSorted();

/** Locks and loads the registers that a change touches, before it takes effect: nobody redraws their grids meanwhile. */
export async function openRegisters(work: Work, plan: ChangePlan): Promise<GridBook[]> {
  const books: GridBook[] = [];
  for (const code of communitiesOf(plan)) if (await lockCommunity(work, code)) books.push(await loadBook(work, code));
  return books;
}

/** Lets addresses, outlines and the history of grids follow a change of areas (地址随区划), once its areas are written. */
export async function followRegisters(
  work: Work,
  changeId: string,
  plan: ChangePlan,
  books: readonly GridBook[],
): Promise<void> {
  const { moves, copies, outlines } = followChange(plan, books);
  const had = new Map(books.flatMap(({ addresses }) => addresses).map((row) => [row.code, row]));
  const living = communitiesOf(plan).filter((code) => !plan.ended.includes(code));
  const changes = await Promise.all(
    living.map(async (communityCode) => {
      const [last] = await loadChanges(work, communityCode, 1);
      const moved = moves.filter((move) => move.communityCode === communityCode && had.get(move.code)?.isDoor).length;
      const seq = (last?.seq ?? 0) + 1;
      return { id: newId(), communityCode, seq, kind: 'areas' as const, summary: { counts: { moved } } };
    }),
  );
  const changeOf = new Map(changes.map(({ id, communityCode }) => [communityCode, id]));
  await saveChanges(work, changes);
  await saveAddresses(
    work,
    copies.map(({ copyOf: _copyOf, ...row }) => ({ ...row, changeId: changeOf.get(row.communityCode)! })),
  );
  await saveAddressMoves(work, changeId, moves);
  await copyCourses(work, copies);
  await saveMoves(
    work,
    moves.flatMap(({ code, communityCode, gridCode }) =>
      gridCode && had.get(code)?.isDoor
        ? [{ changeId: changeOf.get(communityCode)!, addressCode: code, from: had.get(code)!.gridCode, to: gridCode }]
        : [],
    ),
  );
  await saveOutlines(
    work,
    changeId,
    outlines.map(({ areaCode: gridCode, outline }) => ({ gridCode, outline })),
  );
  for (const book of living) await refreshGridNames(work, book);
}
