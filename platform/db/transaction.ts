import {
  CompiledQuery,
  DummyDriver,
  PostgresDialect,
  Transaction,
  type DatabaseConnection,
  type Kysely,
  sql,
} from 'kysely';
import type { Refusal } from '../result.ts';
import type { Actor, Scope, Work } from '../work.ts';
import type { Database } from './database.ts';

export type Occasion = {
  readonly districtId: number;
  readonly scope: Scope;
  readonly actor: Actor;
  readonly now: Date;
  /** Nothing is written that anybody waits for: the answer is given while the transaction still ends. */
  readonly onlyReads?: boolean;
};

/**
 * Runs one piece of work (一件工作) in one transaction, as `linli_app` and within the given district and scope.
 *
 * What `run` returns is committed, unless it is a refusal: then everything is rolled back and the refusal returned.
 * What it throws is rolled back and thrown on. The role and the settings end with the transaction.
 *
 * Statements asked together, without waiting for one another, go to the database in one message and are carried out there
 * in the order in which they were asked; each sees what those before it did. So does the beginning, which nobody waits for:
 * when it fails, so does everything after it.
 */
export async function inTransaction<T>(
  db: Kysely<Database>,
  occasion: Occasion,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const begin = CompiledQuery.raw(`begin; ${localSettings(occasion)}`);
  return db.getExecutor().provideConnection(async (connection) => {
    const open = openTransaction(db, connection);
    const begun = connection.executeQuery(begin);
    begun.catch(() => undefined); // said below, unless what follows fails by it
    let result: T;
    try {
      const { districtId, actor, scope, now } = occasion;
      result = await run({ db: open.transaction, districtId, actor, scope, now });
      await begun;
    } catch (error) {
      open.end();
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
      throw error;
    }
    open.end();
    if (isRefusal(result)) {
      await connection.executeQuery(CompiledQuery.raw('rollback'));
      return result;
    }
    const committed = connection.executeQuery<{ command: string }>(CompiledQuery.raw('commit'));
    if (occasion.onlyReads) {
      committed.catch(() => undefined); // whoever has the connection next hears of it
      return result;
    }
    const { rows } = await committed;
    // The database answers so when a statement failed before and nobody said it.
    if (rows[0]?.command === 'ROLLBACK') throw new Error('a statement of the transaction failed, and nothing was kept');
    return result;
  });
}

/** A transaction on one connection whose statements do not wait for one another; after its end it refuses any. */
function openTransaction(
  db: Kysely<Database>,
  connection: DatabaseConnection,
): { readonly transaction: Transaction<Database>; readonly end: () => void } {
  let ended = false;
  const executor = db.getExecutor().withConnectionProvider({
    provideConnection: async (consume) => {
      if (ended) throw new Error('the transaction has ended');
      return consume(connection);
    },
  });
  const transaction = new Transaction<Database>({ config: { dialect }, dialect, driver: new DummyDriver(), executor });
  return { transaction, end: () => (ended = true) };
}

/** Only named by the transaction: the connection it works on is open already. */
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('a transaction opens no connections')) });

/**
 * Lets the rest of the transaction use each statement's plan as it was made once, whatever the values (沿用执行计划). For work that
 * only reads and writes by key, where making a plan takes longer than the statement itself; not for searches and lists.
 */
export const keepPlans = ({ db }: Pick<Work, 'db'>): Promise<unknown> =>
  sql.raw('set local plan_cache_mode = force_generic_plan').execute(db);

/**
 * The settings as one message of literal `set local` statements, which is the form that Citus passes to its workers.
 * A value is written into the text, so each is checked first.
 */
export function localSettings({ districtId, scope }: Pick<Occasion, 'districtId' | 'scope'>): string {
  if (!Number.isSafeInteger(districtId) || districtId < 0) throw new TypeError(`not a district number: ${districtId}`);
  return [
    'set local role linli_app',
    `set local app.district = '${districtId}'`,
    `set local app.lo = '${checked(scope.lo, areaCode)}'`,
    `set local app.hi = '${checked(scope.hi, areaCode)}'`,
    `set local app.body = '${checked(scope.bodyId ?? '', uuid)}'`,
    `set local app.matter = '${checked(scope.matterId ?? '', uuid)}'`,
  ].join('; ');
}

const areaCode = /^[0-9]{0,24}~?$/;
const uuid = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/;

function checked(value: string, form: RegExp): string {
  if (!form.test(value) || value.includes('\n')) throw new TypeError('not a scope value');
  return value;
}

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
