import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { findBody, findCommunityBody, findHeadOf, findSuccessorBody, listPeopleOf } from '../../bodies/index.ts';
import { findSuccession } from '../../territory/index.ts';
import type { BodyRef, Matter } from '../kit/matter.ts';
import { procedureOf } from '../rules/engine.ts';
import { passArea, type PassFacts } from '../rules/pass-area.ts';
import { advanceProgress } from '../rules/progress.ts';
import { groundOf } from '../store/ground-store.ts';
import { loadMatterForChange } from '../store/matter-store.ts';
import { saveSteps } from '../store/save-progress.ts';
import { announceRecorded } from './recorded.ts';

/**
 * Matters whose area ended, and open ones from elsewhere that lie with a body which was succeeded, as long as nobody has
 * passed them on; open ones first. One that is reopened later comes onto the list by itself.
 */
export async function listMattersToPass(work: Work, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from (
      select m.* from territory.successions s
      join matters.matters m on m.district_id = s.district_id
        and m.community_code = left(s.from_code, 12) and m.area_code = s.from_code
      where s.district_id = ${work.districtId} and s.is_whole
      union
      select m.* from bodies.bodies b
      join matters.matters m on m.district_id = b.district_id and m.holder_body_id = b.id and m.stage <> 'final'
      where b.district_id = ${work.districtId} and b.succeeded_by is not null
      union
      select m.* from bodies.bodies b
      join matters.matters m on m.district_id = b.district_id and m.offer_body_id = b.id
      where b.district_id = ${work.districtId} and b.succeeded_by is not null) m
    order by m.stage = 'final', m.next_due_at, m.id limit ${limit}
  `.execute(work.db);
  return rows.map(({ id }) => id);
}

/**
 * Passes one matter to the area that goes on with its own (事项随区划承接), and says so on its timeline; figures go on counting
 * it where it was opened. A second time finds nothing to pass.
 *
 * @returns whether it was passed
 */
export async function passMatter(work: Work, matterId: string): Promise<boolean> {
  const loaded = await loadMatterForChange(work, matterId);
  const succession = loaded && (await findReason(work, loaded.matter));
  if (!loaded || !succession) return false;
  const { matter } = loaded;
  const procedure = procedureOf(matter);
  const ground = await groundOf(work, procedure);
  const facts = await loadFacts(work, matter, succession);
  const event = passArea(matter, facts, work.now);
  const progress = advanceProgress(ground, { matter, head: loaded.head, entries: [] }, event);
  await saveSteps(work, matter, { procedure, progress, commands: [] });
  const after = progress.matter;
  await announceRecorded(work, { procedure, before: matter, after, face: loaded.face, entries: progress.entries });
  return true;
}

/** Why a matter passes on: its own area ended, or that of the body which has it or was offered it. */
async function findReason(work: Work, { areaCode, holder, offer }: Matter) {
  const own = await findSuccession(work, areaCode);
  if (own) return own;
  for (const bodyId of [holder.bodyId, ...(offer ? [offer.to.bodyId] : [])]) {
    if ((await findSuccessorBody(work, bodyId))?.bodyId === bodyId) continue;
    const body = await findBody(work, bodyId);
    const its = body && (await findSuccession(work, body.areaCode));
    if (its) return { change: its.change, to: areaCode };
  }
  return undefined;
}

async function loadFacts(
  work: Work,
  matter: Matter,
  { change, to }: { change: PassFacts['change']; to: string },
): Promise<PassFacts> {
  const { holder, offer, cameFrom } = matter;
  const successors = new Map<string, BodyRef>();
  const people = new Map<string, string[]>();
  for (const bodyId of new Set([holder.bodyId, ...cameFrom, ...(offer ? [offer.to.bodyId, offer.fromBodyId] : [])])) {
    const body = (await findSuccessorBody(work, bodyId)) ?? undefined;
    const heir = body?.bodyId === bodyId ? await findNewCommittee(work, matter, bodyId, to) : body;
    if (!heir) continue;
    const headAccountId = (await findHeadOf(work, heir.bodyId)) ?? null;
    successors.set(bodyId, { bodyId: heir.bodyId, kind: heir.kind, headAccountId });
    people.set(heir.bodyId, await listPeopleOf(work, heir.bodyId));
  }
  return { change, to, successors, people };
}

/**
 * The committee of a community that was split off takes over from the one it came out of, as soon as somebody works
 * there; until then the old one goes on, so that nothing lies with an empty desk.
 */
async function findNewCommittee(work: Work, matter: Matter, bodyId: string, to: string) {
  const [before, after] = [matter.areaCode.slice(0, 12), to.slice(0, 12)];
  if (before === after || (await findCommunityBody(work, before))?.bodyId !== bodyId) return undefined;
  const committee = await findCommunityBody(work, after);
  return committee && (await listPeopleOf(work, committee.bodyId)).length > 0 ? committee : undefined;
}
