import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Sink } from './stencil.ts';

const CHUNK = 1 << 18;
/** More than the rows of one matter in one table take. */
const ROOM = 1 << 20;

/** Rows going into several tables at once, each by a COPY on a connection of its own. */
export type CopyIn = {
  /** Takes rows of a table as COPY reads them; wait for {@link CopyIn.drain} after each matter. */
  readonly sinks: readonly Sink[];
  readonly drain: () => Promise<void>;
  readonly end: () => Promise<void>;
};

/**
 * Begins a COPY into each table. Foreign keys are not checked and triggers not run, because all rows of a matter come together and in no order.
 */
export async function openCopyIn(
  databaseUrl: string,
  tables: readonly { readonly table: string; readonly columns: readonly string[] }[],
): Promise<CopyIn> {
  const lanes = await Promise.all(
    tables.map(async ({ table, columns }) => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      await client.query('set session_replication_role = replica');
      const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
      let fault: Error | undefined;
      stream.on('error', (error: Error) => (fault = new Error(`${table}: ${error.message}`, { cause: error })));
      return { client, stream, page: new Page(), faultOf: () => fault };
    }),
  );
  const send = async (lane: (typeof lanes)[number]): Promise<void> => {
    const fault = lane.faultOf();
    if (fault) throw fault;
    const bytes = lane.page.take();
    if (bytes.length > 0 && !lane.stream.write(bytes)) await once(lane.stream, 'drain');
  };
  return {
    sinks: lanes.map(({ page }) => page),
    drain: async () => {
      for (const lane of lanes) if (lane.page.length > CHUNK) await send(lane);
    },
    end: async () => {
      for (const lane of lanes) {
        await send(lane);
        lane.stream.end();
        await finished(lane.stream);
        await lane.client.end();
      }
    },
  };
}

/** Bytes being written one behind the other, without a string for each row. */
class Page implements Sink {
  length = 0;
  #bytes = Buffer.allocUnsafe(CHUNK + ROOM);

  readonly bytes = (bytes: Buffer): void => {
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  };

  readonly signs = (text: string): void => {
    this.length += this.#bytes.write(text, this.length, 'latin1');
  };

  /** What was written, and begins anew. */
  take(): Buffer {
    const bytes = this.#bytes.subarray(0, this.length);
    this.#bytes = Buffer.allocUnsafe(CHUNK + ROOM);
    this.length = 0;
    return bytes;
  }
}
