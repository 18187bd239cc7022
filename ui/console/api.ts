import type { In, Out, Routes } from '../../platform/http/contract.ts';
import { CallFailed, failureFrom, failureOf, offline } from './failure.ts';
import { askForProof } from './prove-again.ts';

type Part<R, Name extends string> = R extends { readonly [K in Name]: infer S }
  ? { readonly [K in Name]: In<S> }
  : unknown;
type Given<R> = Part<R, 'params'> & Part<R, 'query'> & Part<R, 'body'>;
type Reply<R> = R extends { readonly reply: infer S } ? Out<S> : undefined;
type Arguments<R> = unknown extends Given<R> ? [] : [given: Given<R>];

type Sent = { readonly params?: object; readonly query?: object; readonly body?: unknown };

const TIMEOUT_MS = 30_000;

/** Makes the typed client of one module's contract: `call('GET /api/matters', { query: { queue: 'open' } })`. */
export function clientOf<R extends Routes>() {
  return async <K extends keyof R & string>(key: K, ...given: Arguments<R[K]>): Promise<Reply<R[K]>> =>
    (await afterProof(() => send(key, given[0] ?? {}))) as Reply<R[K]>;
}

/** Sends; where the server first wants to know again who it is, asks for that in place and sends the same once more. */
export async function afterProof<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    if (failureOf(thrown).code !== 'session.prove_again' || !(await askForProof())) throw thrown;
    return call();
  }
}

async function send(key: string, given: Sent): Promise<unknown> {
  const [method = 'GET', path = ''] = key.split(' ');
  const body =
    given.body === undefined
      ? {}
      : { body: JSON.stringify(given.body), headers: { 'content-type': 'application/json' } };
  let status: number;
  let reply: unknown;
  try {
    const response = await fetch(addressOf(path, given), { method, ...body, signal: AbortSignal.timeout(TIMEOUT_MS) });
    status = response.status;
    reply = await readJson(response);
  } catch (cause) {
    throw offline(cause);
  }
  if (status >= 400) throw failureFrom(status, reply);
  if (reply === undefined) throw new CallFailed({ kind: 'fault', code: 'not_json', fields: {}, changedSince: [] });
  return reply;
}

/** A proxy's error page is not JSON, and is not a reason to lose what was typed. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Fills `:name` from params and appends the query; empty and absent values stay out. */
export function addressOf(path: string, given: Pick<Sent, 'params' | 'query'>): string {
  const params = new Map(Object.entries(given.params ?? {}));
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params.get(name))));
  const query = Object.entries(given.query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(query.map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? filled : `${filled}?${search}`;
}
