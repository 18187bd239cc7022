// Sets up a district from a plan file and prints everybody's first password once: docs/how-to/set-up-a-district.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { loadDistrict } from '../db/district/load-district.ts';
import type { PlanFault } from '../db/district/plan-fault.ts';
import { planFaultText } from '../db/district/plan-fault.ts';
import type { DistrictPlan } from '../db/district/plan.ts';
import { fillFromList, takesFromList } from '../db/district/read-list.ts';
import { readJson, readPlanJson } from '../db/district/read-plan.ts';
import { computeRows } from '../db/district/rows.ts';
import { makeFirstPassword } from '../modules/accounts/index.ts';
import { findDistrict } from '../modules/territory/index.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { startEmbedded } from '../platform/db/embedded.ts';
import { migrate } from '../platform/db/migrate.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import { StartFault } from '../platform/start-fault.ts';
import { areaScope, noScope } from '../platform/work.ts';

/** Sets the district up in one transaction; the result lists `login,password` lines in the order of the plan. */
export async function setUpDistrict(url: string, plan: DistrictPlan, now: Date): Promise<string[] | PlanFault> {
  const db = openDatabase(url);
  try {
    const { code } = plan.district;
    const occasion = { districtId: code, scope: areaScope(''), actor: { kind: 'system', name: 'setup' }, now } as const;
    const exists: PlanFault = { code: 'exists', values: { code } };
    // Asked before the passwords are hashed, which takes a while.
    if (await inTransaction(db, occasion, findDistrict)) return exists;
    const rows = computeRows(plan, { newId: () => newId(), passwordOf: makeFirstPassword });
    const loaded = await inTransaction(db, occasion, (work) => loadDistrict(work, rows));
    return loaded.ok ? rows.accounts.map(({ login, password }) => `${login},${password}`) : exists;
  } finally {
    await db.destroy();
  }
}

/** Fills a plan from the national list in the database; see {@link fillFromList}. */
export async function fillPlan(url: string, json: Parameters<typeof fillFromList>[1]) {
  const db = openDatabase(url);
  try {
    const actor = { kind: 'system', name: 'setup' } as const;
    return await inTransaction(db, { districtId: 0, scope: noScope, actor, now: new Date() }, (work) =>
      fillFromList(work, json),
    );
  } finally {
    await db.destroy();
  }
}

const isFault = (filled: unknown): filled is PlanFault =>
  typeof filled === 'object' && filled !== null && 'code' in filled && 'values' in filled;

type Outcome = { readonly passwords: readonly string[] } | { readonly faults: readonly string[] };

const faulty = (...faults: PlanFault[]): Outcome => ({ faults: faults.map(planFaultText) });

async function run(file: string | undefined): Promise<Outcome> {
  if (file === undefined) return faulty({ code: 'usage', values: {} });
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return faulty({ code: 'unreadable', values: { file } });
  }
  const read = readJson(file, text);
  if (!read.ok) return faulty(...read.faults);
  const { json } = read;
  // What the file itself gets wrong is said before a database is started for it.
  const early = takesFromList(json) ? undefined : readPlanJson(file, json);
  if (early && !early.ok) return faulty(...early.faults);

  const config = readConfig(process.env);
  if (!config.ok) return { faults: config.faults.map((fault) => fault.text) };
  const { databaseUrl, dataFolder } = config.value;
  const embedded = databaseUrl === null ? await startEmbedded({ folder: join(dataFolder, 'postgres') }) : null;
  try {
    const url = databaseUrl ?? embedded!.url;
    await migrate(url);
    const filled = takesFromList(json) ? await fillPlan(url, json) : json;
    if (isFault(filled)) return faulty(filled);
    const reading = readPlanJson(file, filled);
    if (!reading.ok) return faulty(...reading.faults);
    const result = await setUpDistrict(url, reading.plan, new Date());
    return Array.isArray(result) ? { passwords: result } : faulty(result);
  } finally {
    await embedded?.stop();
  }
}

if (import.meta.main) {
  const outcome = await run(process.argv[2]).catch((error: unknown): Outcome => {
    if (error instanceof StartFault) return { faults: [error.message] };
    throw error;
  });
  if ('passwords' in outcome) for (const line of outcome.passwords) console.log(line);
  if ('faults' in outcome) {
    for (const fault of outcome.faults) console.error(fault);
    process.exitCode = 1;
  }
}
