import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, noScope, type Scope, type Work } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { createAreas } from '../actions/create-areas.ts';
import { createDistrict } from '../actions/create-district.ts';
import { locate } from './locate.ts';

const districtId = 990199;
let database: TestDatabase;
const run = <T>(act: (work: Work) => Promise<T>, scope: Scope = noScope) =>
  inTransaction(
    database.db,
    { districtId, scope, actor: { kind: 'system', name: 'setup' }, now: new Date('2030-03-08T10:00:00+08:00') },
    act,
  );
const area = (code: string) => ({ code, nameZh: `地方${code}`, nameEn: `Place ${code}`, foundedOn: '2019-05-01' });

/** 100 communities with ten estates of twenty buildings of four stairwells: 101,000 rows below the estates. */
beforeAll(async () => {
  database = await freshDatabase();
  await run(async (work) => {
    await createDistrict(work, { nameZh: '样例区', nameEn: 'Sample District', timeZone: 'Asia/Shanghai' });
    const communities = Array.from({ length: 100 }, (_, n) => `990199001${String(n + 1).padStart(3, '0')}`);
    await createAreas(work, [
      area('990199'),
      area('990199001'),
      ...communities.flatMap((code) => [area(code), area(`${code}001`)]),
    ]);
    const insert = (select: string) =>
      sql
        .raw(
          `insert into territory.addresses (district_id, code, community_code, parent_code, kind, name, key, is_door, grid_code, change_id)
           select ${districtId}, ${select}`,
        )
        .execute(work.db);
    const change = `'01900000-0000-7000-8000-000000000001'::uuid`;
    await insert(`a.code || 'E' || to_char(e, 'FM000'), a.code, null, 'place', 'x', '样' || right(a.code, 3) || '苑' || e || '期', false, null, ${change}
      from territory.areas a, generate_series(1, 10) e where a.kind = 'community'`);
    await insert(`p.code || 'B' || to_char(b, 'FM000'), p.community_code, p.code, 'building', b || '号楼', b::text, false, null, ${change}
      from territory.addresses p, generate_series(1, 20) b where p.kind = 'place'`);
    await insert(`p.code || 'U' || to_char(u, 'FM00'), p.community_code, p.code, 'stairwell', u || '单元', u::text, true, p.community_code || '001', ${change}
      from territory.addresses p, generate_series(1, 4) u where p.kind = 'building'`);
  }, areaScope(''));
});
afterAll(() => database.drop());

test('a place is found among 100,000 addresses of a district before a person notices', async () => {
  const took: number[] = [];
  for (let n = 1; n <= 30; n += 1) {
    const community = String(n * 3).padStart(3, '0');
    const from = performance.now();
    const located = await run((work) =>
      locate(work, { by: 'text', text: `样${community}苑${(n % 9) + 1}期三号楼二单元401`, under: '990199' }),
    );
    took.push(performance.now() - from);
    expect(located).toMatchObject({ ok: true, value: { found: true, grid: { code: `990199001${community}001` } } });
  }
  const median = took.toSorted((a, b) => a - b)[15] as number;
  expect(median).toBeLessThan(2000);
});
