import type { Work } from '../../../platform/work.ts';
import type { AccountName } from '../contract/account.ts';
import { loadAccountNames } from '../store/account-store.ts';

/** Lists the names behind accounts (账号); unknown ids are left out. */
export const listAccountNames = (work: Work, accountIds: readonly string[]): Promise<AccountName[]> =>
  loadAccountNames(work, accountIds);
