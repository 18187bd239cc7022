import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playDemoMonth } from '../../db/demo/month.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../tests/support/desk.ts';
import { rebuildTallies } from '../../modules/insight/index.ts';
import { procedures } from './procedures.ts';

const now = at('2026-11-19 10:30');
let server: DemoServer;
let desks: Desks;
let owner: pg.Client;
beforeAll(async () => {
  server = await startDemoServer(now);
  desks = await sitDown(server);
  const { db, districtId } = server.ground;
  const actor = { kind: 'system', name: 'demo' } as const;
  await inTransaction(db, { districtId, now, actor, scope: areaScope('') }, async (work) => {
    await playDemoMonth(work, { until: now, scale: 0.1 });
    await rebuildTallies(work);
  });
  owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  await owner.query(rowsAsSql, [JSON.stringify(stages)]);
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

/** Every state of every version, once, with its kind: the one thing that the rows do not say. */
const stages = procedures.flatMap(({ id, version, states }) =>
  Object.entries(states).map(([state, { kind }]) => ({ id, version, state, kind })),
);

/**
 * The timeline as one table, counted here by other means than the roll-up: each entry with its day, the stage before and
 * after, and what the matter was concluded with by then.
 */
const rowsAsSql = `
  create temporary table entries as
  with stages as (select * from jsonb_to_recordset($1::jsonb) as s (id text, version int, state text, kind text)),
  told as (
    select t.matter_id, t.seq, t.kind, t.content, (t.at at time zone 'Asia/Shanghai')::date as day, m.opened_in as area,
      m.procedure_id as procedure, m.subject, m.procedure_version as version,
      coalesce(t.content->>'to', t.content->>'state') as state,
      count(t.content->'concludes') over (partition by t.matter_id order by t.seq) as said
    from matters.timeline t join matters.matters m on m.district_id = t.district_id and m.id = t.matter_id)
  select o.*, was.kind as was, became.kind as became,
    first_value(o.content->>'concludes') over (partition by o.matter_id, o.said order by o.seq) as conclusion
  from told o
  left join stages was on (was.id, was.version, was.state) = (o.procedure, o.version, o.content->>'from')
  left join stages became on (became.id, became.version, became.state) = (o.procedure, o.version, o.state)`;

const rows = async <T>(sql: string, values: unknown[]): Promise<T[]> => (await owner.query(sql, values)).rows as T[];
const count = async (where: string, from: string, until: string): Promise<number> => {
  const [row] = await rows<{ n: string }>(
    `select count(*) as n from entries where day between $1 and $2 and ${where}`,
    [from, until],
  );
  return Number(row?.n);
};
const bySql = async (key: string, where: string, from: string, until: string): Promise<Record<string, number>> => {
  const found = await rows<{ key: string; n: string }>(
    `select ${key} as key, count(*) as n from entries where day between $1 and $2 and ${where} group by 1`,
    [from, until],
  );
  return Object.fromEntries(found.map(({ key: name, n }) => [name, Number(n)]));
};
const openAtEnd = async (until: string, where = 'true'): Promise<number> => {
  const [row] = await rows<{ n: string }>(
    `select count(*) as n from (select distinct on (matter_id) became from entries
      where day <= $1 and kind in ('opened', 'stepTaken') and ${where} order by matter_id, seq desc) x where became <> 'final'`,
    [until],
  );
  return Number(row?.n);
};
const ends = `kind = 'stepTaken' and became = 'final' and was <> 'final'`;
const flowOf = async (from: string, until: string, where = 'true') => ({
  in: await count(`kind = 'opened' and ${where}`, from, until),
  ended: await count(`${ends} and ${where}`, from, until),
  missed: await count(`kind = 'clockMissed' and ${where}`, from, until),
  reopened: await count(`content ? 'reopens' and ${where}`, from, until),
});

describe.each([
  ['week', '2026-11-10', '2026-11-09', '2026-11-15', '2026-11-02', '2026-11-08'],
  ['month', '2026-10-28', '2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
])('the figures of a %s are what SQL on the rows of the demo month says', (kind, day, from, until, before, end) => {
  const report = async (who: string) => {
    const commandId = randomUUID();
    const made = await desks.ask(who, 'POST', '/api/reports', { commandId, kind, day });
    expect(made.body).toEqual({ id: commandId });
    return (await desks.ask(who, 'GET', `/api/reports/${commandId}`)).body.content;
  };

  test('come in, ended, over a limit, opened again, still open', async () => {
    const made = await report('dispatchLead');
    expect(made.flow).toEqual(await flowOf(from, until));
    expect(made.before).toEqual(await flowOf(before, end));
    expect([made.openBefore, made.openAtEnd]).toEqual([await openAtEnd(end), await openAtEnd(until)]);
    expect(made.flow.in).toBeGreaterThan(20);
    expect(made.ended).toEqual(await bySql('conclusion', ends, from, until));
    const days = [];
    for (const { day: one } of made.days) days.push({ day: one, ...(await flowOf(one, one)) });
    expect(made.days).toEqual(days);
  });

  test('how residents judged: marks, solved or not, answers', async () => {
    const { judged } = await report('dispatchLead');
    const byReporter = `content->'by'->>'actor' = 'reporter'`;
    const marks = await bySql(
      `content->'input'->>'rating'`,
      `${byReporter} and content->'input' ? 'rating'`,
      from,
      until,
    );
    expect(judged.ratings).toEqual([1, 2, 3, 4, 5].map((mark) => marks[mark] ?? 0));
    expect(judged.said).toEqual({
      yes: 0,
      partly: 0,
      no: 0,
      ...(await bySql(`content->'input'->>'solved'`, `${byReporter} and content->'input' ? 'solved'`, from, until)),
    });
    const told = `became <> 'open' and conclusion is not null and (was = 'open' or jsonb_typeof(content->'concludes') = 'string')`;
    expect(judged.answered).toBe(await count(`kind = 'stepTaken' and ${told}`, from, until));
    expect(judged.answered).toBeGreaterThan(kind === 'week' ? 10 : 0);
    expect(marks).not.toEqual({});
  });

  test('each part of the area, and each kind of request', async () => {
    const made = await report('dispatchLead');
    for (const { code, name: _, ...part } of made.parts as { code: string; name: unknown }[]) {
      const inPart = `left(area, 9) = '${code}'`;
      expect({ code, ...part }).toEqual({
        code,
        ...(await flowOf(from, until, inPart)),
        openAtEnd: await openAtEnd(until, inPart),
      });
    }
    const isRequest = `kind = 'opened' and procedure = 'resident-request'`;
    const asked = await bySql(`coalesce(subject, '')`, isRequest, from, until);
    const counted = (made.kinds as { subject: string; now: number }[]).filter((one) => one.now > 0);
    expect(Object.fromEntries(counted.map((one) => [one.subject, one.now]))).toEqual(asked);
    expect(Object.keys(asked).length).toBeGreaterThan(3);
  });

  test('for a community: nothing from over the fence', async () => {
    const made = await report('director');
    const here = `left(area, 12) = '990102001001'`;
    expect(made.flow).toEqual(await flowOf(from, until, here));
    expect(made.openAtEnd).toBe(await openAtEnd(until, here));
  });
});
