import { sql, type Kysely } from 'kysely';
import type { Refusal } from '../result.ts';
import type { Actor, Scope, Work } from '../work.ts';
import type { Database } from './database.ts';

export type Occasion = {
  readonly districtId: number;
  readonly scope: Scope;
  readonly actor: Actor;
  readonly now: Date;
};

/**
 * Runs one piece of work (一件工作) in one transaction, as `linli_app` and within the given district and scope.
 *
 * What `run` returns is committed, unless it is a refusal: then everything is rolled back and the refusal returned.
 * What it throws is rolled back and thrown on. The role and the settings end with the transaction.
 */
export async function inTransaction<T>(
  db: Kysely<Database>,
  occasion: Occasion,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const settings = localSettings(occasion);
  const transaction = await db.startTransaction().execute();
  try {
    await sql.raw(settings).execute(transaction);
    const { districtId, actor, scope, now } = occasion;
    const result = await run({ db: transaction, districtId, actor, scope, now });
    if (isRefusal(result)) {
      await transaction.rollback().execute();
      return result;
    }
    await transaction.commit().execute();
    return result;
  } catch (error) {
    // Also after a commit that got no answer: without it the connection is never given back, and eight of those are the pool.
    if (!transaction.isRolledBack)
      await transaction
        .rollback()
        .execute()
        .catch(() => undefined);
    throw error;
  }
}

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
