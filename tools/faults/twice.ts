import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { makeAsk, type Answer, type Ask } from '../trial/ask.ts';
import type { Desk } from '../trial/desks.ts';
import { reportAt, tellMemory } from './ground.ts';
import { withStage } from './stage.ts';
import { freshMemory, findSent, pathOf, reportFrom, steps, type Memory, type Receipt, type Step } from './writer.ts';

type Sent = { readonly path: string; readonly cookie?: string; readonly body: object; readonly answer: Answer };
type Counts = { twice: number; late: number; early: number; differently: number };

/**
 * Every command comes twice at once over two networks, again late, and before the one that it follows (重复、迟到、乱序), to two
 * servers. A repetition gets the answer of the first; what comes too early is refused and, sent again in its turn, done.
 */
export const deliverTwice = (folder: string, forMs: number, writers: number): Promise<boolean> =>
  withStage(folder, async (stage) => {
    const doors = [await stage.startServer(), await stage.startServer()].map(({ port }) =>
      makeAsk({ host: '127.0.0.1', port }, writers * 2),
    ) as [Ask, Ask];
    const memory = freshMemory();
    const counts: Counts = { twice: 0, late: 0, early: 0, differently: 0 };
    const until = Date.now() + forMs;
    const phones = Array.from({ length: writers }, async (_, i) => {
      const desk = stage.desks()[(i * 7) % stage.desks().length] as Desk;
      while (Date.now() < until) await carryThrough(doors, desk, memory, counts);
    });
    await Promise.all(phones);
    await wait(0);
    const { twice, late, early, differently } = counts;
    console.log(
      `${writers} people on two networks each: ${tellMemory(memory)}; ${twice} came twice at once, ${late} again late, ` +
        `${early} too early (all refused, then done), ${differently} were answered otherwise the second time`,
    );
    const fits = await reportAt(stage.url, { memory });
    return fits && differently === 0 && early > 0;
  });

async function carryThrough(doors: readonly [Ask, Ask], desk: Desk, memory: Memory, counts: Counts): Promise<void> {
  const past: Sent[] = [];
  const deliver = async (path: string, by: Step['by'], body: { commandId: string }): Promise<Answer> => {
    const cookie = by === null ? {} : { cookie: desk[by] };
    const [one, other] = await Promise.all(doors.map((ask) => ask('POST', path, { ...cookie, body })));
    const answer = one as Answer;
    counts.twice += 1;
    if (!saysTheSame(answer, other as Answer)) counts.differently += 1;
    if (answer.status !== 200) memory.refused.push(`${answer.status} ${JSON.stringify(answer.body)}`);
    past.push({ path, ...cookie, body, answer });
    return answer;
  };
  const commandId = randomUUID();
  const receipt = (await deliver('/api/public/requests', null, { commandId, ...reportFrom(desk) })).body as Receipt;
  if (!receipt.matterId) return;
  memory.acknowledged.push({ commandId, matterId: receipt.matterId, step: 'open' });
  const ids = steps.map(() => randomUUID());
  let seenSeq = 1;
  const isLeftOpen = Math.random() < 0.3; // some matters are still being handled when everything ends
  for (const [i, step] of (isLeftOpen ? steps.slice(0, 3) : steps).entries()) {
    const bodyOf = (at: number, input: object) => ({
      ...((steps[at] as Step).by === null ? receipt : {}),
      commandId: ids[at] as string,
      seenSeq,
      input,
    });
    const next = steps[i + 1];
    if (next) {
      const cookie = next.by === null ? {} : { cookie: desk[next.by] };
      const early = await doors[(i % 2) as 0 | 1]('POST', pathOf(next, next.names[0], receipt), {
        ...cookie,
        body: bodyOf(i + 1, next.input ?? {}),
      });
      if (early.status >= 400 && early.status < 500) counts.early += 1;
      else memory.refused.push(`${next.names[0]} before its turn: ${early.status} ${JSON.stringify(early.body)}`);
    }
    const sent = await findSent(doors[0], step, receipt.matterId, desk);
    if (!sent) return;
    const done = await deliver(pathOf(step, sent.name, receipt), step.by, bodyOf(i, sent.input));
    if (done.status !== 200) return;
    memory.acknowledged.push({ commandId: ids[i] as string, matterId: receipt.matterId, step: sent.name });
    seenSeq = Number(done.body['seq']);
  }
  for (const { path, cookie, body, answer } of past.toReversed()) {
    const again = await doors[0]('POST', path, { ...(cookie ? { cookie } : {}), body });
    counts.late += 1;
    memory.repeated += 1;
    if (!saysTheSame(again, answer)) counts.differently += 1;
  }
}

/** The same receipt, or the same entry of the timeline. Where the matter stands by now may have changed since. */
const saysTheSame = (one: Answer, other: Answer): boolean =>
  one.status === other.status &&
  ['matterId', 'number', 'code', 'seq'].every((name) => one.body[name] === other.body[name]);
