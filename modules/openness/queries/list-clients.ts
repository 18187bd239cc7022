import type { Work } from '../../../platform/work.ts';
import type { ClientView } from '../contract/routes.ts';
import { loadClients } from '../store/client-store.ts';

/** Lists who may send requests over Open311 (接口密钥), the newest first, those taken back too. */
export const listClients = async (work: Work): Promise<ClientView[]> =>
  (await loadClients(work)).map((client) => ({
    ...client,
    madeAt: client.madeAt.toISOString(),
    revokedAt: client.revokedAt?.toISOString() ?? null,
  }));
