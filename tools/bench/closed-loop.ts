import { randomUUID } from 'node:crypto';
import { askOrStop, type Ask } from '../trial/ask.ts';
import { findStep, type FoundStep } from '../trial/find-step.ts';
import type { Desk } from '../trial/desks.ts';

export const COMMANDS = ['report', 'accept', 'escalate', 'take', 'answer', 'rate'] as const;
export type Command = (typeof COMMANDS)[number];

/** Of what people write and where, so that what comes again and again is not more than in life. */
const abouts = ['lighting', 'road', 'waste', 'noise', 'greening', 'property'] as const;
const someOf = (count: number): number => Math.floor(Math.random() * count);

/** How a matter goes up today, and how it is taken there; found once. */
const known = new Map<'escalate' | 'take', FoundStep>();

/**
 * Carries one resident request through its whole loop: six commands through HTTP, each by whoever takes it, with
 * everything that belongs to it (session, policy, clocks, timeline, hash chain, counts, search, public form).
 *
 * @param timed runs one command and notes how long it took
 */
export async function runClosedLoop(
  ask: Ask,
  desk: Desk,
  timed: <T>(command: Command, run: () => Promise<T>) => Promise<T>,
): Promise<void> {
  const raised = await timed('report', () =>
    askOrStop(ask, 'POST', '/api/public/requests', {
      body: {
        commandId: randomUUID(),
        what: `三号楼二单元的楼道灯坏了，晚上看不见路。${randomUUID().slice(0, 8)}`,
        community: desk.community,
        place: `${1 + someOf(40)}号楼${1 + someOf(6)}单元门口`,
        category: abouts[someOf(abouts.length)],
      },
    }),
  );
  const { matterId, number, code } = raised.body as { matterId: string; number: string; code: string };
  let seenSeq = 1;
  const step = (command: Command, name: string, cookie: string, input: object) =>
    timed(command, async () => {
      const path = `/api/matters/${matterId}/steps/${name}`;
      const done = await askOrStop(ask, 'POST', path, { cookie, body: { commandId: randomUUID(), seenSeq, input } });
      seenSeq = Number(done.body['seq']);
    });
  await step('accept', 'accept', desk.directorCookie, {});
  const find = async (command: 'escalate' | 'take', cookie: string, names: readonly string[]): Promise<FoundStep> => {
    const found = known.get(command) ?? (await findStep(ask, { matterId, cookie, names })); // not timed
    if (!found) throw new Error(`nobody may ${command} now`);
    known.set(command, found);
    return found;
  };
  const up = await find('escalate', desk.directorCookie, ['escalate']);
  await step('escalate', up.name, desk.directorCookie, up.input);
  const taking = await find('take', desk.taskGroupCookie, ['nameLiaison', 'accept']);
  await step('take', taking.name, desk.taskGroupCookie, taking.input);
  await step('answer', 'answer', desk.taskGroupCookie, {
    reply: '已更换整条楼道的灯和开关，今晚起照明正常。',
    witness: '反映人当面确认灯已亮。',
  });
  await timed('rate', () =>
    askOrStop(ask, 'POST', '/api/public/follow/steps/rate', {
      body: { number, code, commandId: randomUUID(), seenSeq, input: { solved: 'yes', rating: 5 } },
    }),
  );
}
