import { open } from '../../../platform/crypto/cipher.ts';
import { say } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import { getBody } from '../../bodies/index.ts';
import { findSaid } from '../../matters/index.ts';
import { withoutPersons } from '../../requests/index.ts';
import { getAreaPath } from '../../territory/index.ts';
import { readReceipt } from '../rules/georeport.ts';
import { computeNextTry, isTimeToCall, LEASE_MS, type CallError } from '../rules/next-try.ts';
import { readAddress } from '../rules/may-reach.ts';
import { codeFor, writeReport } from '../rules/write-report.ts';
import { findConnection, saveContact, type Connection } from '../store/connection-store.ts';
import { claimHandoff, loadHandoffs, saveEnding, type Handoff } from '../store/handoff-store.ts';
import { findTask } from '../store/task-store.ts';
import '../words/index.ts';
import { callSystem, type Answered } from './call-system.ts';
import { keyContext, type Exchange } from './exchange.ts';
import { takeLinkStep } from './take-link-step.ts';

type Found = {
  readonly handoff: Handoff;
  readonly connection: Connection;
  readonly form: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
};

/**
 * Sends what is due to the systems of outside bodies (送给对方系统), one after the other, at most `most`.
 *
 * Each is claimed in one transaction, sent, and marked in another together with the step it is on the task. Two servers never
 * have the same one at once. A crash between sending and marking means that it is sent again under the same `Idempotency-Key` when
 * its lease is over: at least once, never lost. A system that keeps no keys may then have it twice, with our number in both.
 *
 * @returns how many tries were made
 */
export async function sendHandoffs(exchange: Exchange, most = 50): Promise<number> {
  const { field } = await exchange.keys();
  for (let tries = 0; tries < most; tries += 1) {
    const found = await exchange.asTimer((work) => claim(work, field));
    if (!found) return tries;
    const answered = await post(exchange, found);
    await exchange.asTimer((work) => mark(work, found, answered));
  }
  return most;
}

async function claim(work: Work, field: Uint8Array): Promise<Found | undefined> {
  const handoff = await claimHandoff(work, LEASE_MS);
  if (!handoff) return undefined;
  const connection = await findConnection(work, handoff.bodyId);
  const task = await findTask(work, handoff.taskId);
  if (!connection || !task) throw new Error(`task ${handoff.taskId} has neither words nor a way`);
  const { words } = await findSaid(work, handoff.taskId);
  const lastSaid = (...names: string[]) => words.findLast(({ name }) => names.includes(name))?.text;
  const earlier = (await loadHandoffs(work, handoff.taskId)).findLast(({ round }) => round < handoff.round);
  const path = await getAreaPath(work, task.areaCode.slice(0, 12));
  const askedBy = await getBody(work, task.askedByBodyId);
  const report = writeReport(
    {
      task: lastSaid('task') ?? '',
      spot: lastSaid('spot') ?? withoutPersons(task.place),
      added: handoff.round > 1 ? (lastSaid('missing', 'reason') ?? null) : null,
      earlier: earlier?.reference ?? null,
      number: task.number,
      askedBy: askedBy.nameZh,
      place: path.map(({ nameZh }) => nameZh).join(''),
    },
    codeFor(connection.codes, task.category),
    {
      from: (values) => say('partners', 'sent.from', values).zh,
      again: ({ earlier: before, added }) =>
        say('partners', before === '' ? 'sent.again' : 'sent.againUnder', { earlier: before, added }).zh,
    },
  );
  const key = open(field, connection.sealedKey, keyContext(work.districtId, handoff.bodyId));
  return {
    handoff,
    connection,
    form: { ...report, api_key: key },
    idempotencyKey: `${work.districtId}-${handoff.taskId}-${handoff.round}`,
  };
}

async function post({ reach, timeoutMs }: Exchange, { connection, form, idempotencyKey }: Found): Promise<Answered> {
  // What the operator allowed when it was kept may have been taken back since.
  if (!readAddress(connection.address, reach).ok) return { ok: false, error: 'address' };
  return callSystem(connection, { path: 'requests', form, idempotencyKey }, timeoutMs);
}

async function mark(work: Work, { handoff, connection }: Found, answered: Answered): Promise<void> {
  const receipt = answered.ok ? readReceipt(answered.records) : undefined;
  if (receipt) {
    await saveContact(work, connection.bodyId, { error: null });
    const { reference = null, token = null } = receipt;
    await saveEnding(work, handoff, { state: 'sent', reference, token });
    if (reference !== null) await noteTaken(work, handoff, reference);
    return;
  }
  if (!answered.ok && answered.error === 'refused') {
    await saveContact(work, connection.bodyId, { error: null });
    await saveEnding(work, handoff, { state: 'rejected' });
    const said = answered.said || say('partners', 'sent.noReason').zh;
    await takeLinkStep(work, handoff.taskId, 'rejected', { once: String(handoff.round), input: { said } });
    return;
  }
  await markFailed(work, handoff, answered.ok ? 'notUnderstood' : answered.error);
}

/** Their number stands in the record: as the first one, or as one more for work that was asked again. */
export async function noteTaken(work: Work, { taskId, round }: Handoff, reference: string): Promise<void> {
  const task = await findTask(work, taskId);
  const step = task?.state === 'asked' ? 'received' : 'renewed';
  await takeLinkStep(work, taskId, step, { once: String(round), input: { reference } });
}

async function markFailed(work: Work, handoff: Handoff, error: CallError): Promise<void> {
  await saveContact(work, handoff.bodyId, { error });
  const nextTryAt = computeNextTry(handoff.attempts, work.now);
  await saveEnding(work, handoff, nextTryAt ? { state: 'waiting', error, nextTryAt } : { state: 'failed', error });
  if (isTimeToCall(handoff.attempts))
    await takeLinkStep(work, handoff.taskId, 'undelivered', { once: String(handoff.round), input: { why: error } });
}
