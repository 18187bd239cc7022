import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { listStandings } from '../../matters/index.ts';
import type { Statement } from '../contract/listening.ts';
import { listeningSession } from '../procedures/listening-session.ts';
import { listStatements } from './list-statements.ts';

type Found = { readonly mayRaise: boolean; readonly statements: Statement[] };

/**
 * Finds what was said at one listening session (恳谈记录).
 *
 * @returns its statements, oldest first; or the refusal `matter.not_found`: there is no such session in the scope of the work
 */
export async function findSession(work: Work, id: string): Promise<Result<Found, 'matter.not_found'>> {
  const session = (await listStandings(work, [id])).get(id);
  if (session?.procedureId !== listeningSession.id) return refuse('matter.not_found');
  const statements = (await listStatements(work, [id])).get(id) ?? [];
  return done({ mayRaise: session.stage !== 'final' && isOfIts(work, session.holderBodyId), statements });
}

const isOfIts = ({ actor }: Work, bodyId: string): boolean => actor.kind === 'worker' && actor.bodyId === bodyId;
