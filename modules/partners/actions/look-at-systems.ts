import { createHash } from 'node:crypto';
import { say } from '../../../platform/i18n/words.ts';
import { LEASE_MS } from '../../../platform/retry.ts';
import type { Work } from '../../../platform/work.ts';
import { readReceipt, readStandings, type Standing } from '../rules/georeport.ts';
import { computeNextLook, type CallError } from '../rules/next-try.ts';
import { readAddress } from '../rules/may-reach.ts';
import { claimLook, saveContact, type Connection } from '../store/connection-store.ts';
import { holdTask } from '../store/task-store.ts';
import { loadFollowed, saveReference, saveSeen, type Handoff } from '../store/handoff-store.ts';
import '../words/index.ts';
import { callSystem, type Answered } from './call-system.ts';
import type { Exchange } from './exchange.ts';
import { noteTaken } from './send-handoffs.ts';
import { takeLinkStep } from './take-link-step.ts';

const AT_ONCE = 50;

/**
 * Asks the systems of outside bodies how what they took stands (查询对方进展), those that are due, at most `most`: what is new is
 * written on the task, each in a transaction of its own. The same news twice is written once.
 *
 * @returns how many systems were asked
 */
export async function lookAtSystems(exchange: Exchange, most = 20): Promise<number> {
  for (let asked = 0; asked < most; asked += 1) {
    if (exchange.signal?.aborted) return asked;
    const connection = await exchange.asTimer((work) => claimLook(work, LEASE_MS));
    if (!connection) return asked;
    const error = await lookAt(exchange, connection);
    const failures = error === null ? 0 : connection.failures + 1;
    await exchange.asTimer((work) =>
      saveContact(work, connection.bodyId, { error, nextLookAt: computeNextLook(failures, work.now) }),
    );
  }
  return most;
}

/** @returns why it could not be asked; null when it answered */
async function lookAt(exchange: Exchange, connection: Connection): Promise<CallError | null> {
  if (!readAddress(connection.address, exchange.reach).ok) return 'address';
  return lookAtRest(exchange, connection, null);
}

async function lookAtRest(
  exchange: Exchange,
  connection: Connection,
  after: Handoff | null,
): Promise<CallError | null> {
  const followed = await exchange.asTimer((work) => loadFollowed(work, connection.bodyId, after, AT_ONCE));
  const error = await lookAtSome(exchange, connection, followed);
  const last = followed.at(-1);
  if (error !== null || !last || followed.length < AT_ONCE) return error;
  return lookAtRest(exchange, connection, last);
}

async function lookAtSome(
  exchange: Exchange,
  connection: Connection,
  followed: readonly Handoff[],
): Promise<CallError | null> {
  for (const handoff of followed.filter(({ reference }) => reference === null)) {
    const answered = await callSystem(
      connection,
      { path: `tokens/${encodeURIComponent(handoff.token ?? '')}` },
      exchange,
    );
    if (isDown(answered)) return answered.error;
    const reference = answered.ok ? readReceipt(answered.records)?.reference : undefined;
    if (reference !== undefined)
      await exchange.asTimer(async (work) => {
        await holdTask(work, handoff.taskId);
        if (await saveReference(work, handoff, reference)) await noteTaken(work, handoff, reference);
      });
  }
  const numbered = followed.filter(({ reference }) => reference !== null);
  if (numbered.length === 0) return null;
  const query = { service_request_id: numbered.map(({ reference }) => reference).join(','), extensions: 'true' };
  const answered = await callSystem(connection, { path: 'requests', query }, exchange);
  if (!answered.ok) return answered.error === 'refused' ? 'notUnderstood' : answered.error;
  const standings = new Map(readStandings(answered.records).map((one) => [one.reference, one]));
  for (const handoff of numbered) {
    const standing = standings.get(handoff.reference ?? '');
    if (standing) await exchange.asTimer((work) => noteStanding(work, handoff, standing));
  }
  return null;
}

/** A token that is not exchanged yet is answered by a "not found": only what fails for all is a failure. */
const isDown = (answered: Answered): answered is { ok: false; error: CallError } =>
  !answered.ok && ['unreachable', 'timeout', 'busy'].includes(answered.error);

async function noteStanding(work: Work, handoff: Handoff, standing: Standing): Promise<void> {
  const { isClosed, outcome, said } = standing;
  const seen = digestOf(standing);
  await holdTask(work, handoff.taskId);
  if (!(await saveSeen(work, handoff, { seen, isClosed }))) return;
  const { taskId, round } = handoff;
  const once = `${round} ${seen} ${work.now.toISOString()}`; // the same words later are news once more
  if (isClosed) {
    const input = { outcome, said: said || say('partners', 'sent.closedSilently').zh };
    await takeLinkStep(work, taskId, 'closedThere', { once, input });
  } else if (said !== '') await takeLinkStep(work, taskId, 'news', { once, input: { said } });
}

const digestOf = ({ isClosed, outcome, said }: Standing): string =>
  createHash('sha256')
    .update(JSON.stringify([isClosed, outcome, said]))
    .digest('base64url')
    .slice(0, 22);
