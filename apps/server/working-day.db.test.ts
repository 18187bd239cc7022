import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCountMisfits, rebuildCounts } from '../../modules/matters/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { readRows } from '../../platform/sheets/read-rows.ts';
import { areaScope, noScope, type Work } from '../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../tests/support/desk.ts';

const community = '990102001001';
let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-16 10:00'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

type Raised = { matterId: string; number: string; code: string };
const raise = async (what: string, over: object = {}): Promise<Raised> => {
  await as(system, areaScope(''), (work) => sql`delete from requests.paces`.execute(work.db));
  const body = { commandId: randomUUID(), what, community, place: '听雨小区3号楼2单元', ...over };
  return (await server.ask('POST', '/api/public/requests', { body })).body;
};
const system = { kind: 'system', name: 'timer' } as const;
const as = <T>(actor: Work['actor'], scope: Work['scope'], run: (work: Work) => Promise<T>) =>
  inTransaction(
    server.ground.db,
    { districtId: server.ground.districtId, actor, scope, now: server.ground.clock() },
    run,
  );
const post = (key: string, url: string, body: object) => desks.ask(key, 'POST', url, body);
const seqOf = async (key: string, id: string): Promise<number> => (await desks.page(key, id)).seq;
const rowsFor = (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => ({ id, seenSeq: await seqOf('director', id) })));

describe('an internal note (内部备注)', () => {
  test('is kept once, read by the offices that may read the matter, and by nobody else', async () => {
    const { matterId, number, code } = await raise('单元门坏了');
    const url = `/api/matters/${matterId}/notes`;
    const body = { commandId: randomUUID(), text: ' 住户脾气急，先打电话 ' };
    expect((await post('clerk', url, body)).body).toEqual({ repeated: false });
    expect((await post('clerk', url, body)).body).toEqual({ repeated: true });
    const seen = (await desks.ask('director', 'GET', url)).body.notes;
    expect(seen.map((note: { text: string }) => note.text)).toEqual(['住户脾气急，先打电话']);

    expect((await desks.ask('neighbourDirector', 'GET', url)).body.code).toBe('matter.not_found');
    expect((await post('neighbourDirector', url, { ...body, commandId: randomUUID() })).body.code).toBe(
      'matter.not_found',
    );
    expect((await post('director', url, body)).body.code).toBe('command.used_elsewhere');
    expect((await post('clerk', url, { commandId: randomUUID(), text: '  ' })).body.code).toBe('note.empty');
    expect((await post('clerk', url, { commandId: randomUUID(), text: '长'.repeat(1001) })).body.code).toBe(
      'note.too_long',
    );
    const followed = await server.ask('POST', '/api/public/follow', { body: { number, code } });
    expect(followed.status).toBe(200);
    expect(JSON.stringify(followed.body)).not.toContain('脾气');
    const notes = (work: Work) => sql`select from matters.notes`.execute(work.db);
    const byReporter = await as({ kind: 'resident', matterId }, { ...noScope, matterId }, notes);
    expect(byReporter.rows).toEqual([]);
    await expect(
      as(system, areaScope(''), (work) => sql`update matters.notes set text = 'x'`.execute(work.db)),
    ).rejects.toThrow(/permission denied/);
  });
});

describe("the day's close (日清)", () => {
  type Row = { number: string; causes: string[]; reason: { text: string } | null };
  const day = async (key = 'director') => (await desks.ask(key, 'GET', '/api/day')).body;

  test('lists what came in untouched, asks a reason for each, and closes once until it is opened again', async () => {
    server.setNow(at('2026-11-17 09:00'));
    const [acted, stays] = [await raise('水管漏水'), await raise('楼道堆物')];
    await desks.take('clerk', acted.matterId, 'accept');
    const rows: Row[] = (await day()).rows;
    expect(rows.find(({ number }) => number === stays.number)?.causes).toContain('cameIn');
    expect(rows.find(({ number }) => number === acted.number)?.causes ?? []).not.toContain('cameIn');

    const close = () => post('director', '/api/day/close', { commandId: randomUUID() });
    expect(await close()).toMatchObject({ status: 409, body: { code: 'day.reasons_missing' } });
    await post('director', `/api/matters/${stays.matterId}/notes`, { commandId: randomUUID(), text: '看过了' });
    for (const row of (await day()).rows)
      await post('clerk', '/api/day/reasons', { commandId: randomUUID(), matterId: row.id, text: '约好明天上午看' });
    const commandId = randomUUID();
    expect((await post('director', '/api/day/close', { commandId })).body).toEqual({ repeated: false });
    expect((await post('director', '/api/day/close', { commandId })).body).toEqual({ repeated: true });
    expect((await close()).body.code).toBe('day.closed_already');
    expect((await day()).closed).toMatchObject({ stayed: (await day()).rows.length });

    const seen = (await desks.ask('taskGroupLead', 'GET', '/api/day/bodies')).body.bodies;
    const own = desks.bodyIdOf('director');
    expect(seen.find(({ id }: { id: string }) => id === own).closed).not.toBeNull();
    expect((await desks.ask('taskGroupLead', 'GET', `/api/day?body=${own}`)).body.rows.length).toBeGreaterThan(0);
    const other = await desks.ask('neighbourDirector', 'GET', `/api/day?body=${own}`);
    expect(other.body.code).toBe('day.not_your_area');

    expect((await post('clerk', '/api/day/open', { commandId: randomUUID() })).body).toEqual({ repeated: false });
    expect((await post('clerk', '/api/day/open', { commandId: randomUUID() })).body.code).toBe('day.not_closed');
    expect((await day()).closed).toBeNull();
    const notes = (await desks.ask('clerk', 'GET', `/api/matters/${stays.matterId}/notes`)).body.notes;
    expect(notes.map((note: { staysOn: string | null }) => note.staysOn).toSorted()).toEqual(['2026-11-17', null]);
  });
});

