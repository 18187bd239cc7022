import { Agent, request, type IncomingHttpHeaders } from 'node:http';

/** An answer of the server, its body parsed when it is JSON. */
export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
  readonly bytes: number;
};
export type Ask = (
  method: 'GET' | 'POST',
  path: string,
  sent?: {
    readonly cookie?: string;
    readonly body?: unknown;
    /** Sent instead of a body, as a page of our site sends it. */
    readonly form?: Readonly<Record<string, string>>;
  },
) => Promise<Answer>;

/** Somebody's address of the network, from the range that is set aside for measuring (RFC 2544): each request comes from another person. */
const someAddress = (): string => `198.18.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;

/** Makes a client that keeps its connections and brings many people's requests, as a proxy does. */
export function makeAsk({ host, port }: { readonly host: string; readonly port: number }, connections: number): Ask {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return (method, path, { cookie, body, form } = {}) =>
    new Promise((resolve, reject) => {
      const asForm = form && new URLSearchParams(form).toString();
      const payload = asForm ?? (body === undefined ? undefined : JSON.stringify(body));
      const headers = {
        'x-forwarded-for': someAddress(),
        ...(cookie === undefined ? {} : { cookie }),
        ...(form ? { 'sec-fetch-site': 'same-origin' } : {}),
        ...(payload === undefined
          ? {}
          : {
              'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
              'content-length': Buffer.byteLength(payload),
            }),
      };
      const sending = request({ host, port, method, path, headers, agent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const raw = Buffer.concat(parts);
          const isJson = String(answer.headers['content-type']).includes('json');
          const parsed = isJson ? (JSON.parse(raw.toString()) as Record<string, unknown>) : {};
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: parsed, bytes: raw.length });
        });
      });
      sending.on('error', reject);
      sending.end(payload);
    });
}

/** Asks, and stops the bench when the answer is not 200: a refusal must not count as work done. */
export async function askOrStop(ask: Ask, ...asked: Parameters<Ask>): Promise<Answer> {
  const answer = await ask(...asked);
  if (answer.status !== 200)
    throw new Error(`${asked[0]} ${asked[1]} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}
