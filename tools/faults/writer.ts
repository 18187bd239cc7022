import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Ask } from '../trial/ask.ts';
import { findStep, type FoundStep } from '../trial/find-step.ts';
import type { Desk } from '../trial/desks.ts';
import { chooseMessages } from './choose-messages.ts';

/** A command that the server said was done: whatever happens later, it must be there, once. */
export type Acknowledged = { readonly commandId: string; readonly matterId: string; readonly step: string };

/** What writers remember, outside of everything that is being broken. */
export type Memory = {
  readonly acknowledged: Acknowledged[];
  /** Commands sent again because no answer came, or on purpose. */
  repeated: number;
  /** Commands that ended in a refusal, which may happen to nobody here. */
  readonly refused: string[];
  /** How often the server said that something outside fails, by status and code. */
  readonly troubles: Map<string, number>;
  /** Answers of 500 and above without a sentence in both languages or without when to try again: there may be none. */
  readonly wordless: string[];
  /** How long the longest wait for an answer was, in milliseconds. */
  longestMs: number;
};

export const freshMemory = (): Memory => ({
  acknowledged: [],
  repeated: 0,
  refused: [],
  troubles: new Map(),
  wordless: [],
  longestMs: 0,
});

/** A writer's circumstances. */
export type Writing = {
  readonly ask: Ask;
  /** Signed in anew when the clock jumped past the end of its sessions. */
  readonly desk: () => Desk;
  readonly memory: Memory;
  readonly isOver: () => boolean;
  /** Some of those who report want messages. */
  readonly wantMessages: boolean;
  /** A session may end in the middle. */
  readonly maySignOut: boolean;
};

const RETRY_MS = 40;

/**
 * Carries matters through the closed loop until told to stop, as a phone does on a bad network: a command without an answer
 * is sent again under the same id until one comes; one in eight is sent twice at once.
 */
export async function write(writing: Writing): Promise<void> {
  const { memory, isOver, desk } = writing;
  while (!isOver()) {
    const commandId = randomUUID();
    const raised = await send(writing, '/api/public/requests', null, { commandId, ...reportFrom(desk()) });
    if (!raised) return;
    const receipt = raised as Receipt;
    memory.acknowledged.push({ commandId, matterId: receipt.matterId, step: 'open' });
    if (writing.wantMessages && Math.random() < 0.25) await chooseMessages(writing.ask, receipt, isOver);
    let seenSeq = 1;
    const isLeftOpen = Math.random() < 0.2; // some matters are still being handled when everything ends
    for (const step of isLeftOpen ? steps.slice(0, 3) : steps) {
      const id = randomUUID();
      const sent = await findSent(writing.ask, step, receipt.matterId, desk());
      if (!sent) break; // whoever reads a page a day later finds the clock has acted
      const body = { ...(step.by === null ? receipt : {}), commandId: id, seenSeq, input: sent.input };
      const done = await send(writing, pathOf(step, sent.name, receipt), step.by, body);
      if (!done && writing.maySignOut) break;
      if (!done) return;
      memory.acknowledged.push({ commandId: id, matterId: receipt.matterId, step: sent.name });
      seenSeq = Number(done['seq']);
    }
  }
}

export type Receipt = { readonly matterId: string; readonly number: string; readonly code: string };
export type Step = (typeof steps)[number];

/** The closed loop; `by` whom, null: the resident; `input` null: as the matter asks it. */
export const steps = [
  { names: ['accept'], by: 'directorCookie', input: {} },
  { names: ['escalate'], by: 'directorCookie', input: null },
  { names: ['nameLiaison', 'accept'], by: 'taskGroupCookie', input: null },
  {
    names: ['answer'],
    by: 'taskGroupCookie',
    input: { reply: '已更换整条楼道的灯和开关。', witness: '反映人当面确认灯已亮。' },
  },
  { names: ['rate'], by: null, input: { solved: 'yes', rating: 5 } },
] as const;

/** What is sent, under the name it has for this matter; while nothing answers, it is asked again. Undefined when it may not be taken. */
export async function findSent(ask: Ask, step: Step, matterId: string, desk: Desk): Promise<FoundStep | undefined> {
  const { names, by, input } = step;
  if (input !== null || by === null) return { name: names[0], input: { ...input } as FoundStep['input'] };
  for (;;) {
    const answered = await findStep(ask, { matterId, cookie: desk[by], names }).then(
      (found) => ({ found }),
      () => undefined,
    );
    if (answered) return answered.found;
    await wait(RETRY_MS);
  }
}

export const reportFrom = ({ community }: Desk) => ({
  what: '三号楼二单元的楼道灯坏了，晚上看不见路。',
  community,
  place: '3号楼2单元门口',
  phone: `139000${String(Math.floor(Math.random() * 100_000)).padStart(5, '0')}`, // each from somebody else
});

export const pathOf = ({ by }: Step, name: string, { matterId }: Receipt): string =>
  by === null ? `/api/public/follow/steps/${name}` : `/api/matters/${matterId}/steps/${name}`;

/** Sends until an answer comes; undefined when it is over before one came, or when the answer is no. */
async function send(
  { ask, memory, isOver, desk, maySignOut }: Writing,
  path: string,
  by: Step['by'],
  body: object,
): Promise<Record<string, unknown> | undefined> {
  const once = async (): Promise<Answer | undefined> => {
    const startedAt = performance.now();
    const cookie = by === null ? {} : { cookie: desk()[by] };
    const answer = await ask('POST', path, { ...cookie, body }).catch(() => undefined);
    memory.longestMs = Math.max(memory.longestMs, performance.now() - startedAt);
    if (answer && answer.status >= 500) noteTrouble(memory, answer);
    return answer;
  };
  for (let tries = 0; ; tries += 1) {
    const twice = Math.random() < 0.125;
    if (tries > 0 || twice) memory.repeated += 1;
    const [answer] = await Promise.all([once(), twice ? once() : undefined]);
    if (answer?.status === 200) return answer.body;
    // When the clock has jumped, it may have acted before the person did.
    if (maySignOut && answer?.body['code'] === 'step.not_in_this_state') return undefined;
    if (answer && answer.status < 500 && !(maySignOut && answer.status === 401)) {
      memory.refused.push(`${path.replace(/[0-9a-f-]{36}/, ':id')} ${answer.status} ${JSON.stringify(answer.body)}`);
      return undefined;
    }
    if (isOver() && tries > 100) return undefined;
    await wait(RETRY_MS);
  }
}

/** Remembers what the server said was failing, and whether it said so properly. */
function noteTrouble(memory: Memory, { status, headers, body }: Answer): void {
  const { code, message } = body as { code?: string; message?: { zh?: string; en?: string } };
  const name = `${status} ${code ?? 'without a code'}`;
  memory.troubles.set(name, (memory.troubles.get(name) ?? 0) + 1);
  const isSaid = code?.startsWith('trouble.') && message?.zh && message.en && Number(headers['retry-after']) > 0;
  if (!isSaid) memory.wordless.push(`${name} ${JSON.stringify(body)}`);
}
