import type { Work } from '../../../platform/work.ts';
import type { ImportPlan } from '../rules/plan-import.ts';
import { placeAddresses, saveAddresses, undoor } from '../store/address-store.ts';
import { saveChanges, saveMoves } from '../store/grid-store.ts';

export type RegisterChange = {
  readonly id: string;
  readonly communityCode: string;
  readonly seq: number;
  readonly kind: 'import' | 'derived';
  readonly plan: ImportPlan;
};

/** Writes planned additions to the register (登记地址) of one or many communities, each as a change of its own. */
export async function addToRegister(work: Work, changes: readonly RegisterChange[]): Promise<void> {
  const rows = changes.flatMap(({ id: changeId, plan }) => plan.added.map((row) => ({ ...row, changeId })));
  await saveChanges(
    work,
    changes.map(({ plan, ...change }) => ({ ...change, summary: { counts: { added: plan.added.length } } })),
  );
  await undoor(
    work,
    changes.flatMap(({ plan }) => plan.undoored),
  );
  await saveAddresses(work, rows);
  await placeAddresses(
    work,
    changes.flatMap(({ plan }) => plan.placed),
  );
  await saveMoves(
    work,
    rows.flatMap(({ code, isDoor, gridCode, changeId }) =>
      isDoor && gridCode ? [{ changeId, addressCode: code, from: null, to: gridCode }] : [],
    ),
  );
}
