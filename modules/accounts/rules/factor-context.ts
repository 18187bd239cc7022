/** Where the sealed key of a second factor belongs; in another row it does not open. */
export const factorContext = (accountId: string): string => `accounts.factors.secret ${accountId}`;