describe('work on many at once (批量办理)', () => {
  test('says before what each would do, does each once, and takes back what can be taken back', async () => {
    const [one, two, done] = [await raise('路灯不亮'), await raise('井盖松动'), await raise('树枝挡窗')];
    await desks.take('director', done.matterId, 'accept');
    const ids = [one, two, done].map(({ matterId }) => matterId);
    const plan = (await post('director', '/api/bulk/plan', { action: 'accept', ids: [...ids, randomUUID()] })).body;
    const codes = plan.rows.map(({ refusal }: { refusal: { code: string } | null }) => refusal?.code ?? null);
    expect(codes).toEqual([null, null, 'bulk.nothing_to_accept', 'matter.not_found']);
    expect(plan.rows[0].wayBack).toBe('none');

    const batch = { batchId: randomUUID(), action: 'accept', rows: await rowsFor(ids.slice(0, 2)), input: {} };
    const first = (await post('director', '/api/bulk', batch)).body.rows;
    const again = (await post('director', '/api/bulk', batch)).body.rows;
    expect(first.map(({ repeated }: { repeated: boolean }) => repeated)).toEqual([false, false]);
    expect(again.map(({ repeated }: { repeated: boolean }) => repeated)).toEqual([true, true]);
    expect(again.map(({ seq }: { seq: number }) => seq)).toEqual(first.map(({ seq }: { seq: number }) => seq));

    const { colleagues } = (await desks.ask('director', 'GET', '/api/colleagues')).body;
    const was = (await desks.page('director', one.matterId)).holder.worker.name.zh;
    const to = colleagues.find(({ name }: { name: { zh: string } }) => name.zh !== was);
    const handing = {
      batchId: randomUUID(),
      action: 'assign',
      rows: await rowsFor(ids.slice(0, 2)),
      input: { to: to.id },
    };
    const given = (await post('director', '/api/bulk', handing)).body.rows;
    expect(given.map(({ canUndo }: { canUndo: boolean }) => canUndo)).toEqual([true, true]);
    const page = await desks.page('director', one.matterId);
    expect(page.holder.worker.name.zh).toBe(to.name.zh);
    expect(page.timeline.at(-1).sentence.zh).toContain(`交给${to.name.zh}办`);
    const back = given.map(({ id, seq, was: before }: { id: string; seq: number; was: string }) => ({
      id,
      seenSeq: seq,
      was: before,
    }));
    await post('director', '/api/bulk/undo', { batchId: handing.batchId, action: 'assign', rows: back });
    expect((await desks.page('director', one.matterId)).holder.worker.name.zh).toBe(was);

    const mine = await raise('路灯杆松动');
    await desks.take('clerk', mine.matterId, 'accept');
    const gift = {
      batchId: randomUUID(),
      action: 'assign',
      rows: await rowsFor([mine.matterId]),
      input: { to: to.id },
    };
    const [gone] = (await post('clerk', '/api/bulk', gift)).body.rows;
    expect(gone).toMatchObject({ refusal: null, canUndo: true });
    const undone = {
      batchId: gift.batchId,
      action: 'assign',
      rows: [{ id: gone.id, seenSeq: gone.seq, was: gone.was }],
    };
    const [taken] = (await post('clerk', '/api/bulk/undo', undone)).body.rows;
    expect(taken.refusal).toBeNull();
    expect((await post('clerk', '/api/bulk/undo', undone)).body.rows[0]).toMatchObject({
      refusal: null,
      repeated: true,
    });

    const [kept, same] = [one, two];
    const merge = {
      batchId: randomUUID(),
      action: 'merge',
      rows: await rowsFor([same.matterId]),
      input: { into: kept.number, reply: '和前一件是同一件事，一起办' },
    };
    expect((await post('director', '/api/bulk', merge)).body.rows[0]).toMatchObject({ refusal: null, canUndo: false });
    expect((await desks.page('director', same.matterId)).links[0].number).toBe(kept.number);
  });

  test('refuses to assign to somebody from elsewhere, and says what changed on stale ground', async () => {
    const { matterId } = await raise('围墙开裂');
    const seenSeq = await seqOf('director', matterId);
    await desks.take('director', matterId, 'accept');
    const url = `/api/matters/${matterId}/assign`;
    const refused = await post('director', url, { commandId: randomUUID(), seenSeq, to: randomUUID() });
    expect(refused.body.code).toBe('assign.not_a_colleague');
    expect(refused.body.changedSince).toHaveLength(1);
  });
});

