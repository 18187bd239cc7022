import type { Out, Routes } from '../../platform/http/contract.ts';
import { addressOf, afterProof } from './api.ts';
import { CallFailed, failureFrom, offline } from './failure.ts';

const TIMEOUT_MS = 180_000;

type Reply<R> = R extends { readonly reply: infer S } ? Out<S> : undefined;

/** Makes the client for those routes of a contract that take one file: `send('POST /api/x', file, { digest })`. */
export function fileClientOf<R extends Routes>() {
  const send = async <K extends keyof R & string>(key: K, file: File, query: object): Promise<Reply<R[K]>> => {
    const [method = 'POST', path = ''] = key.split(' ');
    const form = new FormData();
    form.append('file', file, file.name);
    let status: number;
    let text: string;
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const response = await fetch(addressOf(path, { query }), { method, body: form, signal });
      status = response.status;
      text = await response.text();
    } catch (cause) {
      throw offline(cause);
    }
    const reply = parsed(text);
    if (status >= 400) throw failureFrom(status, reply);
    if (reply === undefined) throw new CallFailed({ kind: 'fault', code: 'not_json', fields: {}, changedSince: [] });
    return reply as unknown as Reply<R[K]>;
  };
  return <K extends keyof R & string>(key: K, file: File, query: object = {}): Promise<Reply<R[K]>> =>
    afterProof(() => send(key, file, query));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
