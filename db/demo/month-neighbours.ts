import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { findActor } from '../../modules/bodies/index.ts';
import { takeStep } from '../../modules/matters/index.ts';
import { joinRequest } from '../../modules/requests/index.ts';
import type { Actor, Work } from '../../platform/work.ts';
import { computeDemoRows } from './demo-district.ts';
import { castDistrict } from './month-cast.ts';

const joinedInEach = [4, 2, 1, 3, 1, 2];
const words = ['我家也是这样。', '我们单元也一样，盼着早点弄好。', '', '住这一片的都受影响。'];

/**
 * Lets neighbours join in a few public requests of the ready community (附议), one of them deny and one confirm what was
 * answered, and the committee find two that were reported twice (重复), in the caller's transaction.
 */
export async function tieNeighbours(work: Work, until: Date): Promise<void> {
  const [own] = castDistrict(computeDemoRows()).communities;
  if (!own) throw new Error('The demo district has no community');
  const at: Work = { ...work, now: until };
  const open = await listPublic(at, own.code, ['handling'], joinedInEach.length);
  for (const [index, { number }] of open.entries())
    for (let n = 0; n < (joinedInEach[index] ?? 0); n += 1) await join(at, number, index + n);

  const [denied, confirmed] = await listPublic(at, own.code, ['answered'], 2);
  for (const [request, solved] of [[denied, 'no'] as const, [confirmed, 'yes'] as const]) {
    if (!request) continue;
    const matterId = await join(at, request.number, 0);
    await step({ ...at, actor: { kind: 'resident', matterId } }, request.matterId, 'neighbourSays', { solved });
  }

  const clerk = await findActor(at, own.committee.worker);
  const target = open[0];
  if (!clerk || !target) return;
  for (const matterId of await listNew(at, own.code, 2))
    await step({ ...at, actor: clerk }, matterId, 'markDuplicate', {
      into: target.number,
      reply: `您说的这件事邻居已经反映过，正在办，我们合到 ${target.number} 一起办。`,
    });
}

async function join(work: Work, number: string, which: number): Promise<string> {
  const matterId = uuidv7();
  const actor: Actor = { kind: 'resident', matterId };
  const joining = { commandId: uuidv7(), matterId, number, words: words[which % words.length] ?? '' };
  const joined = await joinRequest({ ...work, actor }, joining);
  if (!joined.ok) throw new Error(`nobody can join in ${number}: ${joined.code}`);
  return matterId;
}

async function step(work: Work, matterId: string, name: string, input: Record<string, unknown>): Promise<void> {
  const taken = await takeStep(work, { matterId, step: name, commandId: uuidv7(), seenSeq: 999, input });
  if (!taken.ok) throw new Error(`the demo cannot take ${name}: ${taken.code}`);
}

async function listPublic(work: Work, community: string, states: readonly string[], limit: number) {
  const { rows } = await sql<{ number: string; matterId: string }>`
    select p.number, p.matter_id as "matterId" from requests.publications p
    where p.district_id = ${work.districtId} and p.community_code = ${community}
      and p.state = any (${states}::text[]) and p.opened_at < ${work.now} and coalesce(p.outcome, 'solved') = 'solved'
    order by p.opened_at desc, p.number limit ${limit}
  `.execute(work.db);
  return rows;
}

/** What nobody has accepted yet, the oldest first. */
async function listNew(work: Work, community: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from matters.matters
    where district_id = ${work.districtId} and community_code = ${community} and procedure_id = 'resident-request'
      and state = 'registered' and opened_at < ${work.now}
    order by opened_at, number limit ${limit}
  `.execute(work.db);
  return rows.map(({ id }) => id);
}
