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

/** Sends requests over the network. */
export const sendTo =
  (base: string): Send =>
  async ({ method, url, headers = {}, bytes, from }) => {
    const answer = await fetch(`${base}${url}`, {
      method,
      redirect: 'manual',
      headers: { ...headers, ...(from === undefined ? {} : { 'x-forwarded-for': from }) },
      ...(bytes === undefined || method === 'GET' ? {} : { body: new Uint8Array(bytes) }),
    });
    const cookies = answer.headers.getSetCookie();
    return {
      status: answer.status,
      headers: { ...Object.fromEntries(answer.headers), ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}) },
      text: await answer.text(),
    };
  };

/** The cookies that an answer sets, as a browser sends them back. */
export const cookiesOf = ({ headers }: Got): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((line) => String(line).split(';')[0] as string)
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
