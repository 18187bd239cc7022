import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { Finding, GridBook, GridPlan } from '../contract/grid-change.ts';
import { checkGrids } from '../rules/check-grids.ts';
import { applyPlan } from '../rules/plan-grid-change.ts';
import { loadBook } from '../store/book-store.ts';
import {
  applyMoves,
  findChange,
  foundGrid,
  loadChanges,
  lockCommunity,
  refreshGridNames,
  saveChanges,
  saveMoves,
  saveOutlines,
} from '../store/grid-store.ts';
import { endGridInto } from './end-grid.ts';

/** What every change of grids comes with. */
export type ChangeOrder = {
  readonly commandId: string;
  /** 12 digits. */
  readonly community: string;
  /** The number of the last change the person has seen; 0 when there was none. */
  readonly seenSeq: number;
  /** Says what would happen, and does nothing. */
  readonly preview: boolean;
};

export type GridsChanged = {
  readonly seq: number;
  readonly preview: boolean;
  readonly repeated: boolean;
  readonly plan: GridPlan;
  /** What is not right afterwards. */
  readonly findings: readonly Finding[];
};

type Planned = Result<GridPlan>;

/**
 * Changes the grids of a community (网格调整) by a plan: moves, a grid founded or ended, outlines; in one transaction, with
 * who and when, and once for one command. Matters keep the area they lie in.
 *
 * @param planFor decides on the book as it stands under the lock
 * @returns what was done, or would be; or a refusal: that of the plan, or
 *   - `community.not_found`: it is none, or not in the asker's scope
 *   - `grids.changed_meanwhile`: somebody changed the grids since the person looked
 *   - `command.used_elsewhere`: the command belongs to another community
 */
export async function changeGrids(
  work: Work,
  order: ChangeOrder,
  planFor: (book: GridBook) => Planned | Promise<Planned>,
): Promise<Result<GridsChanged>> {
  const opened = await openBook(work, order);
  if (!opened.ok) return opened;
  const { book, seq, before } = opened.value;
  if (before) return done(before);
  const planned = await planFor(book);
  if (!planned.ok) return planned;

  const plan = planned.value;
  const findings = checkGrids(applyPlan(book, plan));
  if (order.preview) return done({ seq, preview: true, repeated: false, plan, findings });

  const { commandId: id, community } = order;
  const summary = { plan: withoutShapes(plan), counts: { moved: plan.moves.length, outlines: plan.outlines.length } };
  await saveChanges(work, [{ id, communityCode: community, seq: seq + 1, kind: plan.kind, summary }]);
  if (plan.founded) await foundGrid(work, plan.founded);
  await applyMoves(work, plan.moves);
  await saveMoves(
    work,
    plan.moves.map((move) => ({ ...move, changeId: id })),
  );
  await saveOutlines(work, id, plan.outlines);
  if (plan.ended && plan.into) await endGridInto(work, id, { code: plan.ended, into: plan.into });
  await refreshGridNames(work, community);
  return done({ seq: seq + 1, preview: false, repeated: false, plan, findings });
}

type Opened = { readonly book: GridBook; readonly seq: number; readonly before: GridsChanged | null };

/** Locks the community and loads its book, for who may change it. */
export async function openBook(work: Work, order: ChangeOrder): Promise<Result<Opened>> {
  const { community, commandId, seenSeq, preview } = order;
  const isOurs = community >= work.scope.lo && community < work.scope.hi && community.length === 12;
  if (!isOurs || !(await lockCommunity(work, community))) return refuse('community.not_found');
  const book = await loadBook(work, community);
  const [last] = await loadChanges(work, community, 1);
  const seq = last?.seq ?? 0;
  const earlier = preview ? undefined : await findChange(work, commandId);
  if (earlier && earlier.communityCode !== community) return refuse('command.used_elsewhere');
  if (earlier) return done({ book, seq, before: repeat(earlier, book) });
  if (seq !== seenSeq) return refuse('grids.changed_meanwhile');
  return done({ book, seq, before: null });
}

const repeat = (
  earlier: { seq: number; summary: Readonly<Record<string, unknown>> },
  book: GridBook,
): GridsChanged => ({
  seq: earlier.seq,
  preview: false,
  repeated: true,
  plan: earlier.summary['plan'] as GridPlan,
  findings: checkGrids(book),
});

/** Outlines are kept in their own table. */
const withoutShapes = (plan: GridPlan) => ({ ...plan, outlines: [] });
