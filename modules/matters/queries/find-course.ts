import type { Work } from '../../../platform/work.ts';
import { findBody } from '../../bodies/index.ts';
import type { Stage } from '../contract/views.ts';
import type { BodyRef, Matter } from '../kit/matter.ts';
import { procedureOf } from '../rules/engine.ts';
import { findJoined } from '../store/link-store.ts';
import type { MatterFace } from '../store/matter-row.ts';
import { loadMatter } from '../store/matter-store.ts';
import { bodyRefOf } from '../store/body-ref.ts';

export type Course = { readonly matter: Matter; readonly face: MatterFace; readonly stage: Stage };

/** Finds where a matter stands (事项所处环节), for the modules above; undefined outside the scope of the work. */
export async function findCourse(work: Work, matterId: string): Promise<Course | undefined> {
  const loaded = await loadMatter(work, matterId);
  if (!loaded) return undefined;
  const { matter, face } = loaded;
  return { matter, face, stage: procedureOf(matter).states[matter.state]?.kind ?? 'open' };
}

/** Finds the matter that lives on, for one that was merged or joined in (并入哪一件). The work needs the scope of both. */
export const findLivingOn = (work: Work, matterId: string): Promise<string | undefined> => findJoined(work, matterId);

/**
 * Gets a body in the part it plays in a matter (单位).
 *
 * @throws when there is no such body
 */
export async function findBodyRef(work: Work, bodyId: string): Promise<BodyRef> {
  const body = await findBody(work, bodyId);
  if (!body) throw new Error(`no body ${bodyId} in district ${work.districtId}`);
  return bodyRefOf(work, body);
}