describe('what lies beside a request', () => {
  const beside = async (key: string, id: string) => (await desks.ask(key, 'GET', `/api/requests/${id}/beside`)).body;

  test('is this place before, the same person and the same thing, and nothing that the reader may not open', async () => {
    const phone = '13900000001';
    const old = await raise('三单元门口的灯一直闪', { phone });
    const now = await raise('三单元门口那盏灯一直闪个不停', { phone, place: '听雨小区三号楼2单元' });
    const secret = await raise('物业收钱不开票', { phone, confidential: true });
    const far = await raise('三单元门口的灯一直闪', { community: '990102001002', phone });
    const seen = await beside('director', now.matterId);
    const numbers = (rows: { number: string }[]) => rows.map(({ number }) => number);
    expect(seen.place[0]).toMatchObject({ near: 'stairwell' });
    expect(numbers(seen.person)).toContain(old.number);
    expect(numbers(seen.person)).not.toContain(secret.number);
    expect(numbers(seen.person)).not.toContain(far.number);
    expect(numbers(seen.alike)).toContain(old.number);
    const confidential = await beside('director', secret.matterId);
    expect(confidential.person).toEqual([]);
    expect(confidential.withheld.code).toBe('request.confidential');
    expect((await beside('neighbourDirector', now.matterId)).code).toBe('matter.not_found');
  });
});

test('a list is taken out as it is shown: who, when, narrowed by what, and no formula', async () => {
  await raise('=1+1 这不是算式', { place: '=HYPERLINK("http://x")' });
  const cookie = await server.signIn('director');
  const url = `/api/lists/matters?${new URLSearchParams({ queue: 'newest', community, language: 'zh' })}`;
  const file = await server.app.inject({ method: 'GET', url, headers: { cookie } });
  expect(file.headers['content-disposition']).toContain('attachment');
  const read = await readRows(file.rawPayload);
  if (!read.ok) throw new Error(read.code);
  const cells = (read.value[0]?.rows ?? []).map((row) => row.map(({ text }) => text));
  expect(cells.slice(0, 2).map((row) => row.slice(0, 2))).toEqual([
    ['清单', '全部（含办结）'],
    ['社区', expect.stringContaining('社区')],
  ]);
  expect(cells[2]?.[0]).toBe('导出人');
  expect(cells[3]?.[1]).toBe('2026-11-17 09:00');
  const listed = (await desks.ask('director', 'GET', `/api/matters?queue=newest&community=${community}&limit=100`)).body
    .rows;
  expect(cells.slice(6).map(([number]) => number)).toEqual(listed.map(({ number }: { number: string }) => number));
  expect(cells.flat().some((text) => text.startsWith('=1+1'))).toBe(true);
  const faults = (read.value[0]?.rows ?? []).flat().filter(({ fault }) => fault !== undefined);
  expect(faults).toEqual([]);
  expect((await desks.ask('director', 'GET', '/api/lists/matters?words=%E7%81%AF')).body.code).toBe('search.too_short');
});

test('counts fit the matters; one that was changed by hand is found, and counted anew', async () => {
  const off = () => as(system, areaScope(String(server.ground.districtId)), findCountMisfits);
  expect(await off()).toEqual([]);
  await as(system, areaScope(''), (work) =>
    sql`update matters.counts set n = n + 1 where state = 'handling'`.execute(work.db),
  );
  expect((await off()).length).toBeGreaterThan(0);
  await as(system, areaScope(String(server.ground.districtId)), rebuildCounts);
  expect(await off()).toEqual([]);
});
