import { v7 as newId } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import type { Outline, Point } from '../contract/address.ts';
import { planImport } from '../rules/plan-import.ts';
import type { ListedAddress } from '../rules/read-address-list.ts';
import { saveCourses } from '../store/address-store.ts';
import { loadBook } from '../store/book-store.ts';
import { loadChanges, saveOutlines } from '../store/grid-store.ts';
import { addToRegister, type RegisterChange } from './add-to-register.ts';

export type TownCommunity = {
  readonly code: string;
  readonly addresses: readonly Omit<ListedAddress, 'line'>[];
};
export type Town = {
  readonly outlines: readonly { readonly code: string; readonly outline: Outline }[];
  readonly communities: readonly TownCommunity[];
  readonly roads: readonly { readonly community: string; readonly name: string; readonly line: readonly Point[] }[];
};

/** Puts outlines and addresses of a whole district in place (整区落图), for setting up; what does not fit is a fault of ours. */
export async function drawTown(work: Work, town: Town): Promise<void> {
  const changes: RegisterChange[] = [];
  for (const { code: communityCode, addresses } of town.communities) {
    const rows = addresses.map((row, at) => ({ ...row, line: at + 1 }));
    const { plan, faults } = planImport(await loadBook(work, communityCode), rows, null);
    if (faults.length > 0) throw new Error(`addresses of ${communityCode} do not fit: ${JSON.stringify(faults[0])}`);
    const seq = ((await loadChanges(work, communityCode, 1))[0]?.seq ?? 0) + 1;
    changes.push({ id: newId(), communityCode, seq, kind: 'import', plan });
  }
  await addToRegister(work, changes);
  await saveCourses(work, town.roads);
  await saveOutlines(
    work,
    newId(),
    town.outlines.map(({ code, outline }) => ({ gridCode: code, outline })),
  );
}
