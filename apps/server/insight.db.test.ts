import { randomUUID } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addHistory, type PastRequest } from '../../modules/requests/index.ts';
import { findOccurrenceMisfits, rebuildOccurrences } from '../../modules/coordination/index.ts';
import { rebuildTallies, verifyTallies } from '../../modules/insight/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown, type Desks, type Past } from '../../tests/support/desk.ts';

const now = at('2026-11-26 10:00');
const community = '990102001001';
let server: DemoServer;
let desks: Desks;
let owner: pg.Client;

/** The same sequence in every run. */
function randomFrom(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
const random = randomFrom(26);
const hourAfter = (hours: number): string =>
  new Date(at('2026-10-26 09:00').getTime() + (hours + 8) * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const kinds = ['lighting', 'noise', 'waste'];
const places = ['1号楼', '2号楼'];
const reply = { reply: '已经换好，当场试过都亮。', witness: '一层住户在场确认' };
const rated = (mark: number): Record<string, unknown> => ({
  rating: mark,
  solved: mark < 3 ? 'no' : 'yes',
  ...(mark < 3 ? { why: 'notSolved' } : {}),
});

/** One history that the procedure allows, as far as chance takes it. */
function invent(): { openedAt: string; steps: Past[] } {
  let hour = random(24 * 25);
  const openedAt = hourAfter(hour);
  const next = () => hourAfter((hour += 1 + random(40)));
  const steps: Past[] = [];
  if (random(10) === 0) return { openedAt, steps };
  steps.push([next(), 'accept', 'clerk']);
  for (let round = 0; round < 3 && random(4) > 0; round += 1) {
    if (round === 0) steps.push([next(), 'answer', 'clerk', reply]);
    else
      steps.push(
        [next(), 'answerForCheck', 'clerk', reply],
        [next(), 'confirmCheck', 'director', { finding: '现场看过，确已修好' }],
      );
    if (random(3) === 0) break;
    const mark = 1 + random(5);
    steps.push([next(), 'rate', 'reporter', rated(mark)]);
    if (mark >= 3) break;
  }
  return { openedAt, steps: steps.filter(([when]) => at(when) < now) };
}

beforeAll(async () => {
  server = await startDemoServer(now);
  desks = await sitDown(server);
  owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  for (let i = 0; i < 60; i += 1) {
    const { openedAt, steps } = invent();
    await play(openedAt, steps);
  }
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

const clerk = () => desks.workerOf('clerk');
async function play(openedAt: string, steps: readonly Past[]) {
  const past: PastRequest = {
    channel: 'counter',
    category: kinds[random(3)] as PastRequest['category'],
    wantsPublic: true,
    mark: null,
    commandId: randomUUID(),
    openedAt: at(openedAt),
    areaCode: community,
    place: places[random(2)] as string,
    by: clerk(),
    role: 'firstContact',
    firstContact: clerk(),
    keeper: desks.bodyOf('director'),
    title: '楼道灯坏了，电话13900001234',
    input: { what: '楼道灯坏了，晚上看不见路' },
    steps: steps.map(([when, step, who, input = {}]) => ({
      at: at(when),
      step,
      by: who === 'reporter' ? { kind: 'reporter' } : desks.workerOf(who),
      input,
    })),
    until: now,
  };
  const played = await asTimer((work) => addHistory(work, past));
  if (!played.ok) throw new Error(JSON.stringify(played));
}

const get = async (who: string, path: string) => desks.ask(who, 'GET', path);
const one = async (sql: string): Promise<number> => Number((await owner.query(sql)).rows[0].n);
const asTimer = <T>(run: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(
    server.ground.db,
    { districtId: server.ground.districtId, now, actor: { kind: 'system', name: 'timer' }, scope: areaScope('') },
    run,
  );
const localDay = `(t.at at time zone 'Asia/Shanghai')::date`;

describe('the figures are what SQL on the rows says', () => {
  test('of what stands now, and each list is as long as its figure', async () => {
    const { body } = await get('director', '/api/overview');
    const open = `from matters.matters where stage <> 'final' and community_code = '${community}'`;
    const iso = now.toISOString();
    const counted = {
      open: await one(`select count(*) as n ${open}`),
      overdue: await one(`select count(*) as n ${open} and stage = 'open' and next_due_at < '${iso}'`),
      dueToday: await one(
        `select count(*) as n ${open} and stage = 'open' and next_due_at between '${iso}' and '2026-11-26T16:00:00Z'`,
      ),
      waiting: await one(`select count(*) as n ${open} and stage = 'waiting' and outcome <> 'keptOnBooks'`),
      onBooks: await one(`select count(*) as n ${open} and stage = 'waiting' and outcome = 'keptOnBooks'`),
    };
    expect(body.standing).toMatchObject(counted);
    expect(counted.open).toBeGreaterThan(5);
    expect(counted.overdue).toBeGreaterThan(0);
    for (const [of, n] of Object.entries(counted)) {
      const { body: list } = await get('director', `/api/overview/matters?of=${of}`);
      expect([of, list.total, list.rows.length]).toEqual([of, n, Math.min(50, n)]);
    }
    const sumOf = (rows: { open: number; overdue: number }[]) => [
      rows.reduce((all, row) => all + row.open, 0),
      rows.reduce((all, row) => all + row.overdue, 0),
    ];
    const whole = [counted.open, counted.overdue];
    expect([body.places, body.reasons, body.ages, body.holders].map(sumOf)).toEqual([whole, whole, whole, whole]);
    for (const { fromDays, open: n } of body.ages as { fromDays: number; open: number }[]) {
      const below = [0, 5, 15, 30, 90].find((edge) => edge > fromDays);
      const more = below === undefined ? '' : `&belowDays=${below}`;
      const { body: list } = await get('director', `/api/overview/matters?of=open&fromDays=${fromDays}${more}`);
      expect([fromDays, list.total]).toEqual([fromDays, n]);
    }
  });

  test('of what happened week by week, told from the timeline alone', async () => {
    const { body } = await get('director', '/api/overview');
    const entries = (condition: string, { from, until }: { from: string; until: string }) =>
      one(
        `select count(*) as n from matters.timeline t where ${condition} and ${localDay} between '${from}' and '${until}'`,
      );
    const busy = body.weeks.filter((week: { in: number }) => week.in > 0);
    expect(busy.length).toBeGreaterThan(2);
    for (const week of busy) {
      const told = {
        in: await entries(`kind = 'opened'`, week),
        ended: await entries(
          `kind = 'stepTaken' and content->>'to' = 'settled' and content->>'from' <> 'settled'`,
          week,
        ),
        missed: await entries(`kind = 'clockMissed'`, week),
        reopened: await entries(`content ? 'reopens'`, week),
      };
      expect(week).toMatchObject(told);
      for (const [of, n] of Object.entries(told)) {
        const days = `from=${week.from}&until=${week.until}`;
        const { body: list } = await get('director', `/api/overview/matters?of=${of}&${days}`);
        expect([of, list.total, list.elsewhere]).toEqual([of, n, 0]);
      }
    }
    const marks = (
      await owner.query(`select content->'input'->>'rating' as mark, count(*)::int as n from matters.timeline t
      where content->'input' ? 'rating' and ${localDay} >= '${body.lately.from}' group by 1`)
    ).rows;
    const given = [1, 2, 3, 4, 5].map((mark) => marks.find((row) => Number(row.mark) === mark)?.n ?? 0);
    expect(body.judged.ratings).toEqual(given);
    expect(given.reduce((all, n) => all + n, 0)).toBeGreaterThan(10);
  });

  test('of what comes again, by kind and by place', async () => {
    const chosen = { commandId: randomUUID(), amount: 3, source: '区委办〔2026〕9 号' };
    expect((await desks.ask('dispatchLead', 'POST', '/api/repeats/threshold', chosen)).status).toBe(200);
    const { body } = await get('director', '/api/overview');
    const { rows } = await owner.query(`select subject, count(*)::int as n from matters.matters
      where (opened_at at time zone 'Asia/Shanghai')::date >= '${body.lately.from}' group by 1`);
    const lately = Object.fromEntries(
      body.kinds.map((kind: { subject: string; now: number }) => [kind.subject, kind.now]),
    );
    expect(lately).toMatchObject(Object.fromEntries(rows.map(({ subject, n }) => [subject, n])));
    const { rows: again } = await owner.query(`select place, subject, count(*)::int as n from matters.matters
      group by 1, 2 having count(*) >= 3`);
    expect(body.repeats.map(({ n }: { n: number }) => n).toSorted()).toEqual(again.map(({ n }) => n).toSorted());
    expect(again.length).toBeGreaterThan(2);
    for (const repeat of body.repeats) expect(repeat.matters).toHaveLength(repeat.n);

    for (const who of ['director', 'supervisor']) {
      const { body: overview } = await get(who, '/api/overview');
      const { body: page } = await get(who, '/api/repeats');
      const places = page.repeats.filter(({ kind }: { kind: string }) => kind === 'place');
      const face = ({ place, count, n, open, matters }: Record<string, unknown>) => [
        place,
        count ?? n,
        open,
        (matters as { id: string }[]).map(({ id }) => id).toSorted(),
      ];
      expect([who, overview.repeatsFrom, overview.repeats.map(face)]).toEqual([who, page.threshold, places.map(face)]);
    }
  });

  test('the roll-up is what the timeline gives, and made again it is the same', async () => {
    const sums = `select on_day::text, area_code, body_id, procedure_id, measure, detail, n from insight.days where n <> 0 order by 1, 2, 3, 4, 5, 6`;
    const before = (await owner.query(sums)).rows;
    expect(await asTimer(verifyTallies)).toEqual({ matters: 60, tallies: [], days: [] });
    expect(await asTimer(rebuildTallies)).toBe(60);
    expect((await owner.query(sums)).rows).toEqual(before);
    await owner.query(
      `update insight.days set n = n + 1 where measure = 'in' and on_day = '${String(before[0].on_day)}'`,
    );
    expect((await asTimer(verifyTallies))?.days).toHaveLength(1);
    const rows = async () => (await owner.query('select ctid::text, * from insight.tallies order by 1')).rows;
    const kept = await rows();
    expect(await asTimer(rebuildTallies)).toBe(60);
    expect(await rows()).toEqual(kept); // what is right is not written again
    expect((await owner.query(sums)).rows).toEqual(before);
    const [one] = kept;
    await owner.query(`update insight.tallies set detail = 'other' where measure = 'in' and matter_id = $1`, [
      one.matter_id,
    ]);
    await owner.query(`delete from insight.tallies where measure = 'taken' and area_code = $1`, [one.area_code]);
    await owner.query(`insert into insight.tallies select district_id, '0190000c-0000-7000-8000-000000000099', seq, measure, detail,
      at, on_day, area_code, body_id, procedure_id, subject from insight.tallies limit 1`);
    await asTimer(rebuildTallies);
    expect(await asTimer(verifyTallies)).toEqual({ matters: 60, tallies: [], days: [] });
    expect((await owner.query(sums)).rows).toEqual(before);
    expect((await rows()).length).toBe(kept.length);
  });

  test('what is compared for repeats is what the matters give, and made again it is the same', async () => {
    const misfits = () => asTimer((work) => findOccurrenceMisfits(work, 10));
    expect(await misfits()).toEqual([]);
    const { rows } = await owner.query(`with one as (select matter_id from coordination.occurrences limit 1)
      update coordination.occurrences o set is_open = not is_open from one where o.matter_id = one.matter_id returning o.matter_id`);
    expect(await misfits()).toEqual([rows[0].matter_id]);
    await asTimer(rebuildOccurrences);
    expect(await misfits()).toEqual([]);
  });

  test('the wall says the same as the page, and nothing of persons', async () => {
    const { body: page } = await get('supervisor', '/api/overview');
    const { body: wall } = await get('supervisor', '/api/wall');
    expect([wall.standing, wall.places, wall.judged]).toEqual([page.standing, page.places, page.judged]);
    expect(JSON.stringify(wall)).not.toMatch(/title|place"|phone|号楼/);
  });
});

describe('who sees which figures', () => {
  test('the own area and what is below it; a neighbour is refused, in words', async () => {
    const seen = await Promise.all(
      (
        [
          ['director', ''],
          ['director', `?area=${community}`],
          ['taskGroupLead', `?area=${community}`],
          ['supervisor', '?area=990102001'],
          ['neighbourDirector', `?area=${community}`],
          ['director', '?area=990102001'],
          ['departmentHead', `?area=${community}`],
          ['departmentHead', ''],
          ['supervisor', '?area=990102999'],
          ['gridWorker', ''],
        ] as const
      ).map(async ([who, area]) => (await get(who, `/api/overview${area}`)).status),
    );
    expect(seen).toEqual([200, 200, 200, 200, 403, 403, 403, 200, 404, 403]);
    const { body } = await get('neighbourDirector', `/api/overview?area=${community}`);
    expect(body.message.zh).toContain('不在您岗位负责的范围内');
    const lists = await get('neighbourDirector', `/api/overview/matters?of=open&area=${community}`);
    expect([lists.status, (await get('neighbourDirector', '/api/overview')).body.standing.open]).toEqual([403, 0]);
  });

  test('bad questions are answered in words', async () => {
    for (const query of ['of=everything', 'of=open&from=yesterday', 'of=open&after=none', 'of=open&holder=me'])
      expect([query, (await get('director', `/api/overview/matters?${query}`)).status]).toEqual([query, 400]);
  });
});

describe('reports', () => {
  const order = (more: object = {}) => ({ commandId: randomUUID(), kind: 'week', day: '2026-11-18', ...more });

  test('once made stay as they were, and made again count the same', async () => {
    const first = order();
    const made = await desks.ask('director', 'POST', '/api/reports', first);
    expect(made.body).toEqual({ id: first.commandId });
    expect((await desks.ask('director', 'POST', '/api/reports', first)).body).toEqual({ id: first.commandId });
    const { body } = await get('director', `/api/reports/${first.commandId}`);
    const { weeks } = (await get('director', '/api/overview')).body;
    const { from: _, until: __, ...week } = weeks.find(({ from }: { from: string }) => from === '2026-11-16');
    expect(body.content.flow).toEqual(week);
    const opened = await one(
      `select count(*) as n from matters.timeline t where kind = 'opened' and ${localDay} <= '2026-11-22'`,
    );
    const ended = await one(`select count(*) as n from matters.timeline t where content->>'to' = 'settled'
      and content->>'from' <> 'settled' and ${localDay} <= '2026-11-22'`);
    expect(body.content.openAtEnd).toBe(opened - ended);
    const again = order();
    await desks.ask('director', 'POST', '/api/reports', again);
    const second = (await get('director', `/api/reports/${again.commandId}`)).body;
    expect(second.content).toEqual(body.content);
    expect((await get('director', '/api/reports')).body.reports).toHaveLength(2);

    const document = () => server.app.inject({ url: `/api/reports/${first.commandId}/document`, headers: { cookie } });
    const cookie = await server.signIn('director');
    const [once, two] = [await document(), await document()];
    expect(once.headers['content-type']).toContain('wordprocessingml');
    expect(once.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect(once.rawPayload.equals(two.rawPayload)).toBe(true);
    const written = readPacked(once.rawPayload, 'word/document.xml');
    expect(written.match(/<w:outlineLvl w:val="0"\/>/g)).toHaveLength(6);
    for (const shows of ['图1　每天新进、结束和超时', '图2　居民诉求各类件数，本期与上期'])
      expect([shows, written.includes(`descr="${shows}"`), written.includes(`>${shows}<`)]).toEqual([
        shows,
        true,
        true,
      ]);
    expect(written).toContain('期末仍超时：');
    const chart = await server.app.inject({ url: `/api/reports/${first.commandId}/charts/flow`, headers: { cookie } });
    expect(chart.body).toContain('新进');
    const ofBody = order();
    await desks.ask('departmentHead', 'POST', '/api/reports', ofBody);
    const url = `/api/reports/${ofBody.commandId}/charts/flow`;
    const taken = await server.app.inject({ url, headers: { cookie: await server.signIn('departmentHead') } });
    expect([taken.body.includes('接手'), taken.body.includes('新进')]).toEqual([true, false]);
  });

  test('are of days that are over, for who may, within their area, masked', async () => {
    expect((await desks.ask('director', 'POST', '/api/reports', order({ day: '2026-11-26' }))).body.code).toBe(
      'report.not_over',
    );
    expect((await desks.ask('gridWorker', 'POST', '/api/reports', order())).status).toBe(403);
    expect((await desks.ask('neighbourDirector', 'POST', '/api/reports', order({ area: community }))).status).toBe(403);
    const whole = order();
    await desks.ask('supervisor', 'POST', '/api/reports', whole);
    expect((await get('director', `/api/reports/${whole.commandId}`)).body.code).toBe('report.not_found');
    expect(
      (await desks.ask('director', 'POST', '/api/reports', { ...order(), commandId: whole.commandId })).body.code,
    ).toBe('report.id_taken');
    const { content, titles } = (await get('supervisor', `/api/reports/${whole.commandId}`)).body;
    expect(content.matters.length).toBeGreaterThan(0);
    expect(JSON.stringify(content)).not.toContain('13900001234');
    expect(Object.values(titles).join()).not.toContain('13900001234');
    const gone = await owner.query('select count(*)::int as n from insight.reports');
    expect(gone.rows[0].n).toBe(4);
  });
});

/** One file out of a zip file, by the list at its end. */
function readPacked(zip: Buffer, name: string): string {
  const named = zip.lastIndexOf(name);
  const listed = named - 46;
  const local = zip.readUInt32LE(listed + 42);
  const begins = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  return inflateRawSync(zip.subarray(begins, begins + zip.readUInt32LE(listed + 20))).toString('utf8');
}

test('of each place of what a body holds, the list is as long as the figure', async () => {
  const bureau = desks.bodyIdOf('departmentHead');
  const urged = { what: '路灯报修超时，请说明', body: bureau, why: '三天没有回话' };
  expect((await desks.open('supervisor', 'urging', urged)).status).toBe(200);
  const call = { what: '夜市占道，请几家一起来看', tried: '劝离三次，没有执法权' };
  const { matterId } = (await desks.open('taskGroupLiaison', 'whistle', call)).body;
  const part = { body: bureau, part: 'lead', task: '拆掉私拉的电线', gather: '周四九点' };
  expect((await desks.take('taskGroupLiaison', matterId, 'call', part)).status).toBe(200);
  const { body } = await get('departmentHead', '/api/overview');
  expect(body.places.map(({ code }: { code: string }) => code)).toEqual(['990102', '990102001']);
  const whole = body.standing.open + body.standing.waiting + body.standing.onBooks;
  let all = 0;
  for (const { code, name, open } of body.places) {
    const { body: list } = await get('departmentHead', `/api/overview/matters?of=open&place=${code}`);
    expect([code, list.total, list.place]).toEqual([code, open, name]);
    all += open;
  }
  expect(all).toBeGreaterThan(0);
  expect(all).toBe((await get('departmentHead', '/api/overview/matters?of=open')).body.total);
  expect(whole).toBeGreaterThanOrEqual(all);
  expect((await get('departmentHead', '/api/overview/matters?of=open&place=x')).status).toBe(400);
});
