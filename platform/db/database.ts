import { Kysely, PostgresDialect } from 'kysely';
import { openPool, type PoolSettings } from './pool.ts';
import type { Database } from './tables.ts';

export type { Database } from './tables.ts';

/**
 * Opens the database for the application, which then works as the role `linli_app`.
 *
 * Close it with `destroy()`. Tables with row-level security show nothing outside `inTransaction`.
 */
export const openDatabase = (url: string, settings?: PoolSettings): Kysely<Database> =>
  new Kysely<Database>({ dialect: new PostgresDialect({ pool: openPool(url, settings) }) });
