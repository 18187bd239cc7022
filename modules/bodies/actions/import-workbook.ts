import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { say } from '../../../platform/i18n/words.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import { readRows, type WorkbookRefusal } from '../../../platform/sheets/read-rows.ts';
import { writeRows } from '../../../platform/sheets/write-rows.ts';
import type { Work } from '../../../platform/work.ts';
import { createAccounts, makeFirstPassword } from '../../accounts/index.ts';
import { correctAreas, createAreas } from '../../territory/index.ts';
import type { PostKind } from '../contract/post.ts';
import type { LinkWords } from '../rules/import/plan-links.ts';
import { planImport, type ImportPlan } from '../rules/import/plan-import.ts';
import { saveBodies, saveBodyLinks } from '../store/body-store.ts';
import { saveAppointments, savePosts } from '../store/post-store.ts';
import { correctBodies, correctPosts, loadRegister, lockRegister } from '../store/register-store.ts';
import '../words/index.ts';

export type ImportPreview = Omit<ImportPlan, 'writes'> & {
  readonly newAccounts: number;
  /** What this preview shows, as a short mark; confirming names it. */
  readonly digest: string;
};
type Preview = { readonly preview: ImportPreview; readonly plan: ImportPlan };

const linkWords: LinkWords = {
  kindOf: (kind) => say('bodies', `linkKinds.${kind}`),
  whyNot: (code) => say('bodies', `refusals.${code}`),
};
const namesOf = (kind: PostKind) => say('bodies', `postKinds.${kind}`);

/**
 * Says what a workbook (建制表) would change, without changing anything (预演).
 *
 * @returns the preview, faults included, or a refusal of {@link readRows}
 */
export async function previewImport(work: Work, bytes: Buffer): Promise<Result<ImportPreview, WorkbookRefusal>> {
  const previewed = await plan(work, bytes);
  return previewed.ok ? done(previewed.value.preview) : previewed;
}

async function plan(work: Work, bytes: Buffer): Promise<Result<Preview, WorkbookRefusal>> {
  const read = await readRows(bytes);
  if (!read.ok) return read;
  const planned = planImport(read.value, await loadRegister(work), { newId: () => newId(), namesOf, linkWords });
  const { writes, ...shown } = planned;
  const digest = createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 24);
  return done({ plan: planned, preview: { ...shown, newAccounts: writes.newPeople.length, digest } });
}

/** More new accounts in one go than this would keep a browser waiting: hashing passwords takes its time on purpose. */
const MOST_NEW_ACCOUNTS = 300;

export type Imported = {
  readonly new: number;
  readonly changed: number;
  /** A workbook with logins and first passwords, to be handed out; null when nobody is new. Made once, stored nowhere. */
  readonly passwords: Buffer | null;
};

/**
 * Imports a workbook (建制表) whole or not at all, in the caller's transaction: what was previewed, and nothing else.
 *
 * @param digest of the preview that somebody read and confirmed
 * @returns what was done, or a refusal of {@link readRows}, or:
 *   - `import.faulty`: there are faults; the preview names them
 *   - `import.changed`: the file or the district is no longer what was previewed, so also a second confirmation
 *   - `import.too_many_accounts`: more than 300 new people at once, unless `mostNewAccounts` says otherwise
 */
export async function importWorkbook(
  work: Work,
  { bytes, digest, mostNewAccounts = MOST_NEW_ACCOUNTS }: { bytes: Buffer; digest: string; mostNewAccounts?: number },
): Promise<Result<Imported, WorkbookRefusal | 'import.faulty' | 'import.changed' | 'import.too_many_accounts'>> {
  await lockRegister(work);
  const planned = await plan(work, bytes);
  if (!planned.ok) return planned;
  const { preview, plan: ready } = planned.value;
  const { faults, changes, writes } = ready;
  if (faults.length > 0) return refuse('import.faulty', { count: faults.length });
  if (preview.digest !== digest) return refuse('import.changed');
  if (writes.newPeople.length > mostNewAccounts)
    return refuse('import.too_many_accounts', { count: writes.newPeople.length, most: mostNewAccounts });

  const accounts = writes.newPeople.map(({ accountId: id, ...person }) => ({
    ...person,
    id,
    password: makeFirstPassword(),
    mustChangePassword: true, // whoever hands it out knows it
    isDemo: false,
  }));
  await createAreas(work, writes.newAreas);
  await correctAreas(work, writes.areas);
  await saveBodies(work, writes.newBodies);
  await correctBodies(work, writes.bodies);
  await saveBodyLinks(work, writes.newLinks);
  await savePosts(work, writes.newPosts);
  await correctPosts(work, writes.posts);
  await createAccounts(work, accounts);
  await saveAppointments(work, writes.newAppointments);
  const count = (what: 'new' | 'changed') => changes.filter((change) => change.what === what).length;
  return done({ new: count('new'), changed: count('changed'), passwords: await passwordSheet(accounts) });
}

async function passwordSheet(accounts: readonly { login: string; nameZh: string; password: string }[]) {
  if (accounts.length === 0) return null;
  return writeRows([
    {
      name: '首次口令',
      headings: ['姓名', '登录名', '首次口令'],
      widths: [14, 20, 24],
      rows: accounts.map(({ nameZh, login, password }) => [nameZh, login, password]),
    },
  ]);
}
