import { done, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { listPlacesOf } from '../../bodies/index.ts';
import { listBodiesConcerned, type Course } from '../../matters/index.ts';
import { complainedOf } from '../rules/complained-of.ts';
import { mayLearnIdentity } from '../rules/may-learn-identity.ts';

/** Asks {@link mayLearnIdentity} for who is at work, with everything that bears on it (保密反映). */
export async function findWithheld(
  work: Work,
  request: { readonly confidential: boolean },
  { matter }: Pick<Course, 'matter'>,
): Promise<Result<undefined, 'request.confidential'>> {
  const { actor } = work;
  if (!request.confidential || actor.kind !== 'worker') return done(undefined);
  const concerned = await listBodiesConcerned(work, matter.id);
  const places = await listPlacesOf(work, actor.accountId, matter.openedAt);
  return mayLearnIdentity(actor, complainedOf(request, matter, concerned), places);
}
