import { open } from '../../../platform/crypto/cipher.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { recordReveal, type RevealPurpose } from '../../access/index.ts';
import { findCourse } from '../../matters/index.ts';
import { findWithheld } from '../store/find-withheld.ts';
import { findPhoneSealed, findRequest } from '../store/request-store.ts';
import { phoneContext } from './raise-request.ts';

/**
 * Shows the telephone number of the person who asked (查看联系电话) for a purpose, and records that it was shown.
 *
 * @returns the number in E.164; or a refusal: `matter.not_found` outside the scope, `request.no_phone`, `request.confidential`, or one of
 *   `recordReveal`
 */
export async function revealPhone(
  work: Work,
  ask: { readonly matterId: string; readonly purpose: RevealPurpose },
  keys: DistrictKeys,
): Promise<Result<{ phone: string }>> {
  const sealed = await findPhoneSealed(work, ask.matterId);
  if (!sealed) return refuse('request.no_phone');
  const request = await findRequest(work, ask.matterId);
  const course = await findCourse(work, ask.matterId);
  if (!request || !course) return refuse('matter.not_found');
  const may = await findWithheld(work, request, course);
  if (!may.ok) return may;
  const recorded = await recordReveal(work, { subjectKind: 'matter', subjectId: ask.matterId, purpose: ask.purpose });
  if (!recorded.ok) return recorded;
  return done({ phone: open(keys.field, sealed, phoneContext(work.districtId, ask.matterId)) });
}
