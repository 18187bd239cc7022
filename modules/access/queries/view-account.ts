import type { AccountCard, AccountEvent } from '../../accounts/index.ts';
import type { AccountCard as CardView, AccountEvent as EventView } from '../contract/account-routes.ts';

/** An account as screens read it (账号). */
export const viewCard = ({ nameZh, nameEn, factorSince, ...card }: AccountCard): CardView => ({
  ...card,
  name: { zh: nameZh, en: nameEn },
  factorSince: factorSince?.toISOString() ?? null,
});

/** What was done to an account, as screens read it (账号记录). */
export const viewEvent = ({ byZh, byEn, at, ...event }: AccountEvent): EventView => ({
  ...event,
  at: at.toISOString(),
  by: byZh === null ? null : { zh: byZh, en: byEn ?? byZh },
});
