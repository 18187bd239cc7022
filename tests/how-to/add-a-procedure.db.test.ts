import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTimerOnce } from '../../apps/server/timer.ts';
import { faultsIn, installProcedures, viewProcedure } from '../../modules/matters/index.ts';
import { lendTheLadder } from '../../modules/services/testing/lend-the-ladder.ts';
import { writeProcedurePage } from '../../tools/docs.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { at, local, sitDown, type Desks } from '../support/desk.ts';

const page = readFileSync('docs/how-to/add-a-procedure.md', 'utf8');
const file = readFileSync('modules/services/testing/lend-the-ladder.ts', 'utf8');
/** Wednesday. */
const morning = at('2026-11-18 10:00');
const afterThreeDays = at('2026-11-24 09:00');

test('the page shows the whole file, as it compiles', () => {
  const blocks = [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, block]) => block);
  expect(blocks).toContain(file);
});

test('the page names commands and files that there are', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  for (const [, script = ''] of page.matchAll(/npm run ([a-z-]+)/g)) expect(scripts).toHaveProperty(script);
  for (const [, link = ''] of page.matchAll(/\]\((\.\.\/[^)#]+)\)/g))
    expect(() => readFileSync(`docs/how-to/${link}`), link).not.toThrow();
});

describe('the ladder', () => {
  let server: DemoServer;
  let desks: Desks;
  beforeAll(async () => {
    installProcedures([lendTheLadder]);
    server = await startDemoServer(morning);
    desks = await sitDown(server);
  });
  afterAll(() => server.close());

  test('has no fault, and its pages are written from the file', () => {
    expect(faultsIn(lendTheLadder)).toEqual([]);
    const written = writeProcedurePage(viewProcedure(lendTheLadder), 'zh');
    expect(written).toContain('# 借梯子');
    expect(written).toContain('state "已借出" as lent');
  });

  test('is published with its drawing, and may be opened by a clerk, not by a department', async () => {
    const view = async (key: string) => (await desks.ask(key, 'GET', '/api/procedures/lend-the-ladder')).body;
    const seen = await view('clerk');
    expect([seen.name.zh, seen.mayOpen, seen.clocks[1].limit.zh]).toEqual(['借梯子', true, '3 天']);
    expect(seen.svg.zh).toMatch(/^<svg .*已借出.*<\/svg>$/s);
    expect(seen.opening.fields.map((field: { label: { zh: string } }) => field.label.zh)).toEqual(['借来做什么']);
    expect((await view('departmentClerk')).mayOpen).toBe(false);
  });

  test('goes out, is missed when it does not come back, comes back and is settled', async () => {
    const { open, take, queue } = desks;
    const before = await queue('clerk', 'handling');
    const id = (await open('gridWorker', 'lend-the-ladder', { why: '换客厅的灯' })).body.matterId as string;
    expect(await queue('clerk', 'handling')).toBe(before + 1);
    expect((await take('neighbourDirector', id, 'handOut')).body.code).toBe('matter.not_found');
    expect((await take('clerk', id, 'handOut')).body.state).toBe('lent');

    const lent = await desks.page('clerk', id);
    const loan = lent.clocks.find((clock: { clock: string }) => clock.clock === 'loan');
    // 19, 20, 21 November; the 21st is a Saturday, so the Monday after it, to its end
    expect([loan.standing, local(new Date(loan.dueAt))]).toEqual(['inTime', '2026-11-24 00:00']);

    server.setNow(afterThreeDays);
    const overdue = await queue('clerk', 'overdue');
    expect(await runTimerOnce(server.ground, server.app.log)).toBe(1);
    expect(await runTimerOnce(server.ground, server.app.log)).toBe(0);
    expect(overdue).toBe(1);
    const missed = await desks.page('clerk', id);
    expect(missed.timeline.at(-1)).toMatchObject({ kind: 'clockMissed' });
    expect(missed.timeline.at(-1).sentence.zh).toContain('借期已过');

    expect((await take('clerk', id, 'takeBack')).body.state).toBe('returned');
    expect((await take('clerk', id, 'settle', { condition: 'whole' })).body.state).toBe('settled');
    const settled = await desks.page('clerk', id);
    expect([settled.outcome, settled.stage, settled.title]).toEqual(['solved', 'final', '换客厅的灯']);
    expect(await queue('clerk', 'overdue')).toBe(0);
    expect(await queue('clerk', 'handling')).toBe(before);
  });
});
