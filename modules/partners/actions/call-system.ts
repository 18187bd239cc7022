import type { Format } from '../store/connection-store.ts';
import type { CallError } from '../rules/next-try.ts';
import { readFaults, readRecords, type ReplyRecord } from '../rules/georeport.ts';

/** What is needed to call the system of another body. */
export type Line = { readonly address: string; readonly jurisdiction: string; readonly format: Format };

export type Call = {
  /** Below the address, without the ending that names the format. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Posted as a form; absent for a call that only reads. */
  readonly form?: Readonly<Record<string, string>>;
  readonly idempotencyKey?: string;
};

export type Answered =
  | { readonly ok: true; readonly records: readonly ReplyRecord[] }
  | { readonly ok: false; readonly error: CallError }
  /** It was understood and refused for good, in their words. */
  | { readonly ok: false; readonly error: 'refused'; readonly said: string };

/** How long a call may take, and what ends it before. */
export type Patience = { readonly timeoutMs?: number; readonly signal?: AbortSignal };

const TIMEOUT_MS = 15_000;
const MOST_BYTES = 2 * 1024 * 1024;
const onceMore = new Set([408, 425, 429]);
const noEntry = new Set([401, 403]);
const notThere = new Set([404, 405, 406, 410, 501]);

/**
 * Calls the Open311 server of another body once (调用对方系统): follows no redirect, waits no longer than `timeoutMs`, and reads no
 * answer above two megabytes. The address was allowed when it was kept ({@link readAddress}); it is not looked at here again.
 */
export async function callSystem(
  line: Line,
  call: Call,
  { timeoutMs = TIMEOUT_MS, signal }: Patience = {},
): Promise<Answered> {
  try {
    const answer = await fetch(urlOf(line, call), {
      ...(call.form ? { method: 'POST', body: new URLSearchParams({ ...jurisdictionOf(line), ...call.form }) } : {}),
      headers: {
        accept: line.format === 'json' ? 'application/json' : 'text/xml, application/xml',
        ...(call.idempotencyKey ? { 'idempotency-key': call.idempotencyKey } : {}),
      },
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
    });
    const text = await readAtMost(answer, MOST_BYTES);
    const records = text === undefined ? undefined : readRecords(text);
    if (answer.ok) return records ? { ok: true, records } : { ok: false, error: 'notUnderstood' };
    return failureOf(answer.status, records);
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    return { ok: false, error: isTimeout ? 'timeout' : 'unreachable' };
  }
}

function urlOf(line: Line, { path, query = {}, form }: Call): URL {
  const url = new URL(`${path}.${line.format}`, line.address);
  const asked = form ? query : { ...jurisdictionOf(line), ...query };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url;
}

const jurisdictionOf = ({ jurisdiction }: Line) => (jurisdiction === '' ? {} : { jurisdiction_id: jurisdiction });

function failureOf(status: number, records: readonly ReplyRecord[] | undefined): Answered {
  if (noEntry.has(status)) return { ok: false, error: 'key' };
  if (notThere.has(status) || (status >= 300 && status < 400)) return { ok: false, error: 'address' };
  if (status >= 400 && status < 500 && !onceMore.has(status))
    return { ok: false, error: 'refused', said: records ? readFaults(records) : '' };
  return { ok: false, error: 'busy' };
}

/** The text of an answer; undefined when it is longer. */
async function readAtMost(answer: Response, most: number): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    bytes += part.length;
    if (bytes > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
