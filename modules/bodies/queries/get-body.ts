import type { Work } from '../../../platform/work.ts';
import type { Body } from '../contract/body.ts';
import { loadBody } from '../store/body-store.ts';

/** Finds an organisation (机构) by an id that came from outside; undefined when there is none. */
export const findBody = (work: Work, bodyId: string): Promise<Body | undefined> => loadBody(work, bodyId);

/** Gets an organisation (机构) whose id we stored ourselves, so that it must be there. */
export async function getBody(work: Work, bodyId: string): Promise<Body> {
  const body = await loadBody(work, bodyId);
  if (!body) throw new Error(`No body ${bodyId} in district ${work.districtId}`);
  return body;
}
