import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyData } from '../../tools/verify/verify-data.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../tests/support/desk.ts';
import { drawVisitsOnce, foldDaysOnce } from './timer.ts';

let server: DemoServer;
let desks: Desks;
let owner: pg.Client;
beforeEach(async () => {
  server = await startDemoServer(at('2026-11-16 10:00'));
  desks = await sitDown(server);
  owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  await foldAndDraw('2026-11-16 10:00'); // the district has begun: the 15th is folded and drawn
});
afterEach(async () => {
  await owner.end();
  await server.close();
});

/** Lets the timer come by when the clock says so. */
async function foldAndDraw(now: string): Promise<void> {
  server.setNow(at(now));
  await foldDaysOnce(server.ground);
  await drawVisitsOnce(server.ground);
}

/** Raises a request and carries it through until whoever asked says that it is solved, all when the clock says so. */
async function settle(now: string): Promise<string> {
  server.setNow(at(now));
  const report = { commandId: randomUUID(), what: '楼道灯不亮', community: '990102001001', place: '3号楼2单元' };
  const raised = (await server.ask('POST', '/api/public/requests', { body: report })).body;
  const { number, code, matterId } = raised;
  await desks.take('clerk', matterId, 'accept');
  await desks.take('clerk', matterId, 'answer', { reply: '已经换好，当场试过都亮。', witness: '一层住户在场' });
  const rate = { number, code, commandId: randomUUID(), seenSeq: 9, input: { solved: 'yes', rating: 5 } };
  expect((await server.ask('POST', '/api/public/follow/steps/rate', { body: rate })).status).toBe(200);
  return number;
}

const drawOf = async (day: string): Promise<[number: string, isLate: boolean][]> => {
  const { body } = await server.ask('GET', `/trust/visits-${day}.json`);
  return body.candidates.map(({ number, late }: { number: string; late: boolean }) => [number, late]);
};
const verify = async () => {
  const { fits, lines } = await verifyData(server.ground.db, server.ground.clock());
  return fits ? [] : lines.slice(1).map((line) => line.split('\n')[1]);
};

test('what is settled on a day whose digest is made already is drawn from with the next one, and named late', async () => {
  const inTime = await settle('2026-11-16 11:00');
  await foldAndDraw('2026-11-17 00:00'); // a clock that ran ahead
  const late = await settle('2026-11-16 11:00');
  await foldAndDraw('2026-11-17 09:00');
  const next = await settle('2026-11-17 09:00');
  await foldAndDraw('2026-11-18 09:00');
  expect(await drawOf('2026-11-16')).toEqual([[inTime, false]]);
  expect(await drawOf('2026-11-17')).toEqual([
    [late, true],
    [next, false],
  ]);
  expect(await verify()).toEqual([]);
});

test('what a clock dated far ahead is sealed and drawn from at once, and no day waits for a year', async () => {
  const ahead = await settle('2027-11-16 11:00');
  const today = await settle('2026-11-17 08:00');
  await foldAndDraw('2026-11-17 09:00');
  expect(await drawOf('2026-11-16')).toEqual([[ahead, false]]);
  await foldAndDraw('2026-11-18 09:00');
  expect(await drawOf('2026-11-17')).toEqual([[today, false]]);
  expect(await verify()).toEqual([]);
});

test('a community that passes to another sub-district afterwards changes nothing of a draw', async () => {
  await settle('2026-11-16 11:00');
  await foldAndDraw('2026-11-17 09:00');
  await owner.query(`update matters.matters set subdistrict_code = '990102002'`);
  const { rows } = await owner.query('select stratum from matters.visit_candidates');
  expect(rows).toEqual([{ stratum: '990102001' }]);
  expect(await verify()).toEqual([]);
});

test('finds a matter that was kept from the draw, and a draw that is gone', async () => {
  await settle('2026-11-16 11:00');
  await settle('2026-11-16 11:00');
  await foldAndDraw('2026-11-17 09:00');
  await foldAndDraw('2026-11-18 09:00');
  const without = async (table: string, where: string) => {
    await owner.query(`create temp table kept as select * from ${table} where ${where}`);
    await owner.query(`delete from ${table} where ${where}`);
    const said = await verify();
    await owner.query(`insert into ${table} select * from kept`);
    await owner.query('drop table kept');
    return said.map((line) => line?.replace(/:.*(gone|first held|than the rule).*/, ' $1'));
  };
  expect(await without('matters.visit_candidates', 'not drawn')).toEqual(['2026-11-16 first held']);
  expect(await without('matters.visit_draws', `day = '2026-11-16'`)).toEqual(['2026-11-16 gone']);
  expect(await without('matters.visit_draws', `day = '2026-11-17'`)).toEqual([]); // the timer makes it again, the same
  await owner.query('update matters.visit_candidates set late = true where drawn');
  expect(await verify()).toHaveLength(1);
  await owner.query('update matters.visit_candidates set late = false');
  await owner.query('update matters.visit_draws set rule = 1');
  expect(await verify()).toEqual([]);
});

test('a draw by the first rule is compared by the first rule', async () => {
  await settle('2026-11-16 11:00');
  await foldAndDraw('2026-11-17 00:00');
  await settle('2026-11-16 11:00');
  await foldAndDraw('2026-11-18 09:00');
  await owner.query('update matters.visit_draws set rule = 1');
  expect(await verify()).toHaveLength(1); // one that is late was not drawn from by it
  const { rowCount } = await owner.query('delete from matters.visit_candidates where late');
  expect(rowCount).toBe(1);
  await owner.query(`delete from matters.visit_draws where day > '2026-11-17'`);
  expect(await verify()).toEqual([expect.stringMatching('others were drawn')]); // its timeline says that it was drawn
});
