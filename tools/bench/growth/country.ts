import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { computeDemoRows, demoDistrictId } from '../../../db/demo/demo-district.ts';
import { loadDistrict } from '../../../db/district/load-district.ts';
import type { DistrictRows } from '../../../db/district/rows.ts';
import { makeRandom } from '../../../db/demo/random.ts';
import { importDivisions } from '../../../modules/territory/index.ts';
import { openDatabase } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../../platform/work.ts';
import { readLines } from '../../import/read-lines.ts';
import { fillWithoutIndexes, makeProgress, numberMonths, openWriter, saveNumbers } from './fill.ts';
import { planCopies } from './plan-copies.ts';
import { ensureRecord, openDesksOf, readPages, type Reading } from './reads.ts';
import { computeRealDistrict, makeElsewhere, rolesOf } from './real-districts.ts';
import { columnsOfTables, readSourceMatters } from './source-matters.ts';
import { cutStencil } from './stencil.ts';
import { withClient, type Store } from './store.ts';

export type CountryPlan = {
  /** The national list. */
  readonly divisions: string;
  /** Matters of the one district that is read alone and in the country. */
  readonly size: number;
  /** Matters of all other districts together. */
  readonly others: number;
  /** How many districts, the first ones of the list; all when not given. */
  readonly districts?: number;
  readonly readings: number;
  readonly say: (text: string) => void;
};

export type CountryReadings = {
  readonly districts: number;
  readonly areas: number;
  readonly bodies: number;
  readonly matters: number;
  readonly gb: number;
  /** The same district alone and in the country, each read twice in turns. */
  readonly alone: readonly (readonly Reading[])[];
  readonly within: readonly (readonly Reading[])[];
  /** Other districts, each served by a server of its own. */
  readonly elsewhere: readonly {
    readonly district: string;
    readonly communities: number;
    readonly readings: readonly Reading[];
  }[];
};

