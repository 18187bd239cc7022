import { done, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { planImport } from '../rules/plan-import.ts';
import { readAddressList, type LineFault } from '../rules/read-address-list.ts';
import { toWgs84, type Datum } from '../rules/to-wgs84.ts';
import { refreshGridNames } from '../store/grid-store.ts';
import { openBook, type ChangeOrder } from './change-grids.ts';
import { addToRegister } from './add-to-register.ts';

export type ImportDone = {
  readonly seq: number;
  readonly preview: boolean;
  readonly repeated: boolean;
  readonly added: number;
  readonly known: number;
  readonly placed: number;
};
export type LinesRefused = {
  readonly ok: false;
  readonly code: 'import.faults';
  readonly lines: readonly LineFault[];
  readonly details: { n: number };
};

/**
 * Adds the addresses of a pasted list to the register of a community (导入地址清单); all of it, or nothing.
 *
 * @param order `grid` takes what names no grid; `datum` says how points of the list are meant
 * @returns how many were added and how many were there before; or `import.faults` with each faulty line, or a refusal of
 *   `openBook`
 */
export async function importAddresses(
  work: Work,
  order: ChangeOrder & { text: string; grid: string | null; datum: Datum },
): Promise<Result<ImportDone> | LinesRefused> {
  const opened = await openBook(work, order);
  if (!opened.ok) return opened;
  const { book, seq, before } = opened.value;
  if (before) return done({ seq: before.seq, preview: false, repeated: true, added: 0, known: 0, placed: 0 });

  const read = readAddressList(order.text);
  const rows = read.rows.map((row) => ({ ...row, point: row.point && toWgs84(row.point, order.datum) }));
  const { plan, faults } = planImport(book, rows, order.grid);
  const all = [...read.faults, ...faults].toSorted((a, b) => a.line - b.line);
  if (all.length > 0) return { ok: false, code: 'import.faults', lines: all, details: { n: all.length } };

  const counted = { added: plan.added.length, known: plan.known, placed: plan.placed.length };
  if (order.preview) return done({ seq, preview: true, repeated: false, ...counted });
  await addToRegister(work, [
    { id: order.commandId, communityCode: order.community, seq: seq + 1, kind: 'import', plan },
  ]);
  await refreshGridNames(work, order.community);
  return done({ seq: seq + 1, preview: false, repeated: false, ...counted });
}
