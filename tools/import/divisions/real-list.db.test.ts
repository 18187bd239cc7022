import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importDivisions, listDivisionsOf, searchDivisions } from '../../../modules/territory/index.ts';
import { fillFromList } from '../../../db/district/read-list.ts';
import { readPlanJson } from '../../../db/district/read-plan.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { noScope, type Work } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { readLines } from '../read-lines.ts';

const file = fileURLToPath(new URL('../../../../shared/data/divisions-2023.csv.gz', import.meta.url));
const absent = existsSync(file) ? '' : ' (skipped: ../shared/data is not here)';
/** The whole country takes half a minute and more: LINLI_WHOLE_IMPORT=1 npm test -- real-list. */
const isWhole = process.env['LINLI_WHOLE_IMPORT'] === '1';
const some = /^(code|620102|350527|4419|110115)/;
async function* lines() {
  for await (const line of readLines(file)) if (isWhole || some.test(line.text)) yield line;
}
const now = new Date('2030-03-08T10:00:00+08:00');

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test.skipIf(absent !== '')(`districts are set up from the real list${absent}`, { timeout: 300_000 }, async () => {
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  const result = await importDivisions(database.db, { lines: lines(), sha256, now });
  expect(result).toMatchObject({ faultyLines: [], isWhole: true });
  expect(result.added).toBe(result.rows);
  expect(result.rows).toBe(isWhole ? 665_276 : 1_645);
  const asPublic = <T>(run: (work: Work) => Promise<T>) =>
    inTransaction(database.db, { districtId: 0, scope: noScope, actor: { kind: 'public' }, now }, run);
  const twice = await asPublic((work) => searchDivisions(work, { words: '441900000000', limit: 5 }));
  expect(twice).toMatchObject({ value: { rows: [{ code: '4419' }, { code: '441900' }] } });
  for (const [code, atLeast] of [
    ['620102', 181],
    ['350527', 1],
    ['441900', 500],
    ['110115', 500],
  ] as const) {
    const filled = await asPublic((work) =>
      fillFromList(work, { district: { code: Number(code), foundedOn: '2000-01-01', fromDivisions: true } }),
    );
    const reading = readPlanJson('plan.json', filled);
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults.slice(0, 3)));
    const communities = reading.plan.areas.filter((area) => area.code.length === 12);
    const listed = await asPublic((work) => listDivisionsOf(work, code));
    expect(communities).toHaveLength(listed.filter((one) => one.level === 'community').length);
    expect(communities.length).toBeGreaterThanOrEqual(atLeast);
  }
});
