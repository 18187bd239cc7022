import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { findActor, findCommunityBody, findFirstContact, listBodies, listenForAreas } from '../../bodies/index.ts';
import {
  carryOutDueChange,
  createAreas,
  decideAreaChange,
  findLivingArea,
  listDueChanges,
  type AreaChangeOrder,
} from '../../territory/index.ts';
import { countFollowers } from '../queries/count-followers.ts';
import { findMatterPage } from '../queries/get-matter-page.ts';
import { listCounts } from '../queries/list-counts.ts';
import { listMatters } from '../queries/list-matters.ts';
import { verifyTimelines } from '../queries/verify-timeline.ts';
import { loadMatter } from '../store/matter-store.ts';
import { libraries } from '../testing/library-desk.ts';
import {
  act,
  as,
  asSystem,
  districtId,
  go,
  open,
  readerOf,
  setUpLibraryDistrict,
  staff,
} from '../testing/library-district.ts';
import { listMattersToPass, passMatter } from './pass-area.ts';

const north = '990177001001';
const south = '990177001002';
const paper = '城关样例政办〔2026〕12号';
const boss = staff('centre', 'chief');
const merger = (change: Partial<AreaChangeOrder> = {}) =>
  ({
    id: uuidv7(),
    kind: 'merge',
    code: north,
    into: south,
    on: '2026-11-16',
    source: paper,
    ...change,
  }) as AreaChangeOrder;

let database: TestDatabase;
beforeEach(async () => {
  listenForAreas();
  database = await freshDatabase();
  await setUpLibraryDistrict(database.db);
});
afterEach(() => database.drop());

const decide = (order: AreaChangeOrder, now = '2026-11-16 09:00') =>
  as(database.db, boss, now, (work) => decideAreaChange(work, order));
const passAll = async (now = '2026-11-16 09:01') => {
  const ids = await asSystem(database.db, now, (work) => listMattersToPass(work, 500));
  for (const id of ids) await asSystem(database.db, now, (work) => passMatter(work, id));
  return ids.length;
};
const matterOf = (id: string) => asSystem(database.db, '2026-11-16 12:00', (work) => loadMatter(work, id));
const pageAs = (actor: Actor, id: string) =>
  as(database.db, actor, '2026-11-16 12:00', (work) => findMatterPage(work, id));
const sees = async (actor: Actor, id: string) => (await pageAs(actor, id)) !== undefined;
const taken = async (library: 'north' | 'south', opened: string) => {
  const id = await open(database.db, library, opened);
  await go(database.db, id, [staff(library), opened.replace('09:', '10:'), 'take']);
  return id;
};
/** Each matter is one row; the figures of an area and a period are rows opened there and then. */
const rowsOf = async (code: string, from: string, to: string) => {
  const { rows } = await asSystem(database.db, '2026-11-30 12:00', ({ db }) =>
    sql<{ n: number }>`select count(*)::int as n from matters.matters where district_id = ${districtId}
      and opened_in like ${`${code}%`} and opened_at >= ${from}::timestamptz and opened_at < ${to}::timestamptz`.execute(
      db,
    ),
  );
  return rows[0]!.n;
};
const countsOf = async (underArea: string, withPredecessors = false) => {
  const rows = await asSystem(database.db, '2026-11-30 12:00', (work) =>
    listCounts(work, { procedureId: 'library-card', underArea, withPredecessors }),
  );
  return rows.reduce((sum, { n }) => sum + n, 0);
};

/** The roll-up and the rows, each by community and state. */
const books = () =>
  asSystem(database.db, '2026-11-30 12:00', async ({ db }) => {
    const rollUp = await sql`select area_code as area, state, n from matters.counts
      where district_id = ${districtId} and n <> 0 order by area_code, state`.execute(db);
    const rows = await sql`select left(opened_in, 12) as area, state, count(*)::int as n from matters.matters
      where district_id = ${districtId} group by 1, 2 order by 1, 2`.execute(db);
    return { rollUp: rollUp.rows, rows: rows.rows };
  });
const expectBooksToBalance = async () => {
  const { rollUp, rows } = await books();
  expect(rows.length).toBeGreaterThan(0);
  expect(rollUp).toEqual(rows);
};

