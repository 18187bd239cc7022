import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * How the network between server and database behaves: whole; `cut`, every connection is reset and none is let in; `silent`,
 * what is sent arrives nowhere, and nobody hears of it.
 */
export type Network = 'whole' | 'cut' | 'silent';

export type Proxy = {
  readonly port: number;
  readonly become: (network: Network) => void;
  /** Milliseconds that everything takes longer, each way. */
  readonly slowDown: (delayMs: number) => void;
  /** How likely a connection dies at each of these places, from 0 to 1. */
  readonly breakAt: (places: { readonly inTransaction: number; readonly atCommit: number }) => void;
  /** How many connections died so. */
  readonly broken: () => { readonly inTransaction: number; readonly atCommit: number };
  readonly close: () => Promise<void>;
};

/** What PostgreSQL sends when it is ready and a transaction is open. */
const READY_IN_TRANSACTION = Buffer.from([0x5a, 0, 0, 0, 5, 0x54]);
const COMMIT = Buffer.from('commit');
const LOOK_EVERY_MS = 20;

/** Stands as a network of our own (网络故障) before the socket of a database. */
export async function startProxy(socketPath: string): Promise<Proxy> {
  const now: { network: Network } = { network: 'whole' };
  let delayMs = 0;
  let chances = { inTransaction: 0, atCommit: 0 };
  const broken = { inTransaction: 0, atCommit: 0 };
  const pairs = new Set<readonly [Socket, Socket]>();

  const dies = (place: keyof typeof broken): boolean => {
    if (Math.random() >= chances[place]) return false;
    broken[place] += 1;
    return true;
  };
  const server = createServer((near) => {
    if (now.network === 'cut') return void near.resetAndDestroy();
    const far = connect(socketPath);
    const pair = [near, far] as const;
    pairs.add(pair);
    const breakOff = () => {
      near.resetAndDestroy();
      far.destroy();
    };
    carry(near, far, async (part) => {
      if (!part.includes(COMMIT) || !dies('atCommit')) return true;
      near.resetAndDestroy(); // the database does it, and nobody hears of it
      far.write(part);
      await wait(LOOK_EVERY_MS);
      far.destroy();
      return false;
    });
    carry(far, near, (part) => {
      if (!part.subarray(-READY_IN_TRANSACTION.length).equals(READY_IN_TRANSACTION) || !dies('inTransaction'))
        return Promise.resolve(true);
      breakOff();
      return Promise.resolve(false);
    });
    for (const [one, other] of [pair, [far, near]] as const) {
      one.on('error', () => undefined);
      one.on('close', () => void endToo(other).finally(() => pairs.delete(pair)));
    }
  });

  /** While the network is silent not even an end arrives. */
  async function endToo(other: Socket): Promise<void> {
    while (now.network === 'silent') await wait(LOOK_EVERY_MS);
    other.destroy();
  }

  /** Passes everything on in its order, late or held back as the network is. */
  function carry(from: Socket, to: Socket, look: (part: Buffer) => Promise<boolean>): void {
    const passOn = async (earlier: Promise<void>, part: Buffer): Promise<void> => {
      await earlier;
      if (delayMs > 0) await wait(delayMs);
      while (now.network === 'silent') await wait(LOOK_EVERY_MS);
      if (!to.destroyed && (await look(part))) to.write(part);
    };
    let before = Promise.resolve();
    from.on('data', (part: Buffer) => {
      before = passOn(before, part);
    });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    become: (next) => {
      now.network = next;
      if (next === 'cut') for (const [near, far] of pairs) void (near.resetAndDestroy(), far.destroy());
    },
    slowDown: (ms) => (delayMs = ms),
    breakAt: (next) => (chances = next),
    broken: () => broken,
    close: async () => {
      now.network = 'whole';
      for (const [near, far] of pairs) void (near.destroy(), far.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