const actor = { kind: 'system', name: 'setup' } as const;
const MOST_DESKS = 24;
const seed = 665_276;
const isRead = (name: string): boolean =>
  /^(queue|newest|overdue|overview|matter page|search|inbox|public list|day's close)/.test(name);

/** Reads the pages of one district alone and among all others of the country in one database, and those of districts all over it. */
export async function measureCountry(store: Store, plan: CountryPlan): Promise<CountryReadings> {
  const { size, readings, say } = plan;
  const alone = await ensureRecord(store, size, say);
  const country = `bench_country_${size}_${plan.others}_${plan.districts ?? 'all'}`;
  await store.ensure(country, alone, (url) => fillCountry(url, plan));
  const read = (name: string) =>
    store.serve(name, async (served) =>
      readPages(served, await openDesksOf(served.databaseUrl), { readings, say, only: isRead }),
    );
  const found = { alone: [] as (readonly Reading[])[], within: [] as (readonly Reading[])[] };
  for (const _ of [1, 2]) {
    found.alone.push(await read(alone));
    found.within.push(await read(country));
    say('the district was read alone and in the country');
  }
  const { chosen, ...facts } = await describeCountry(await store.urlOf(country));
  const elsewhere: CountryReadings['elsewhere'][number][] = [];
  for (const { district, communities, busy } of chosen) {
    const there = await store.serve(
      country,
      async (served) => {
        const rows = await withWork(served.databaseUrl, Number(district), (work) =>
          computeRealDistrict(work, district),
        );
        const desks = await openDesksOf(served.databaseUrl, Number(district), withCommunities(rows, busy));
        return readPages(served, desks, { readings, say, only: isRead });
      },
      Number(district),
    );
    elsewhere.push({ district, communities, readings: there });
    say(`${district} was read`);
  }
  return { ...facts, ...found, elsewhere };
}

async function withWork<T>(url: string, districtId: number, run: (work: Work) => Promise<T>): Promise<T> {
  const db = openDatabase(url);
  try {
    return await inTransaction(db, { districtId, scope: areaScope(''), actor, now: new Date() }, run);
  } finally {
    await db.destroy();
  }
}

/** Some of its communities, with what is above them: enough heads to sign in. */
const withCommunities = (rows: DistrictRows, codes: readonly string[]): DistrictRows => ({
  ...rows,
  areas: rows.areas.filter(({ code }) => code.length < 12 || codes.includes(code)),
});

/** The list, all districts of it through the modules' front doors, and matters in each. */
async function fillCountry(url: string, { divisions, others, districts: most, say }: CountryPlan): Promise<void> {
  const codes = await importList(url, divisions, say);
  const chosen = codes.slice(0, most);
  await setUpDistricts(url, chosen, say);
  await fillWithoutIndexes(url, say, async (owner) => {
    const columns = await columnsOfTables(owner);
    const sources = (await readSourceMatters(owner, columns, demoDistrictId)).filter(staysLocal);
    const stencils = sources.map((source) => cutStencil(source, demoDistrictId));
    const roles = { roles: rolesOf(computeDemoRows()), district: String(demoDistrictId) };
    const random = makeRandom(seed);
    const write = await openWriter(url, columns);
    const count = Math.round(others / chosen.length);
    const progress = makeProgress(count * chosen.length, say);
    let done = 0;
    for (const code of chosen) {
      const target = await withWork(url, Number(code), (work) => computeRealDistrict(work, code));
      const communities = target.areas.filter((area) => area.code.length === 12).map((area) => area.code);
      if (communities.length === 0) continue;
      const around = makeElsewhere(roles, target);
      const last = new Map<string, number>();
      const nextNumber = numberMonths(last);
      const copies = planCopies(sources, { count, standing: { all: 0, open: 0 } }, random);
      for (let i = 0; i < copies.length; i += 1) {
        const stencil = stencils[copies.sourceAt(i)] as (typeof stencils)[number];
        const shiftDays = copies.shiftDaysAt(i);
        const number = nextNumber(stencil.source.openedAtMs, shiftDays);
        await write.print(stencil, shiftDays, number, around(random.pick(communities)));
        done += 1;
        progress(done);
      }
      await saveNumbers(owner, Number(code), last);
    }
    await write.end();
  });
}

/** Requests that a community or a sub-district holds: every district of the list has those. */
const staysLocal = ({ rows }: { readonly rows: readonly (readonly string[])[] }): boolean =>
  /\t(residentsCommittee|taskGroup)\t/.test(rows[0]?.[0] ?? '') &&
  !/\t(department|propertyManager)\t/.test(rows[0]?.[0] ?? '');

async function importList(url: string, file: string, say: (text: string) => void): Promise<string[]> {
  const db = openDatabase(url);
  try {
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    await importDivisions(db, {
      lines: readLines(file),
      sha256,
      now: new Date(),
      onProgress: (rows) => rows % 100_000 === 0 && say(`${rows} lines of the national list`),
    });
  } finally {
    await db.destroy();
  }
  return withClient(url, async (owner) => {
    await owner.query('analyze territory.divisions');
    const { rows } = await owner.query<{ code: string }>(
      'select code from territory.divisions where length(code) = 6 order by code',
    );
    return rows.map(({ code }) => code);
  });
}

async function setUpDistricts(url: string, codes: readonly string[], say: (text: string) => void): Promise<void> {
  const db = openDatabase(url);
  const waiting = [...codes];
  const work = async () => {
    for (let code = waiting.shift(); code !== undefined; code = waiting.shift()) {
      const own = code;
      const occasion = { districtId: Number(own), scope: areaScope(''), actor, now: new Date() };
      await inTransaction(db, occasion, async (work) => loadDistrict(work, await computeRealDistrict(work, own)));
      if (waiting.length % 250 === 0) say(`${codes.length - waiting.length} of ${codes.length} districts`);
    }
  };
  try {
    await Promise.all([work(), work()]);
  } finally {
    await db.destroy();
  }
}

/** What is in it, and five districts from the one with most communities to the one with fewest. */
const describeCountry = (url: string) =>
  withClient(url, async (owner) => {
    const { rows: sizes } = await owner.query<{ district: string; communities: number }>(
      `select district_id::text as district, count(*)::int as communities from territory.areas
       where kind = 'community' and district_id <> $1 group by 1 having count(*) >= 3 order by 2 desc, 1`,
      [demoDistrictId],
    );
    const places = [0, 0.25, 0.5, 0.75, 1].map((share) => Math.floor(share * (sizes.length - 1)));
    const chosen: ((typeof sizes)[number] & { readonly busy: readonly string[] })[] = [];
    for (const size of [...new Set(places)].flatMap((place) => sizes[place] ?? [])) {
      const { rows: codes } = await owner.query<{ code: string }>(
        `select community_code as code from matters.matters where district_id = $1 group by 1 order by count(*) desc, 1 limit $2`,
        [Number(size.district), MOST_DESKS],
      );
      chosen.push({ ...size, busy: codes.map(({ code }) => code) });
    }
    const count = async (table: string) =>
      Number((await owner.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);
    const { rows: bytes } = await owner.query<{ n: string }>('select pg_database_size(current_database()) as n');
    return {
      districts: await count('territory.districts'),
      areas: await count('territory.areas'),
      bodies: await count('bodies.bodies'),
      matters: await count('matters.matters'),
      gb: Number(bytes[0]?.n) / 1024 ** 3,
      chosen,
    };
  });
