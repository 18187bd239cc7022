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

/**
 * Prepares each text once. A `begin` waits for the statement after it and goes in the same message where it can, which
 * spares a way to the server and back in every transaction.
 */
class NamingClient extends pg.Client {
  #begins = false;

  override query = ((text: unknown, values?: unknown, ...rest: unknown[]) => {
    const send: Query = (...input) => (super.query as Query).apply(this, input);
    if (text === 'begin') {
      this.#begins = true;
      return Promise.resolve(nothingSent('BEGIN'));
    }
    const begins = this.#begins;
    this.#begins = false;
    if (begins && (text === 'commit' || text === 'rollback')) return Promise.resolve(nothingSent(text.toUpperCase()));
    if (typeof text !== 'string') {
      if (begins) send('begin').catch(() => undefined); // its failure fails what is queued behind it
      return send(text, values, ...rest);
    }
    if (!Array.isArray(values) || values.length === 0) {
      return begins ? send(`begin; ${text}`).then(lastOf) : send(text, values, ...rest);
    }
    if (begins) send('begin').catch(() => undefined);
    const name = nameOf(text);
    return name === undefined ? send(text, values, ...rest) : send({ name, text, values }, ...rest);
  }) as pg.Client['query'];
}

const nothingSent = (command: string) => ({ command, rowCount: null, rows: [] });
/** Of several statements in one message, what the last one gave. */
const lastOf = (result: unknown): unknown => (Array.isArray(result) ? result.at(-1) : result);
