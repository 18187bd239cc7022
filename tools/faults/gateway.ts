import { once } from 'node:events';
import { createServer } from 'node:http';

export type Gateway = {
  /** What the server needs to find it. */
  readonly settings: Readonly<Record<string, string>>;
  /** How often each message came, by its id. */
  readonly came: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
};

/** Takes short messages as a gateway does (短信网关), and remembers which came. */
export async function startGateway(): Promise<Gateway> {
  const came = new Map<string, number>();
  const server = createServer((request, reply) => {
    const id = String(request.headers['idempotency-key']);
    came.set(id, (came.get(id) ?? 0) + 1);
    request.resume().on('end', () => reply.writeHead(204).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    settings: { LINLI_SMS_URL: `http://127.0.0.1:${port}/`, LINLI_SMS_SECRET: 'of-a-trial-and-nothing-else' },
    came,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
