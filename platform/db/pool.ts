import type { Duplex } from 'node:stream';
import pg from 'pg';

export type PoolSettings = {
  readonly maxConnections?: number;
  /** Prepared once per connection and reused; off for connection poolers that cannot keep them. */
  readonly namedStatements?: boolean;
  readonly onError?: (error: Error) => void;
};

/** How many texts get a name; beyond that, statements are unique ones that would only fill the server's memory. */
const maxNames = 1000;

const parsers: Partial<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.INT8]: (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a number`);
    return value;
  },
  // A date has no time zone, so it stays the text YYYY-MM-DD.
  [pg.types.builtins.DATE]: (text) => text,
};

const types = {
  getTypeParser: (oid: number, format: 'text' | 'binary') =>
    (format === 'text' && parsers[oid]) || pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

/**
 * Opens a pool of connections that work as `linli_app`, so that row-level security holds on each of them.
 *
 * int8 comes as a number, a date as `YYYY-MM-DD`, numeric as text, timestamptz as a Date.
 */
export function openPool(url: string, settings: PoolSettings = {}): pg.Pool {
  const { maxConnections = 8, namedStatements = true, onError } = settings;
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    application_name: 'linli',
    types,
    pipeline: true,
    ...(namedStatements ? { Client: NamingClient } : {}),
    onConnect: (client) => client.query('set role linli_app') as unknown as void,
  });
  // A lost connection is dropped by the pool, and whoever uses it gets an error; without listeners it would end the process.
  pool.on('error', (error) => onError?.(error));
  pool.on('connect', (client) => client.on('error', (error) => onError?.(error)));
  return pool;
}

const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= maxNames) return known;
  const name = `q${names.size}`;
  names.set(text, name);
  return name;
}

type Query = (...input: unknown[]) => Promise<unknown>;

/** Prepares each text once, and sends what is asked in one turn in one message. */
class NamingClient extends pg.Client {
  override query = ((text: unknown, values?: unknown, ...rest: unknown[]) => {
    const send: Query = (...input) => (super.query as Query).apply(this, input);
    gather(this.connection.stream);
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    return name === undefined ? send(text, values, ...rest) : send({ name, text, values }, ...rest);
  }) as pg.Client['query'];
}

/** Holds back what is written until the turn is over. */
function gather(stream: Duplex): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
