import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { foldDaysOnce } from './timer.ts';
import { watchUnheldOnce } from './unheld-watch.ts';

let server: DemoServer;
let owner: pg.Client;
let matterId: string;
let path: string;
let shown: { number: string; code: string };
beforeAll(async () => {
  server = await startDemoServer(new Date('2026-11-18T02:00:00Z'));
  owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  const report = { what: '楼道灯不亮', category: 'lighting', community: '990102001001', place: '3号楼2单元门口' };
  const { body } = await server.ask('POST', '/api/public/requests', { body: { commandId: randomUUID(), ...report } });
  matterId = body.matterId;
  path = `/follow/${body.number}/proof`;
  shown = { number: body.number, code: body.code };
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

/** Asks as the person who reported it, who shows the code anew each time. */
async function askAsReporter(url: string) {
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
  const payload = new URLSearchParams(shown).toString();
  const opened = await server.app.inject({ method: 'POST', url: '/follow', headers, payload });
  const cookie = String(opened.headers['set-cookie']).split(';')[0] as string;
  return (await server.ask('GET', url, { cookie })).raw.body;
}

const days = async () => {
  const { body } = await server.ask('GET', '/trust/digests.json');
  return body.digests.map(({ day, matters }: { day: string; matters: number }) => [day, matters]);
};

describe('the timer', () => {
  test('folds yesterday when it first runs, and each day once it is over', async () => {
    expect(await foldDaysOnce(server.ground)).toBe(1);
    expect(await days()).toEqual([['2026-11-17', 0]]);
    expect(await askAsReporter(path)).toContain('还没有算进摘要');
    server.setNow(new Date('2026-11-20T16:00:00Z'));
    expect(await foldDaysOnce(server.ground)).toBe(3);
    expect(await foldDaysOnce(server.ground)).toBe(0);
    expect(await days()).toEqual([
      ['2026-11-20', 0],
      ['2026-11-19', 0],
      ['2026-11-18', 1],
      ['2026-11-17', 0],
    ]);
  });

  test('gives residents a record that fits, on the page and offline', async () => {
    expect(await askAsReporter(path)).toContain('没有被改动过');
    const folder = mkdtempSync(join(tmpdir(), 'linli-receipt-'));
    const files = { 'proof.json': `${path}.json`, 'digests.json': '/trust/digests.json' };
    for (const [name, url] of Object.entries(files)) writeFileSync(join(folder, name), await askAsReporter(url));
    const args = ['tools/check-receipt.mjs', join(folder, 'proof.json'), join(folder, 'digests.json')];
    expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toContain('2026-11-18：相符。');
    rmSync(folder, { recursive: true });
  });

  test('and one that does not, when somebody with the owner’s rights changed a word of it', async () => {
    await owner.query(`update matters.words set text = '灯亮了' where matter_id = $1`, [matterId]);
    const body = await askAsReporter(path);
    expect(body).toContain('对不上');
    expect(body).not.toContain('没有被改动过');
  });
});

describe('an open matter that nobody holds (无人承办)', () => {
  const log = { error: vi.fn() };
  const look = async () => {
    await watchUnheldOnce(server.ground, log as never);
    return (await server.ask('GET', '/healthz')).body;
  };
  const told = async (key: string) => {
    const { notices } = (await server.ask('GET', '/api/notices', { cookie: await server.signIn(key) })).body;
    return notices
      .filter((one: { kind: string }) => one.kind === 'unheld')
      .map((one: { number: string; sentence: { zh: string } }) => `${one.number} ${one.sentence.zh}`);
  };

  test('shows in /healthz, is logged, and told once a day to the tier above and the centre, until it is mended', async () => {
    server.setNow(new Date('2026-11-18T05:00:00Z'));
    expect(await look()).toEqual({ ok: true, unheld: 0, unheldLookedAt: '2026-11-18T05:00:00.000Z' });
    await server.ask('POST', '/api/public/requests', {
      body: { commandId: randomUUID(), what: '门铃不响', community: '990102001001', place: '3号楼' },
    });
    const ended = `update bodies.appointments set to_on = $1 where post_id in (
      select p.id from bodies.posts p join matters.matters m on m.holder_body_id = p.body_id where m.id = $2)`;
    await owner.query(ended, ['2026-11-17', matterId]);
    expect((await look()).unheld).toBe(0); // looked a moment ago
    server.setNow(new Date('2026-11-18T05:01:00Z'));
    const other = openDatabase(server.databaseUrl);
    await watchUnheldOnce({ ...server.ground, db: other }, log as never); // another server
    await other.destroy();
    expect(await look()).toMatchObject({ ok: true, unheld: 2 });
    const line = `${shown.number} 没有人承办：承办单位今天没有一个在岗的人，共 2 件`;
    for (const key of ['taskGroupLead', 'dispatchLead']) expect(await told(key)).toEqual([line]);
    expect(await told('taskGroupLiaison')).toEqual([]);
    expect(log.error.mock.calls.map(([{ matters }]) => [matters.length, matters[0]])).toEqual([
      [2, `${shown.number} nobodyInPost`],
      [2, `${shown.number} nobodyInPost`],
    ]);
    server.setNow(new Date('2026-11-19T05:01:00Z'));
    await look();
    expect(await told('dispatchLead')).toEqual([line, line]);
    await owner.query(ended, [null, matterId]);
    server.setNow(new Date('2026-11-19T05:02:00Z'));
    expect((await look()).unheld).toBe(0);
  });
});
