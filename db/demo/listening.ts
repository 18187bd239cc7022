import { sql } from 'kysely';
import { findBody } from '../../modules/bodies/index.ts';
import { findHeldProcedure, openByWorker, takeStep } from '../../modules/matters/index.ts';
import type { Actor, Work } from '../../platform/work.ts';

type Worker = Extract<Actor, { kind: 'worker' }>;
type Occasion = Work & { readonly actor: Worker };
type As = (key: string, now: Date) => Occasion;
type Ids = (name: string) => string;
type Must = <T>(what: string, answer: { ok: true; value: T } | { ok: false; code: string }) => T;

/** When the two sessions were held and answered, and how a day is written. */
export type ListeningDays = {
  readonly first: Date;
  readonly firstEnded: Date;
  readonly second: Date;
  readonly dayOf: (at: Date) => string;
};

/**
 * Plays two listening sessions of a community (民心恳谈), in the caller's transaction: one that is completed and can be read on the
 * site, and one at which a suggestion and a matter still wait for their reply. Before the procedure holds, nothing.
 */
export async function playListening(
  as: As,
  { first, firstEnded, second, dayOf }: ListeningDays,
  { idOf, must, bodyOf }: { idOf: Ids; must: Must; bodyOf: (key: string) => string },
): Promise<void> {
  if (!(await findHeldProcedure(as('director', first), 'listening-session'))) return;
  const open = async (now: Date, name: string, input: Record<string, string>): Promise<string> => {
    const host = as('director', now);
    const procedure = await findHeldProcedure(host, 'listening-session');
    const keeper = await findBody(host, host.actor.bodyId);
    if (!procedure || !keeper) throw new Error('The demo district lacks who listens');
    const { areaCode } = host.actor;
    const what = {
      by: host.actor,
      commandId: idOf(name),
      areaCode,
      place: input['venue'] ?? '',
      title: input['what'] ?? '',
    };
    return must(name, await openByWorker(host, procedure, { ...what, keeper, input })).matterId;
  };
  const take = async (key: string, now: Date, matterId: string, step: string, input: Record<string, string>) => {
    const work = as(key, now);
    const commandId = idOf(`${matterId} ${step} ${Object.values(input)[0] ?? ''}`);
    must(step, await takeStep(work, { matterId, step, commandId, seenSeq: await lastSeq(work, matterId), input }));
  };

  const ended = await open(first, 'listened first', {
    what: '老年食堂、晒衣杆和公交站',
    heldOn: dayOf(first),
    venue: '社区活动室',
    heardBy: '社区主任、街道联点干部、派出所社区民警',
    people: '17',
  });
  await take('director', first, ended, 'answerHere', {
    said: '老年食堂什么时候供晚饭',
    answer: '这个月起，周一到周五下午五点到六点半。',
  });
  await take('clerk', first, ended, 'suggest', {
    said: '公交站台加一个能坐的棚子',
    body: bodyOf('departmentHead'),
  });
  const [suggestion = ''] = await listTasks(as('director', first), ended);
  await take('departmentHead', firstEnded, suggestion, 'answer', {
    taken: 'partly',
    reply: '站台不能再占人行道，改为加装靠墙的折叠座，下个月底前装好。',
  });
  await take('director', firstEnded, ended, 'complete', {
    told: '在活动室当面说了一遍，回复贴在各单元门口。',
  });

  const going = await open(second, 'listened second', {
    what: '冬季供暖、楼道堆物和停车',
    heldOn: dayOf(second),
    venue: '社区活动室',
    heardBy: '社区主任、街道联点干部、派出所社区民警',
    people: '23',
  });
  await take('director', second, going, 'answerHere', {
    said: '供暖试水哪天开始',
    answer: '供暖公司排在下周二，单元门口会贴通知。',
  });
  await take('director', second, going, 'suggest', {
    said: '东门的车位晚上让居民停',
    body: bodyOf('departmentHead'),
  });
  const number = await findOpenRequest(as('director', second));
  if (number)
    await take('director', second, going, 'raise', { said: '有一件报上去好几天了，想知道办到哪一步', into: number });
}

async function lastSeq(work: Work, matterId: string): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select seq from matters.matters where district_id = ${work.districtId} and id = ${matterId}::uuid
  `.execute(work.db);
  return rows[0]?.seq ?? 0;
}

async function listTasks(work: Work, matterId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select from_matter_id as id from matters.links
    where district_id = ${work.districtId} and to_matter_id = ${matterId}::uuid and kind = 'taskOf'
  `.execute(work.db);
  return rows.map(({ id }) => id);
}

/** One request of the community that was raised before and has no reply yet. */
async function findOpenRequest(work: Occasion): Promise<string | undefined> {
  const { rows } = await sql<{ number: string }>`
    select number from matters.matters
    where district_id = ${work.districtId} and procedure_id = 'resident-request' and stage = 'open'
      and left(area_code, 12) = ${work.actor.areaCode.slice(0, 12)} and last_at <= ${work.now}
    order by number limit 1
  `.execute(work.db);
  return rows[0]?.number;
}
