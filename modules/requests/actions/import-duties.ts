import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { say } from '../../../platform/i18n/words.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import { inReadingOrder } from '../../../platform/sheets/in-reading-order.ts';
import { readLists } from '../../../platform/sheets/read-lists.ts';
import { readRows, type WorkbookRefusal } from '../../../platform/sheets/read-rows.ts';
import type { Work } from '../../../platform/work.ts';
import { listBodies, readDay } from '../../bodies/index.ts';
import { getToday, listAreas } from '../../territory/index.ts';
import { dutyForm, planDuties, type DutyPlan } from '../rules/plan-duties.ts';
import { loadDuties, lockDuties, saveDuties } from '../store/duty-store.ts';
import '../words/index.ts';

export type DutyImportPreview = DutyPlan & { readonly digest: string; readonly rows: number };

/**
 * Says what a workbook would record in the duty matrix (职责分工表), without recording it.
 *
 * @returns the preview, faults included, or a refusal of {@link readRows}
 */
export async function previewDuties(work: Work, bytes: Buffer): Promise<Result<DutyImportPreview, WorkbookRefusal>> {
  const read = await readRows(bytes);
  if (!read.ok) return read;
  const { lists, faults } = readLists(read.value, { duties: dutyForm }, 'requests');
  const rows = lists.duties ?? [];
  const plan = planDuties(rows, {
    lines: await loadDuties(work),
    today: await getToday(work),
    actor: work.actor,
    newId: () => newId(),
    categoryNames: (category) => [category, ...Object.values(say('requests', `categories.${category}`))],
    areaCodes: new Set((await listAreas(work)).map(({ code }) => code)),
    bodies: await listBodies(work),
    readDay,
  });
  const sheets = read.value.map(({ name }) => name);
  const shown = {
    faults: inReadingOrder([...faults, ...plan.faults], sheets),
    changes: plan.changes,
    missing: plan.missing,
  };
  const digest = createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 24);
  return done({ ...plan, ...shown, digest, rows: rows.length });
}

/**
 * Records the lines of a workbook, all as previewed, or none.
 *
 * @returns how many lines were recorded, or a refusal of {@link readRows}, `import.faulty` or `import.changed`
 */
export async function importDuties(
  work: Work,
  { bytes, digest }: { bytes: Buffer; digest: string },
): Promise<Result<{ recorded: number }, WorkbookRefusal | 'import.faulty' | 'import.changed'>> {
  await lockDuties(work);
  const preview = await previewDuties(work, bytes);
  if (!preview.ok) return preview;
  const { faults, lines } = preview.value;
  if (faults.length > 0) return refuse('import.faulty', { count: faults.length });
  if (preview.value.digest !== digest) return refuse('import.changed');
  await saveDuties(work, lines);
  return done({ recorded: lines.length });
}