describe('two communities merge in the middle of a month (社区合并)', () => {
  test('no figure counts twice or is lost, before and after, by area and by period', async () => {
    const early = ['2026-11-02 09:00', '2026-11-09 09:00', '2026-11-12 09:00'];
    const held: string[] = [];
    for (const at of early) held.push(await taken('north', at));
    const settled = await taken('north', '2026-11-03 09:00');
    await go(database.db, settled, [staff('north'), '2026-11-04 09:00', 'lend']);
    for (const at of early.slice(1)) await taken('south', at);
    const before = [
      await countsOf(north),
      await countsOf(south),
      await countsOf('990177001'),
      await countsOf('990177'),
    ];
    expect(before).toEqual([4, 2, 6, 6]);
    await expectBooksToBalance();
    const october = (code: string) => rowsOf(code, '2026-11-01T00:00+08:00', '2026-11-16T00:00+08:00');
    const periodBefore = [await october(north), await october(south), await october('990177001')];
    expect(periodBefore).toEqual([4, 2, 6]);

    expect(await decide(merger())).toMatchObject({ ok: true, value: { isDone: true } });
    expect(await passAll()).toBe(4);
    await open(database.db, 'south', '2026-11-20 09:00');

    expect([await october(north), await october(south), await october('990177001')]).toEqual(periodBefore);
    const late = (code: string) => rowsOf(code, '2026-11-16T00:00+08:00', '2026-12-01T00:00+08:00');
    expect([await late(north), await late(south), await late('990177001')]).toEqual([0, 1, 1]);
    expect([await countsOf(north), await countsOf(south), await countsOf('990177001')]).toEqual([4, 3, 7]);
    expect(await countsOf(south, true)).toBe(7);
    expect(await countsOf(north, true)).toBe(4);

    const moved = { ...staff('north'), areaCode: south, bodyId: libraries.south.bodyId };
    await go(database.db, held[2]!, [moved, '2026-11-17 09:00', 'lend']);
    expect([await countsOf(north), await countsOf(south), await countsOf('990177')]).toEqual([4, 3, 7]);
    await expectBooksToBalance();
  });

  test('an open matter passes to the successor, says so, and its first contact stays', async () => {
    const id = await taken('north', '2026-11-12 09:00');
    await decide(merger());
    await passAll();
    const { matter } = (await matterOf(id))!;
    expect(matter).toMatchObject({
      areaCode: `${south}002`,
      openedIn: `${north}001`,
      state: 'searching',
      firstContact: { postId: staff('north').postId, accountId: staff('north').accountId },
      // The clerk who had it works in the successor from now on, and goes on with it.
      holder: { bodyId: libraries.south.bodyId, accountId: staff('north').accountId },
    });
    expect((await pageAs(boss, id))?.timeline.at(-1)).toMatchObject({
      kind: 'areaPassed',
      by: { role: { zh: '系统自动' }, worker: null },
      sentence: {
        zh: `地方${north}自 2026年11月16日 起并入地方${south}（${paper}）。这件事照旧办理，现由south馆承办，首问责任人不变。`,
        en: expect.stringContaining('the first contact stays the same'),
      },
    });
    expect(await asSystem(database.db, '2026-11-16 12:00', verifyTimelines)).toMatchObject({ misfits: [] });
    const worker = await as(database.db, boss, '2026-11-16 12:00', (work) => findActor(work, staff('north')));
    expect(worker).toMatchObject({ areaCode: south, bodyId: libraries.south.bodyId });
    expect(await act(database.db, worker!, '2026-11-16 13:00', { matterId: id, step: 'lend' })).toMatchObject({
      ok: true,
    });
  });

  test('what was offered goes to the successor, also from elsewhere', async () => {
    const offered = await taken('south', '2026-11-12 09:00');
    const input = { body: libraries.north.bodyId, reason: '在北馆' };
    await go(database.db, offered, [staff('south'), '2026-11-12 11:00', 'passOn', input]);
    const inNorth = await open(database.db, 'north', '2026-11-13 09:00');
    await decide(merger());
    await passAll();
    expect((await matterOf(inNorth))?.matter.offer?.to.bodyId ?? null).toBe(libraries.south.bodyId);
    // A matter of the successor's own that was offered to the one that ended.
    expect((await matterOf(offered))?.matter).toMatchObject({
      areaCode: `${south}001`,
      offer: { to: { bodyId: libraries.south.bodyId, headAccountId: staff('south', 'chief').accountId } },
    });
    expect((await pageAs(boss, offered))?.timeline.at(-1)?.sentence.zh).toMatch(/^原承办社区自 2026年11月16日 起并入/);
  });

  test('scopes follow: the successor sees what was the other’s, and nobody else sees more', async () => {
    const id = await taken('north', '2026-11-12 09:00');
    expect(await sees(staff('south'), id)).toBe(false);
    await decide(merger());
    await passAll();
    expect(await sees(staff('south', 'chief'), id)).toBe(true);
    expect(await sees({ ...staff('south'), bodyId: uuidv7(), areaCode: '990177001003' }, id)).toBe(false);
    expect(await sees(readerOf(id), id)).toBe(true);
    const neighbour = await as(database.db, boss, '2026-11-16 12:00', (work) =>
      listMattersToPass({ ...work, districtId: 990176 }, 10),
    );
    expect(neighbour).toEqual([]);
  });

  test('the old code and the number still lead to it; new ones go to the successor', async () => {
    const id = await taken('north', '2026-11-12 09:00');
    const { face } = (await matterOf(id))!;
    await decide(merger());
    await passAll();
    const found = (ask: object) =>
      as(database.db, boss, '2026-11-16 12:00', (work) => listMatters(work, { queue: 'newest', limit: 10, ...ask }));
    expect(await found({ words: face.number })).toMatchObject({ value: { rows: [{ id }] } });
    expect(await found({ community: north })).toMatchObject({ value: { rows: [{ id }] } });
    expect(await found({ community: south })).toMatchObject({ value: { rows: [{ id }] } });
    const after = await asSystem(database.db, '2026-11-16 12:00', async (work) => ({
      living: (await findLivingArea(work, north))?.code,
      grid: (await findLivingArea(work, `${north}001`))?.code,
      first: (await findFirstContact(work, south))?.bodyId,
      offered: (await listBodies(work, { kind: 'residentsCommittee' })).map(({ bodyId }) => bodyId),
    }));
    expect(after).toEqual({
      living: south,
      grid: `${south}002`,
      first: libraries.south.bodyId,
      offered: [libraries.south.bodyId],
    });
  });

  test('twice does nothing twice', async () => {
    const id = await taken('north', '2026-11-12 09:00');
    const order = merger();
    expect(await decide(order)).toMatchObject({ value: { repeated: false } });
    expect(await decide(order)).toMatchObject({ value: { repeated: true, isDone: true } });
    expect(await decide({ ...order, code: south, into: north } as AreaChangeOrder)).toMatchObject({
      code: 'area.change_used_elsewhere',
    });
    expect(await passAll()).toBe(1);
    expect(await passAll()).toBe(0);
    const once = (work: Parameters<typeof passMatter>[0]) => passMatter(work, id);
    expect(await asSystem(database.db, '2026-11-16 09:05', once)).toBe(false);
    expect((await matterOf(id))?.matter.seq).toBe(3);
  });

  test('one of the future waits for its day and is taken by the timer once', async () => {
    const order = merger({ on: '2026-12-01' });
    expect(await decide(order)).toMatchObject({ value: { isDone: false } });
    const due = (now: string) => asSystem(database.db, now, listDueChanges);
    expect(await due('2026-11-30 23:59')).toEqual([]);
    expect(await decide(merger({ on: '2026-11-17' }))).toMatchObject({ code: 'area.change_pending' });
    expect(await due('2026-12-01 00:00')).toEqual([order.id]);
    const carry = () =>
      asSystem(database.db, '2026-12-01 00:01', (work) => carryOutDueChange(work, order.id, countFollowers));
    expect(await Promise.all([carry(), carry()])).toEqual(expect.arrayContaining([true, false]));
    expect(await due('2026-12-01 00:02')).toEqual([]);
  });
});

