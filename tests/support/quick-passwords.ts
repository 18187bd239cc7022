import { setPasswordCost } from '../../modules/accounts/rules/password.ts';

/** What a password costs is tested at its rule; anywhere else a quarter of a second of a processor for each would say nothing more. */
setPasswordCost({ N: 16, r: 8, p: 1 });
