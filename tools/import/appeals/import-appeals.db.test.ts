import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoDistrictId, loadDemoDistrict } from '../../../db/demo/demo-district.ts';
import { installProcedures } from '../../../modules/matters/index.ts';
import { listPublications, residentRequestV2 } from '../../../modules/requests/index.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, type Work } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { verifyData } from '../../verify.ts';
import { openFlaggedList } from './flagged-list.ts';
import { importAppeals } from './import-appeals.ts';
import { measureAppeals } from './measure.ts';

const now = new Date('2024-06-03T10:00:00+08:00');
const folder = mkdtempSync(join(tmpdir(), 'linli-import-'));
const district = { districtId: demoDistrictId, nameZh: '区', nameEn: 'District', timeZone: 'Asia/Shanghai' };
let database: TestDatabase;
const within = <T>(run: (work: Work) => Promise<T>) =>
  inTransaction(
    database.db,
    {
      districtId: demoDistrictId,
      scope: areaScope(String(demoDistrictId)),
      actor: { kind: 'system', name: 'import' },
      now,
    },
    run,
  );

beforeAll(async () => {
  installProcedures([residentRequestV2]);
  database = await freshDatabase();
  await within(loadDemoDistrict);
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const row = (id: number, more: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    id,
    title: `第${id}盏路灯不亮`,
    detail: `路口第${id}盏路灯已经三天不亮了`,
    time: '2024-03-04T09:00:00+08:00',
    reply: '已安排更换灯泡，当晚恢复照明。',
    reply_time: '2024-03-08T10:00:00+08:00',
    ...more,
  });

async function importLines(lines: readonly string[], signal = new AbortController()) {
  const file = join(folder, 'messages.jsonl');
  writeFileSync(file, lines.join('\n'));
  const flagged = openFlaggedList(join(folder, 'flagged.csv'));
  const imported = await importAppeals(database.db, {
    file,
    district,
    now,
    flagged,
    onProgress: (_, added) => added > 0 && signal.signal.dispatchEvent(new Event('added')),
    signal: signal.signal,
  });
  flagged.close();
  return { ...imported, list: readFileSync(flagged.file, 'utf8').trim().split('\n').slice(1) };
}

const dirty = [
  row(1),
  row(2, { reply_time: '2024-03-11T19:00:00+08:00' }),
  row(3, { reply_time: '2024-03-01T10:00:00+08:00' }),
  row(4, { reply: '' }),
  row(5, { title: '第1盏路灯不亮', detail: '路口第1盏路灯已经三天不亮了' }),
  '{"id": 6, "title": "断',
  row(1),
  row(8, { time: '去年春天' }),
  row(9, { reply: '网友：您好！留言已收悉', time: '2024/3/4 9:00', reply_time: '2024-03-04 11:00:00' }),
  row(10, { detail: '长'.repeat(5001) }),
  row(11, { reply_time: null }),
];

test('imports what can be told truthfully, lists the rest, and measures it', async () => {
  const first = await importLines(dirty);
  expect(first).toMatchObject({ rows: 11, added: 5, isWhole: true });
  expect(first.list.toSorted()).toEqual(
    [
      '3,3,replyBeforeMessage,no',
      '4,4,noReply,yes',
      '5,5,sameText,yes',
      '6,,notJson,no',
      '7,1,sameId,no',
      '8,8,timeUnreadable,no',
      '9,9,replySaysNothing,yes',
      '10,10,tooLong,no',
      '11,11,replyTimeUnreadable,no',
    ].toSorted(),
  );
  const figures = await within(measureAppeals);
  expect(figures).toMatchObject({
    matters: 5,
    answered: 4,
    workingDays: { median: 3 },
    within: { fiveWorkingDays: 0.75, fifteenWorkingDays: 1 },
    handling: { met: 3, metLate: 1, open: 1 },
    total: { met: 4, metLate: 0, open: 1 },
  });
  expect(figures.workingDays.p90).toBeCloseTo(4.4);
  expect(figures.calendarDays.median).toBeCloseTo(4 + 1 / 24);
});

test('adds nothing the second time, and flags the same rows', async () => {
  const again = await importLines(dirty);
  expect(again).toMatchObject({ added: 0, isWhole: true });
  expect(again.list).toHaveLength(9);
});

test('goes on where it was stopped', async () => {
  const lines = Array.from({ length: 120 }, (_, i) => row(1000 + i));
  const stop = new AbortController();
  stop.signal.addEventListener('added', () => stop.abort());
  expect(await importLines(lines, stop)).toMatchObject({ added: 100, isWhole: false });
  expect(await importLines(lines)).toMatchObject({ added: 20, isWhole: true });
});

test('takes in nothing of a file of another kind, and says so', async () => {
  const other = Array.from({ length: 30 }, (_, i) => JSON.stringify({ text: '路灯不亮', label: i }));
  await expect(importLines(other)).rejects.toMatchObject({ code: 'wrongKind' });
  await expect(importLines([])).rejects.toMatchObject({ code: 'empty' });
});

test('settles what was answered, publishes it masked, and every timeline fits', async () => {
  const found = await within((work) => listPublications(work, { words: '第2盏', limit: 10 }));
  expect(found.ok && found.value.rows).toMatchObject([
    { title: '第2盏路灯不亮', outcome: 'answered', category: 'lighting' },
  ]);
  expect(await verifyData(database.db, now)).toMatchObject({ fits: true });
});

test('names the entry whose words were changed behind the program’s back', async () => {
  const { Client } = (await import('pg')).default;
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(`update matters.words set text = text || '!' where ctid = (select min(ctid) from matters.words)`);
  await owner.end();
  const { fits, lines } = await verifyData(database.db, now);
  expect(fits).toBe(false);
  expect(lines.join('\n')).toMatch(/事项 2403-\S+ 第 1 条：当时写下的文字被改动过/);
});
