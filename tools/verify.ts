// npm run verify: recomputes the timeline of every matter in every district; exit code 1 when something does not fit.
import type { Kysely } from 'kysely';
import { verifyTimelines, type Misfit } from '../modules/matters/index.ts';
import { listDistricts, type District } from '../modules/territory/index.ts';
import { readConfig, type Environment } from '../platform/config.ts';
import type { Database } from '../platform/db/database.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import { addWords, say } from '../platform/i18n/words.ts';
import { StartFault } from '../platform/start-fault.ts';
import { areaScope, noScope, type Work } from '../platform/work.ts';
import { withData } from './import/open-data.ts';
import en from './verify/en.json' with { type: 'json' };
import zh from './verify/zh.json' with { type: 'json' };

addWords('verify', { zh, en });

const actor = { kind: 'system', name: 'timer' } as const;
const shownMisfits = 10;
const sayBoth = (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
  const { zh: first, en: second } = say('verify', key, values);
  return `${first}\n${second}`;
};

export type Verdict = { readonly fits: boolean; readonly lines: readonly string[] };

/** Verifies all timelines of a database (全库校验) and says in words what does not fit, district by district. */
export async function verifyData(
  db: Kysely<Database>,
  now: Date,
  onProgress: (matters: number) => void = () => {},
): Promise<Verdict> {
  const districts = await inTransaction(db, { districtId: 0, scope: noScope, actor, now }, listDistricts);
  if (districts.length === 0) return { fits: true, lines: [sayBoth('noDistrict')] };
  const verdicts: Verdict[] = [];
  for (const district of districts) {
    const { districtId } = district;
    const occasion = { districtId, scope: areaScope(String(districtId)), actor, now };
    verdicts.push(await inTransaction(db, occasion, (work) => verifyDistrict(work, district, onProgress)));
  }
  return { fits: verdicts.every(({ fits }) => fits), lines: verdicts.flatMap(({ lines }) => lines) };
}

async function verifyDistrict(work: Work, district: District, onProgress: (matters: number) => void): Promise<Verdict> {
  const { matters, entries, misfits } = await verifyTimelines(work, onProgress);
  const { districtId: code, nameZh, nameEn } = district;
  const values = { code, nameZh, nameEn, matters, entries };
  if (misfits.length === 0) return { fits: true, lines: [sayBoth('whole', values)] };
  const told = await tell(work, misfits.slice(0, shownMisfits));
  const head = sayBoth('broken', { ...values, misfits: misfits.length });
  return { fits: false, lines: [head, ...told] };
}

async function tell(work: Work, misfits: readonly Misfit[]): Promise<string[]> {
  if (misfits.length === 0) return [];
  const rows = await work.db
    .selectFrom('matters.matters')
    .select(['id', 'number'])
    .where('district_id', '=', work.districtId)
    .where('id', 'in', [...new Set(misfits.map(({ matterId }) => matterId))])
    .execute();
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return misfits.map(({ matterId, seq, what }) =>
    sayBoth(`misfits.${seq === 0 ? 'missing' : what}`, { number: numbers.get(matterId) ?? matterId, seq }),
  );
}

async function run(environment: Environment): Promise<Verdict> {
  const config = readConfig(environment);
  if (!config.ok) return { fits: false, lines: [...config.faults.map(({ text }) => text), sayBoth('settings')] };
  return withData(config.value, (db) =>
    verifyData(db, new Date(), (matters) => process.stderr.write(`${sayBoth('progress', { matters })}\n`)),
  );
}

if (import.meta.main) {
  const { fits, lines } = await run(process.env).catch((error: unknown): Verdict => {
    if (error instanceof StartFault) return { fits: false, lines: [error.message] };
    throw error;
  });
  for (const line of lines) (fits ? console.log : console.error)(line);
  process.exitCode = fits ? 0 : 1;
}
