import { Agent, request } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** A request as it goes out, with its body as bytes. */
export type Sent = {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytes?: Buffer | undefined;
  /** The address of the network that it comes from. */
  readonly from?: string;
};
export type Got = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
};
export type Send = (sent: Sent) => Promise<Got>;

/** Hands requests to a server of the same process. */
export const sendInside =
  (app: FastifyInstance): Send =>
  async ({ method, url, headers = {}, bytes, from }) => {
    const answer = await app.inject({
      method: method as 'GET',
      url,
      headers: { ...headers },
      ...(bytes === undefined ? {} : { payload: bytes }),
      ...(from === undefined ? {} : { remoteAddress: from }),
    });
    return { status: answer.statusCode, headers: answer.headers as Got['headers'], text: answer.body };
  };

/** Sends requests over the network, on a few connections that are kept. */
export function sendTo(base: string): Send {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const { hostname, port } = new URL(base);
  const once: Send = ({ method, url, headers = {}, bytes, from }) =>
    new Promise((resolve, reject) => {
      const all = {
        ...headers,
        ...(from === undefined ? {} : { 'x-forwarded-for': from }),
        ...(bytes === undefined ? {} : { 'content-length': String(bytes.length) }),
      };
      const sending = request({ hostname, port, agent, method, path: url, headers: all }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString() }),
        );
      });
      sending.on('error', reject);
      sending.end(bytes);
    });
  // A server that will not read all of a large body closes, and its answer may be lost on the way.
  return (sent) =>
    once(sent)
      .catch(() => once(sent))
      .catch(() => once(sent))
      .catch((error: unknown) => ({ status: 599, headers: {}, text: String(error) }));
}

/** The cookies that an answer sets, as a browser sends them back. */
export const cookiesOf = ({ headers }: Got): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');

export const asJson = (value: unknown) => ({
  headers: { 'content-type': 'application/json' },
  bytes: Buffer.from(JSON.stringify(value) ?? ''),
});

export const asForm = (fields: Readonly<Record<string, string>>) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  bytes: Buffer.from(new URLSearchParams(fields).toString()),
});

/** A form with one file in it. */
export function asUpload(field: string, fileName: string, file: Buffer, fields: Readonly<Record<string, string>> = {}) {
  const edge = 'linli-attack-edge';
  const head = (disposition: string) => `--${edge}\r\ncontent-disposition: form-data; ${disposition}\r\n`;
  const texts = Object.entries(fields).map(([name, value]) => `${head(`name="${name}"`)}\r\n${value}\r\n`);
  const start = `${head(`name="${field}"; filename="${fileName}"`)}content-type: application/octet-stream\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${edge}`, 'sec-fetch-site': 'same-origin' },
    bytes: Buffer.concat([Buffer.from(texts.join('') + start), file, Buffer.from(`\r\n--${edge}--\r\n`)]),
  };
}
