import type { Duplex } from 'node:stream';
import pg from 'pg';

/** How long the program waits for its database (等待上限) before it says that it does not answer. */
export type Patience = {
  /** For a connection, made anew or free again. */
  readonly connectMs: number;
  /** For one statement, on the database, which then gives it up. */
  readonly statementMs: number;
  /** For one statement, here: a network that swallows everything is noticed only so, and the connection is thrown away. */
  readonly answerMs: number;
  /** Between two statements of a transaction, on the database: what we left behind on a dead network holds nothing for longer. */
  readonly idleMs: number;
};

/** For what a person waits for: less, all together, than the half minute that screens and proxies wait. */
export const patienceWithPeople: Patience = { connectMs: 8_000, statementMs: 15_000, answerMs: 18_000, idleMs: 30_000 };

export type PoolSettings = {
  /** None: it waits for ever, as for reports, imports and what runs at night. */
  readonly patience?: Patience;
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
  const { maxConnections = 8, namedStatements = true, patience, onError } = settings;
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    application_name: 'linli',
    types,
    pipeline: true,
    Client: namedStatements ? NamingClient : PatientClient,
    keepAlive: true,
    ...(patience ? { connectionTimeoutMillis: patience.connectMs } : {}),
    onConnect: (client) => {
      (client as PatientClient).answerMs = patience?.answerMs ?? 0;
      return client.query(`set role linli_app${patience ? `; ${limitsOf(patience)}` : ''}`) as unknown as void;
    },
  });
  // A lost connection is dropped by the pool, and whoever uses it gets an error; without listeners it would end the process.
  pool.on('error', (error) => onError?.(error));
  pool.on('connect', (client) => client.on('error', (error) => onError?.(error)));
  return pool;
}

/** The last two for a network that swallows everything: the database notices it too, also while it waits for us. */
const limitsOf = ({ statementMs, idleMs, answerMs }: Patience): string =>
  [
    `set statement_timeout = ${statementMs}`,
    `set idle_in_transaction_session_timeout = ${idleMs}`,
    `set tcp_keepalives_idle = ${Math.ceil(idleMs / 1000)}`,
    `set tcp_user_timeout = ${answerMs}`,
  ].join('; ');

const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= maxNames) return known;
  const name = `q${names.size}`;
  names.set(text, name);
  return name;
}

type Query = (...input: unknown[]) => Promise<unknown>;
type Asking = (...input: unknown[]) => Promise<unknown> | undefined;

/** Sends what is asked in one turn in one message; throws the connection away when a statement gets no answer in time, so that nothing queues behind it. */
class PatientClient extends pg.Client {
  /** Milliseconds; 0: for ever. */
  answerMs = 0;

  protected ask: Query = (...input) => {
    gather(this.connection.stream);
    const answer = (super.query as Asking)(...input);
    if (this.answerMs === 0 || answer === undefined) return answer as Promise<unknown>; // asked with a callback: nothing to wait for
    const giveUp = setTimeout(() => this.#throwAway(), this.answerMs);
    void answer.catch(() => undefined).finally(() => clearTimeout(giveUp));
    return answer;
  };

  override query = this.ask as unknown as pg.Client['query'];

  #throwAway(): void {
    this.connection.stream.destroy(
      Object.assign(new Error('the database gave no answer'), { code: 'DATABASE_SILENT' }),
    );
  }
}

/** Prepares each text once. */
class NamingClient extends PatientClient {
  override query = ((text: unknown, values?: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    return name === undefined ? this.ask(text, values, ...rest) : this.ask({ name, text, values }, ...rest);
  }) as pg.Client['query'];
}

/** Holds back what is written until the turn is over. */
function gather(stream: Duplex): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
