import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Fault, Remark } from './read-appeal.ts';

export type Reason = Fault | Remark;
export type FlaggedList = {
  readonly file: string;
  readonly counts: ReadonlyMap<Reason, number>;
  readonly rows: () => number;
  readonly add: (row: number, key: string, reason: Reason, isImported: boolean) => void;
  readonly close: () => void;
};

/**
 * Opens the list of rows that people should look at (存疑清单): row number, id, reason and whether the row came in, as
 * CSV, without a word of what anybody wrote. A new run begins it anew.
 */
export function openFlaggedList(file: string): FlaggedList {
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, 'w', 0o600);
  writeSync(descriptor, 'row,id,reason,imported\n');
  const counts = new Map<Reason, number>();
  let rows = 0;
  let lastRow = 0;
  return {
    file,
    counts,
    rows: () => rows,
    add(row, key, reason, isImported) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      if (row !== lastRow) rows += 1;
      lastRow = row;
      writeSync(descriptor, `${row},${key},${reason},${isImported ? 'yes' : 'no'}\n`);
    },
    close: () => closeSync(descriptor),
  };
}
