import { v7 as newId } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import type { NewArea } from '../contract/area.ts';
import { areaKindOf, parentOf } from '../rules/area-code.ts';
import { deriveAddresses } from '../rules/derive-addresses.ts';
import { planImport } from '../rules/plan-import.ts';
import { saveAreas } from '../store/area-store.ts';
import { loadBook } from '../store/book-store.ts';
import { loadChanges } from '../store/grid-store.ts';
import { addToRegister, type RegisterChange } from './add-to-register.ts';

/**
 * Creates areas (区划) in bulk, in any order; each one's parent is in the list or there already. The names that grids are
 * listed with become a first register of addresses.
 */
export async function createAreas(work: Work, list: readonly NewArea[]): Promise<void> {
  const rows = list.map((area) => {
    const kind = areaKindOf(area.code);
    if (!kind) throw new Error(`Not an area code of 6, 9, 12 or 15 digits: ${area.code}`);
    return { ...area, kind, parentCode: parentOf(area.code) ?? null, addresses: area.addresses ?? [] };
  });
  await saveAreas(work, rows);

  const isNew = new Set(list.map(({ code }) => code));
  const changes: RegisterChange[] = [];
  for (const [communityCode, listed] of deriveAddresses(list)) {
    const fresh = isNew.has(communityCode);
    const grids = list.filter(({ code }) => code.length === 15 && code.startsWith(communityCode));
    const book = fresh
      ? { communityCode, outline: null, grids: grids.map((grid) => ({ ...grid, outline: null })), addresses: [] }
      : await loadBook(work, communityCode);
    const seq = fresh ? 1 : ((await loadChanges(work, communityCode, 1))[0]?.seq ?? 0) + 1;
    // A name that lies in another grid already stays there.
    const { plan } = planImport(book, listed, null);
    changes.push({ id: newId(), communityCode, seq, kind: 'derived', plan });
  }
  await addToRegister(work, changes);
}
