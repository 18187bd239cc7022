import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const CHUNK = 1 << 18;

/** Rows going into several tables at once, each by a COPY on a connection of its own. */
export type CopyIn = {
  /** Adds rows as COPY reads them; wait for {@link CopyIn.drain} now and then. */
  readonly add: (table: number, rows: string) => void;
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
      return { client, stream, waiting: '', faultOf: () => fault };
    }),
  );
  const send = async (lane: (typeof lanes)[number]): Promise<void> => {
    const fault = lane.faultOf();
    if (fault) throw fault;
    const text = lane.waiting;
    lane.waiting = '';
    if (text !== '' && !lane.stream.write(text)) await once(lane.stream, 'drain');
  };
  return {
    add: (table, rows) => {
      const lane = lanes[table];
      if (!lane) throw new Error(`no table ${table} is open`);
      lane.waiting += rows;
    },
    drain: async () => {
      for (const lane of lanes) if (lane.waiting.length > CHUNK) await send(lane);
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
