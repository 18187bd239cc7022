import type { Work } from '../../../platform/work.ts';
import type { Asker } from '../rules/asker.ts';
import { askerOf } from '../rules/asker-of.ts';
import { findJoined, findSaidAt } from './link-store.ts';

/** Who asks, as the engine sees it, also a neighbour who joined in (附议人); undefined for someone who has no part in it. */
export async function findAsker(work: Work, matterId: string): Promise<Asker | undefined> {
  const { actor } = work;
  const asker = askerOf(actor, matterId);
  if (asker || actor.kind !== 'resident' || actor.matterId === null) return asker;
  if ((await findJoined(work, actor.matterId)) !== matterId) return undefined;
  return { kind: 'supporter', matterId: actor.matterId, saidAt: await findSaidAt(work, matterId, actor.matterId) };
}
