import { v5 as uuidv5 } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import { findDepartmentFor, findDistrictCentre, findFirstContact, findHeadOf } from '../../../modules/bodies/index.ts';
import type { BodyRef, WorkerRef } from '../../../modules/matters/index.ts';
import { addHistory, categories, proposeCategory, type Category } from '../../../modules/requests/index.ts';
import { ImportFault } from '../import-fault.ts';
import type { Appeal } from './read-appeal.ts';

export const appealSource = 'appeals';
const commandNames = '2e1f6f0c-54d1-4a5b-9a57-0c1a6b1f6d11';

/** Who meets and who keeps what comes in at the district, by kind of request. */
export type Desk = { readonly firstContact: WorkerRef; readonly keepers: ReadonlyMap<Category, BodyRef> };

/**
 * Looks up the district's desk (区级受理): the department that answers for each kind of request, else the district centre.
 *
 * @throws ImportFault `nobodyInCharge` when nobody is in post at the district
 */
export async function loadDesk(work: Work): Promise<Desk> {
  const firstContact = await findFirstContact(work, String(work.districtId));
  const centre = await findDistrictCentre(work);
  if (!firstContact || !centre) throw new ImportFault('nobodyInCharge', { district: work.districtId });
  const keepers = new Map<Category, BodyRef>();
  for (const category of categories) {
    const { bodyId, kind } = (await findDepartmentFor(work, category)) ?? centre;
    keepers.set(category, { bodyId, kind, headAccountId: (await findHeadOf(work, bodyId)) ?? null });
  }
  const { accountId, postId, bodyId } = firstContact;
  return { firstContact: { accountId, postId, bodyId }, keepers };
}

/**
 * Plays one earlier message through the engine (录入历史留言): opened at its own time, answered with its own reply at
 * that reply's time; what the limits did in between, and up to now, the engine works out.
 *
 * @returns the matter, or the refusal of `addHistory`
 */
export function playAppeal(work: Work, desk: Desk, appeal: Appeal) {
  const category = proposeCategory(appeal.what);
  const keeper = desk.keepers.get(category);
  if (!keeper) throw new Error(`no keeper for ${category}`);
  const by = { kind: 'timer' } as const;
  const { key, openedAt, title, place, what, reply } = appeal;
  return addHistory(work, {
    channel: 'onlineMessage',
    category,
    wantsPublic: true,
    mark: { source: appealSource, key },
    commandId: uuidv5(`${appealSource}:${key}`, commandNames),
    openedAt,
    title,
    areaCode: String(work.districtId),
    place,
    by,
    role: 'record',
    firstContact: desk.firstContact,
    keeper,
    input: { what },
    fromRecord: true,
    steps: reply ? [{ at: reply.at, step: 'answerFromRecord', by, input: { reply: reply.text } }] : [],
    until: work.now,
  });
}