describe('a community is split (社区拆分)', () => {
  const split = (): AreaChangeOrder => ({
    id: uuidv7(),
    kind: 'split',
    code: north,
    on: '2026-11-16',
    source: paper,
    parts: [{ nameZh: '新北社区', nameEn: 'New North', grids: [`${north}001`] }],
  });
  const part = '990177001003';

  test('what lies in its grids goes with them, the rest and every figure stay', async () => {
    await asSystem(database.db, '2026-01-06 09:00', (work) =>
      createAreas(work, [{ code: `${north}002`, nameZh: '二格', nameEn: 'Two', foundedOn: '2020-01-01' }]),
    );
    const inGrid = await taken('north', '2026-11-12 09:00');
    const rest = await open(database.db, 'north', '2026-11-12 09:00', { areaCode: north });
    expect(await decide(split())).toMatchObject({ ok: true, value: { isDone: true } });
    expect(await passAll()).toBe(1);
    expect((await matterOf(inGrid))?.matter).toMatchObject({
      areaCode: `${part}001`,
      openedIn: `${north}001`,
      // Nobody works in the new committee yet, so the old one goes on.
      holder: { bodyId: libraries.north.bodyId, accountId: staff('north').accountId },
    });
    expect((await matterOf(rest))?.matter.areaCode).toBe(north);
    expect([await countsOf(north), await countsOf(part), await countsOf('990177001')]).toEqual([2, 0, 2]);
    expect(await countsOf(part, true)).toBe(0);
    await expectBooksToBalance();
    const committee = await asSystem(database.db, '2026-11-16 12:00', (work) => findCommunityBody(work, part));
    expect(committee).toMatchObject({ nameZh: '新北社区居民委员会', areaCode: part });
    const first = await asSystem(database.db, '2026-11-16 12:00', (work) => findFirstContact(work, `${part}001`));
    expect(first?.bodyId).toBe(libraries.main.bodyId);
  });
});
