import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';

export type Report = Readonly<Record<string, string>> & { readonly idempotencyKey: string };
type Reply = { readonly status?: number; readonly type?: string; readonly body: string; readonly location?: string };
/** What their server does next, in place of what it usually does; `hang` never answers, `drop` ends the connection. */
export type Trick = Reply | 'hang' | 'drop';

/** A small Open311 server of somebody else (对方的系统), over real HTTP, which keeps no idempotency keys and can be made to fail. */
export async function openTheirSystem() {
  const reports: Report[] = [];
  const standings = new Map<string, { status: string; status_notes: string }>();
  const tokens = new Map<string, string>();
  const asked: string[] = [];
  const tricks: Trick[] = [];
  const speaks = { json: true, tokens: false, afterMs: 0 };

  const answer = async (request: IncomingMessage): Promise<Trick> => {
    const url = new URL(request.url ?? '/', 'http://x');
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    const [, name = '', format = ''] = /\/v2\/(.*)\.(json|xml)$/.exec(url.pathname) ?? [];
    const trick = name === 'services' ? undefined : tricks.shift();
    if (speaks.afterMs > 0) await wait(speaks.afterMs);
    if (request.method === 'POST') {
      const form = Object.fromEntries(new URLSearchParams(await textOf(request)));
      if (trick === undefined || trick === 'hang')
        reports.push({ ...form, idempotencyKey: String(request.headers['idempotency-key']) });
    }
    if (trick !== undefined) return trick;
    if (format === 'json' && !speaks.json) return { status: 404, body: 'no such thing', type: 'text/plain' };
    const say = (records: readonly Record<string, string>[], names: readonly [string, string]): Reply =>
      format === 'json'
        ? { type: 'application/json', body: JSON.stringify(records) }
        : { type: 'text/xml', body: writeXml(records, names) };
    if (name === 'services')
      return say(
        [
          { service_code: '17', service_name: '漏水', metadata: 'false', type: 'realtime' },
          { service_code: '99', service_name: '其他', metadata: 'true', type: 'realtime' },
        ],
        ['services', 'service'],
      );
    if (request.method === 'POST') {
      const reference = `W-${reports.length}`;
      standings.set(reference, { status: 'open', status_notes: '' });
      const token = `t${reports.length}`;
      tokens.set(token, reference);
      return say([speaks.tokens ? { token } : { service_request_id: reference }], ['service_requests', 'request']);
    }
    if (name.startsWith('tokens/')) {
      const reference = tokens.get(name.slice('tokens/'.length));
      return say(reference ? [{ service_request_id: reference }] : [], ['service_requests', 'request']);
    }
    const wanted = (url.searchParams.get('service_request_id') ?? '').split(',');
    const found = wanted.flatMap((reference) => {
      const standing = standings.get(reference);
      return standing ? [{ service_request_id: reference, ...standing }] : [];
    });
    return say(found, ['service_requests', 'request']);
  };

  const server = createServer((request, response) => {
    const write = async () => {
      const reply = await answer(request);
      if (reply === 'hang') return;
      if (reply === 'drop') {
        request.socket.destroy();
        return;
      }
      const { status = 200, type = 'application/json', body, location } = reply;
      response.writeHead(status, { 'content-type': type, ...(location ? { location } : {}) });
      response.end(body);
    };
    write().catch(() => request.socket.destroy()); // whoever asked has gone away
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    address: `${origin}/open311/v2/`,
    reports,
    asked,
    speaks,
    /** What comes next in place of an answer, once each. */
    next: (...more: readonly Trick[]) => void tricks.push(...more),
    says: (reference: string, status: 'open' | 'closed', notes: string) =>
      standings.set(reference, { status, status_notes: notes }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
export type TheirSystem = Awaited<ReturnType<typeof openTheirSystem>>;

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const writeXml = (records: readonly Record<string, string>[], [root, item]: readonly [string, string]): string => {
  const inside = (record: Record<string, string>) =>
    Object.entries(record)
      .map(([name, text]) => `<${name}>${escape(text)}</${name}>`)
      .join('');
  return `<?xml version="1.0" encoding="utf-8"?><${root}>${records.map((one) => `<${item}>${inside(one)}</${item}>`).join('')}</${root}>`;
};
