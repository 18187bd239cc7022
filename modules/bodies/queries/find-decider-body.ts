import type { Work } from '../../../platform/work.ts';
import type { Body } from '../contract/body.ts';
import { computeDecider } from '../rules/decider.ts';
import { loadBody, loadBodyOfArea } from '../store/body-store.ts';

/** Finds the body one tier up that decides disputes over transfers (移交争议); undefined above the district's centre. */
export async function findDeciderBody(work: Work, bodyId: string): Promise<Body | undefined> {
  const body = await loadBody(work, bodyId);
  const decider = body && computeDecider(body);
  return decider && loadBodyOfArea(work, { kinds: [decider.kind], areaCode: decider.areaCode });
}
