import type { Actor } from '../../../platform/work.ts';
import type { Asker } from './asker.ts';

/** Who asks, as the engine sees it; undefined for someone who has no part in this matter. */
export function askerOf(actor: Actor, matterId: string): Asker | undefined {
  switch (actor.kind) {
    case 'worker':
      return actor;
    case 'resident':
      return actor.matterId === matterId ? { kind: 'reporter' } : undefined;
    case 'system':
      return { kind: 'timer' };
    case 'public':
      return undefined;
  }
}
