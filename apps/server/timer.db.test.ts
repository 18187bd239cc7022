import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { foldDaysOnce } from './timer.ts';

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
