import { seal, open } from '../../../platform/crypto/cipher.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findBody } from '../../bodies/index.ts';
import { outsideKinds } from '../../requests/index.ts';
import type { Reach } from '../contract/reach.ts';
import { readAddress } from '../rules/may-reach.ts';
import { readServices, type OfferedService } from '../rules/georeport.ts';
import type { CallError } from '../rules/next-try.ts';
import { findConnection, saveConnection, savePaused, type Codes, type Format } from '../store/connection-store.ts';
import { requeueFailed } from '../store/handoff-store.ts';
import { callSystem } from './call-system.ts';
import { keyContext } from './exchange.ts';

const LONGEST_KEY = 200;
const LONGEST_CODE = 64;

export type ConnectionOrder = {
  readonly bodyId: string;
  readonly address: string;
  readonly jurisdiction: string;
  readonly format: Format;
  /** Empty: the one that is kept stays, as long as the address stays on its server. */
  readonly key: string;
  readonly codes: Codes;
};

/**
 * Keeps how the system of an outside body is reached (系统对接), new or changed, in the caller's transaction. What had failed for good
 * is sent again.
 *
 * @returns done; or a refusal: `partner.no_such_body` (none, or of a kind that is not asked), `partner.key_missing` (none was given,
 *   and none is kept for this server), `partner.code_missing` (no code for what has none of its own), those of {@link readAddress}
 */
export async function keepConnection(
  work: Work,
  order: ConnectionOrder,
  ground: { readonly reach: Reach; readonly field: Uint8Array },
): Promise<Result<null>> {
  const { actor } = work;
  if (actor.kind !== 'worker') throw new Error('a connection is kept by somebody in a post');
  const body = await findBody(work, order.bodyId);
  if (!body || !outsideKinds.some((kind) => kind === body.kind)) return refuse('partner.no_such_body');
  const address = readAddress(order.address, ground.reach);
  if (!address.ok) return address;
  const codes = Object.fromEntries(
    Object.entries(order.codes).flatMap(([category, code]) => {
      const trimmed = code.trim();
      return trimmed === '' || trimmed.length > LONGEST_CODE ? [] : [[category, trimmed]];
    }),
  );
  if (codes['otherwise'] === undefined) return refuse('partner.code_missing');
  const key = await keyOf(work, order, { address: address.value, field: ground.field });
  if (key === '' || key.length > LONGEST_KEY) return refuse('partner.key_missing');
  const { bodyId, jurisdiction, format } = order;
  const sealedKey = seal(ground.field, key, keyContext(work.districtId, bodyId));
  const kept = { bodyId, address: address.value, jurisdiction: jurisdiction.trim(), format, sealedKey, codes };
  await saveConnection(work, kept, actor.postId);
  await requeueFailed(work, bodyId);
  return done(null);
}

/** The key that was given, or the one that is kept: it is never sent to another server than the one it was given for. */
async function keyOf(
  work: Work,
  { bodyId, key }: ConnectionOrder,
  { address, field }: { readonly address: string; readonly field: Uint8Array },
): Promise<string> {
  if (key.trim() !== '') return key.trim();
  const kept = await findConnection(work, bodyId);
  const isSameServer = kept !== undefined && new URL(kept.address).origin === new URL(address).origin;
  return isSameServer ? open(field, kept.sealedKey, keyContext(work.districtId, bodyId)) : '';
}

/** Stops sending and asking, or goes on (停用、恢复对接); what waits stays waiting. Refuses with `partner.not_connected`. */
export async function pauseConnection(
  work: Work,
  bodyId: string,
  isPaused: boolean,
): Promise<Result<null, 'partner.not_connected'>> {
  const { actor } = work;
  if (actor.kind !== 'worker') throw new Error('a connection is kept by somebody in a post');
  return (await savePaused(work, bodyId, isPaused, actor.postId)) ? done(null) : refuse('partner.not_connected');
}

/** Sends what had failed for good once more (再送一次); how many there were. */
export const sendFailedAgain = (work: Work, bodyId: string): Promise<number> => requeueFailed(work, bodyId);

export type Tried =
  | { readonly answers: true; readonly format: Format; readonly services: readonly OfferedService[] }
  | { readonly answers: false; readonly error: CallError };

/**
 * Asks a server which services it takes reports for (试连), in JSON and, where it does not speak that, in XML. Nothing is kept, and
 * no key is sent.
 *
 * @returns what it offers, or why it does not answer; or a refusal of {@link readAddress}
 */
export async function tryAddress(
  given: { readonly address: string; readonly jurisdiction: string },
  reach: Reach,
): Promise<Result<Tried>> {
  const address = readAddress(given.address, reach);
  if (!address.ok) return address;
  let error: CallError = 'notUnderstood';
  for (const format of ['json', 'xml'] as const) {
    const line = { address: address.value, jurisdiction: given.jurisdiction.trim(), format };
    const answered = await callSystem(line, { path: 'services' });
    const services = answered.ok ? readServices(answered.records) : [];
    if (services.length > 0) return done({ answers: true, format, services });
    error = answered.ok || answered.error === 'refused' ? 'notUnderstood' : answered.error;
    if (['unreachable', 'timeout', 'busy', 'key'].includes(error)) break;
  }
  return done({ answers: false, error });
}
