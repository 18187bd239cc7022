import { open } from '../../../platform/crypto/cipher.ts';
import { say } from '../../../platform/i18n/words.ts';
import { computeRetry, LEASE_MS } from '../../../platform/retry.ts';
import type { Work } from '../../../platform/work.ts';
import { getBody } from '../../bodies/index.ts';
import { findSaid } from '../../matters/index.ts';
import { withoutPersons } from '../../requests/index.ts';
import { findPoint, getAreaPath, locate } from '../../territory/index.ts';
import { readReceipt } from '../rules/georeport.ts';
import { isTimeToCall, type CallError } from '../rules/next-try.ts';
import { readAddress } from '../rules/may-reach.ts';
import { codeFor, writeReport } from '../rules/write-report.ts';
import { findConnection, saveContact, type Connection } from '../store/connection-store.ts';
import { claimHandoff, dropHandoffs, loadHandoffs, saveEnding, type Handoff } from '../store/handoff-store.ts';
import { findTask, holdTask } from '../store/task-store.ts';
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
 * Where one call to a system fails, the others for it wait, so that it holds up no other system.
 *
 * @returns how many tries were made
 */
export async function sendHandoffs(exchange: Exchange, most = 50): Promise<number> {
  const { field } = await exchange.keys();
  const failing: string[] = [];
  for (let tries = 0; tries < most; tries += 1) {
    if (exchange.signal?.aborted) return tries;
    const handoff = await exchange.asTimer((work) => claimHandoff(work, LEASE_MS, failing));
    if (!handoff) return tries;
    const found = await exchange.asTimer((work) => compose(work, handoff, field));
    if (!found) continue;
    const answered = await post(exchange, found);
    if (!answered.ok && answered.error !== 'refused') failing.push(found.connection.bodyId);
    await exchange.asTimer((work) => mark(work, found, answered));
  }
  return most;
}

/** In a transaction of its own: what cannot be put together waits its lease and keeps no other back. */
async function compose(work: Work, handoff: Handoff, field: Uint8Array): Promise<Found | undefined> {
  const connection = await findConnection(work, handoff.bodyId);
  const task = await findTask(work, handoff.taskId);
  if (!connection || !task) throw new Error(`task ${handoff.taskId} has neither a record nor a way`);
  const { words } = await findSaid(work, handoff.taskId);
  const lastSaid = (...names: string[]) => words.findLast(({ name }) => names.includes(name))?.text;
  const said = lastSaid('task');
  if (said === undefined) {
    await dropHandoffs(work, handoff.taskId); // erased by law: nothing is left to be asked
    return undefined;
  }
  const earlier = (await loadHandoffs(work, handoff.taskId)).findLast(({ round }) => round < handoff.round);
  const path = await getAreaPath(work, task.areaCode.slice(0, 12));
  const askedBy = await getBody(work, task.askedByBodyId);
  const spot = lastSaid('spot') ?? withoutPersons(task.place);
  const report = writeReport(
    {
      task: said,
      spot,
      point: await findPointOf(work, spot, task.areaCode.slice(0, 12)),
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

/** Many systems place what they get by a point; the building in the register has one. */
async function findPointOf(work: Work, spot: string, under: string) {
  const located = await locate(work, { by: 'text', text: spot, under });
  const code = located.ok && located.value.found ? located.value.address?.code : undefined;
  return (code !== undefined && (await findPoint(work, code))) || null;
}

async function post(exchange: Exchange, { connection, form, idempotencyKey }: Found): Promise<Answered> {
  // What the operator allowed when it was kept may have been taken back since.
  if (!readAddress(connection.address, exchange.reach).ok) return { ok: false, error: 'address' };
  return callSystem(connection, { path: 'requests', form, idempotencyKey }, exchange);
}

async function mark(work: Work, { handoff, connection }: Found, answered: Answered): Promise<void> {
  await holdTask(work, handoff.taskId);
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
  const nextTryAt = computeRetry(handoff.attempts, work.now);
  await saveEnding(work, handoff, nextTryAt ? { state: 'waiting', error, nextTryAt } : { state: 'failed', error });
  if (isTimeToCall(handoff.attempts))
    await takeLinkStep(work, handoff.taskId, 'undelivered', { once: String(handoff.round), input: { why: error } });
}
