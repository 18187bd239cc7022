import { v7 as newId } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import { deriveAddresses, type Listed } from '../rules/derive-addresses.ts';
import { planImport } from '../rules/plan-import.ts';
import { loadBook } from '../store/book-store.ts';
import { loadChanges } from '../store/grid-store.ts';
import { addToRegister, type RegisterChange } from './add-to-register.ts';

/**
 * Enters what grids are listed with into the register of addresses (名单入册), as far as it is not there. A name that lies in
 * another grid already stays there.
 *
 * @param fresh codes of communities that are new, whose register is empty
 */
export async function enterListed(
  work: Work,
  list: readonly (Listed & { readonly nameEn: string })[],
  fresh: ReadonlySet<string>,
): Promise<void> {
  const changes: RegisterChange[] = [];
  for (const [communityCode, listed] of deriveAddresses(list)) {
    const isNew = fresh.has(communityCode);
    const grids = list.filter(({ code }) => code.length === 15 && code.startsWith(communityCode));
    const book = isNew
      ? {
          communityCode,
          outline: null,
          grids: grids.map((grid) => ({ ...grid, outline: null })),
          addresses: [],
          goneCodes: [],
        }
      : await loadBook(work, communityCode);
    const { plan } = planImport(book, listed, null);
    if (plan.added.length === 0) continue;
    const seq = isNew ? 1 : ((await loadChanges(work, communityCode, 1))[0]?.seq ?? 0) + 1;
    changes.push({ id: newId(), communityCode, seq, kind: 'derived', plan });
  }
  await addToRegister(work, changes);
}
