import { clientOf } from '../../../ui/console/api.ts';
import type { accountRoutes, ownAccountRoutes } from '../contract/account-routes.ts';
import type { sessionRoutes } from '../contract/session-routes.ts';

export const call = clientOf<typeof sessionRoutes & typeof ownAccountRoutes & typeof accountRoutes>();

/** What my own account is kept under. */
export const accountKey = ['account'] as const;

/** What the lists of accounts are kept under. */
export const accountsKey = ['accounts'] as const;
