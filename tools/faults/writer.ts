import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Ask } from '../trial/ask.ts';
import type { Desk } from '../trial/desks.ts';

/** A command that the server said was done: whatever happens later, it must be there, once. */
export type Acknowledged = { readonly commandId: string; readonly matterId: string; readonly step: string };

/** What writers remember, outside of everything that is being broken. */
export type Memory = {
  readonly acknowledged: Acknowledged[];
  /** Commands sent again because no answer came, or on purpose. */
  repeated: number;
  /** Commands that ended in a refusal, which may happen to nobody here. */
  readonly refused: string[];
};

const RETRY_MS = 40;

/**
 * Carries matters through the closed loop until told to stop, as a phone does on a bad network: a command without an answer
 * is sent again under the same id until one comes; one in eight is sent twice at once.
 */
export async function write(ask: Ask, desk: Desk, memory: Memory, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const commandId = randomUUID();
    const raised = await send(ask, memory, isOver, '/api/public/requests', undefined, {
      commandId,
      what: '三号楼二单元的楼道灯坏了，晚上看不见路。',
      community: desk.community,
      place: '3号楼2单元门口',
    });
    if (!raised) return;
    const { matterId, number, code } = raised as { matterId: string; number: string; code: string };
    memory.acknowledged.push({ commandId, matterId, step: 'open' });
    let seenSeq = 1;
    const steps = [
      ['accept', desk.directorCookie, {}],
      ['escalate', desk.directorCookie, { reason: '公共线路老化，社区没有维修权限。' }],
      ['accept', desk.taskGroupCookie, {}],
      ['answer', desk.taskGroupCookie, { reply: '已更换整条楼道的灯和开关。', evidenceNote: '反映人当面确认灯已亮。' }],
      ['rate', null, { solved: 'yes', rating: 5 }],
    ] as const;
    const isLeftOpen = Math.random() < 0.2; // some matters are still being handled when everything ends
    for (const [step, cookie, input] of isLeftOpen ? steps.slice(0, 3) : steps) {
      const id = randomUUID();
      const path = cookie === null ? `/api/public/follow/steps/${step}` : `/api/matters/${matterId}/steps/${step}`;
      const who = cookie === null ? { number, code } : {};
      const done = await send(ask, memory, isOver, path, cookie ?? undefined, {
        ...who,
        commandId: id,
        seenSeq,
        input,
      });
      if (!done) return;
      memory.acknowledged.push({ commandId: id, matterId, step });
      seenSeq = Number(done['seq']);
    }
  }
}

/** Sends until an answer comes; undefined when it is over before one came, or when the answer is no. */
async function send(
  ask: Ask,
  memory: Memory,
  isOver: () => boolean,
  path: string,
  cookie: string | undefined,
  body: object,
): Promise<Record<string, unknown> | undefined> {
  const once = (): Promise<Answer | undefined> =>
    ask('POST', path, { ...(cookie === undefined ? {} : { cookie }), body }).catch(() => undefined);
  for (let tries = 0; ; tries += 1) {
    const twice = Math.random() < 0.125;
    if (tries > 0 || twice) memory.repeated += 1;
    const [answer] = await Promise.all([once(), twice ? once() : undefined]);
    if (answer?.status === 200) return answer.body;
    if (answer && answer.status < 500) {
      memory.refused.push(`${path.replace(/[0-9a-f-]{36}/, ':id')} ${answer.status} ${JSON.stringify(answer.body)}`);
      return undefined;
    }
    if (isOver() && tries > 100) return undefined;
    await wait(RETRY_MS);
  }
}
