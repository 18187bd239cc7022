import type { Work } from '../../../platform/work.ts';
import type { NewAccount } from '../contract/account.ts';
import { hashPassword } from '../rules/password.ts';
import { saveAccounts } from '../store/account-store.ts';

/** Creates accounts (账号) in bulk; a login that exists already is a fault, because setup checks its list first. */
export async function createAccounts(work: Work, list: readonly NewAccount[]): Promise<void> {
  const rows = await Promise.all(
    list.map(async ({ password, mustChangePassword = false, ...account }) => ({
      ...account,
      mustChangePassword,
      passwordHash: password === null ? null : await hashPassword(password),
    })),
  );
  await saveAccounts(work, rows);
}
