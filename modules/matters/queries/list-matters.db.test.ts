import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { fireClocksOf } from '../actions/fire-clocks.ts';
import { queues, type QueueName } from '../contract/views.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import { installProcedures } from '../rules/engine.ts';
import { libraryCard } from '../testing/library-card.ts';
import { libraries } from '../testing/library-desk.ts';
import { as, asSystem, go, open, readerOf, setUpLibraryDistrict, staff } from '../testing/library-district.ts';
import { countQueues } from './count-queues.ts';
import { writeCursor } from './cursor.ts';
import { listCounts } from './list-counts.ts';
import { listMatters, type ListMatters } from './list-matters.ts';

const monday = '2026-11-16 17:00';
const reason = '不归我们';
const north = staff('north');
const chief = staff('north', 'chief');

let database: TestDatabase;
const ids: Record<string, string> = {};
beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  await setUpLibraryDistrict(db);
  const make = async (name: string, ...steps: Parameters<typeof go>[2][]) => {
    ids[name] = await open(db, 'north', '2026-11-16 10:00', {
      input: { what: `一本旧县志 ${name}` },
      place: `${name}巷`,
    });
    await go(db, ids[name], ...steps);
  };
  const take: Parameters<typeof go>[2] = [north, '2026-11-16 11:00', 'take'];
  const passOn: Parameters<typeof go>[2] = [
    north,
    '2026-11-16 12:00',
    'passOn',
    { body: libraries.archive.bodyId, reason },
  ];
  const decline: Parameters<typeof go>[2] = [staff('archive'), '2026-11-16 12:30', 'decline', { reason }];
  await make('requested');
  await make('searching', take);
  await make('passedOn', take, passOn);
  await make('disputed', take, passOn, decline, passOn, decline, passOn);
  await make('lent', take, [north, '2026-11-16 12:00', 'lend']);
  await make('checked', take, [north, '2026-11-16 12:00', 'giveUp', { reply: '没有，真有志气' }]);
  await make('returned', take, [north, '2026-11-16 12:00', 'handOver', { reply: '在这里' }]);
  await make('cancelled', take, [north, '2026-11-16 12:00', 'note', { note: '已电话联系' }]);
  await go(db, ids['cancelled']!, [readerOf(ids['cancelled']!), '2026-11-16 13:00', 'cancel']);
  ids['neighbour'] = await open(db, 'south', '2026-11-16 10:00', { input: { what: '邻居的县志' } });
});
afterAll(() => database.drop());

const list = (actor: Actor, ask: Partial<ListMatters>, now = monday) =>
  as(database.db, actor, now, (work) => listMatters(work, { queue: 'newest', limit: 50, ...ask }));
async function namesIn(actor: Actor, queue: QueueName, now = monday): Promise<string[]> {
  const page = await list(actor, { queue }, now);
  if (!page.ok) throw new Error(page.code);
  return page.value.rows.map((row) => Object.keys(ids).find((name) => ids[name] === row.id) ?? row.id);
}

describe('the queue (队列)', () => {
  test.each<[QueueName, Actor, string[]]>([
    ['toAccept', north, ['requested']],
    ['toAccept', staff('archive'), ['passedOn']],
    ['toAccept', staff('main'), []],
    ['toDecide', staff('main', 'chief'), ['disputed']],
    ['toDecide', staff('main'), []],
    ['toDecide', chief, []],
    ['toSign', chief, ['checked']],
    ['toSign', north, []],
    ['handling', north, ['searching']],
    ['handling', staff('south'), []],
    ['awaiting', north, ['lent', 'returned']],
    ['firstContact', north, ['requested', 'searching', 'passedOn', 'disputed', 'lent', 'checked', 'returned']],
    ['firstContact', chief, []],
    ['open', north, ['requested', 'searching', 'passedOn', 'disputed', 'lent', 'checked', 'returned']],
    ['open', staff('archive'), ['passedOn', 'disputed']],
    [
      'open',
      staff('centre'),
      ['requested', 'searching', 'passedOn', 'disputed', 'lent', 'checked', 'returned', 'neighbour'],
    ],
    ['newest', north, ['requested', 'searching', 'passedOn', 'disputed', 'lent', 'checked', 'returned', 'cancelled']],
    ['newest', staff('south'), ['neighbour']],
    ['toAccept', { kind: 'public' }, []],
    ['open', { kind: 'public' }, []],
  ])('%s of %j shows what belongs there and nothing else', async (queue, actor, expected) => {
    expect((await namesIn(actor, queue)).sort()).toEqual([...expected].sort());
  });

  test('due today ends at midnight and overdue begins after the instant', async () => {
    expect((await namesIn(north, 'dueToday')).sort()).toEqual(['passedOn', 'requested']);
    expect(await namesIn(north, 'overdue')).toEqual([]);
    expect(await namesIn(north, 'dueToday', '2026-11-17 00:00')).toEqual(expect.arrayContaining(['requested']));
    expect(await namesIn(north, 'overdue', '2026-11-17 00:01')).toEqual(expect.arrayContaining(['requested']));
    expect((await namesIn(north, 'overdue', '2026-11-17 20:00')).sort()).toEqual([
      'checked',
      'disputed',
      'passedOn',
      'requested',
    ]);
    expect(await namesIn(north, 'overdue', '2027-06-01 10:00')).not.toContain('lent');
  });

  test('shows the most urgent first, with the clock that presses most', async () => {
    const page = await list(north, { queue: 'open' });
    const dues = page.ok ? page.value.rows.map((row) => row.clock?.dueAt ?? 'none') : [];
    expect(dues).toEqual([...dues].sort());
    expect(page.ok && page.value.rows[0]).toMatchObject({
      clock: { clock: 'passing' },
      holder: { body: { en: 'north' }, person: { en: 'north clerk' } },
      offeredTo: { en: 'archive' },
      community: { zh: '地方990177001001' },
    });
  });

  test('names nobody who was asked while only the holder itself has to accept', async () => {
    const page = await list(north, { queue: 'toAccept' });
    expect(page).toMatchObject({ ok: true, value: { rows: [{ id: ids['requested'], offeredTo: null }] } });
  });

  test('counts what it would show', async () => {
    for (const actor of [north, chief, staff('main', 'chief'), staff('archive')]) {
      const counts = await as(database.db, actor, monday, countQueues);
      expect(counts.map(({ queue }) => queue)).toEqual([...queues]);
      for (const { queue, n } of counts) expect([queue, n]).toEqual([queue, (await namesIn(actor, queue)).length]);
    }
  });

  test('may be narrowed to a state or a community', async () => {
    const inState = await list(staff('centre'), { queue: 'open', state: 'lent' });
    expect(inState.ok && inState.value.rows.map((row) => row.id)).toEqual([ids['lent']]);
    const inSouth = await list(staff('centre'), { community: '990177001002' });
    expect(inSouth.ok && inSouth.value.rows.map((row) => row.id)).toEqual([ids['neighbour']]);
    const elsewhere = await list(north, { community: '990177001002' });
    expect(elsewhere.ok && elsewhere.value.rows).toEqual([]);
  });
});

describe('a new version of a procedure', () => {
  /** The library card whose first state has another name. */
  const renewed = (version: number, name: string): Procedure => {
    const { requested, ...states } = libraryCard.states;
    const rename = (state: string) => (state === 'requested' ? name : state);
    const eachOf = <T>(all: Readonly<Record<string, T>>, change: (one: T) => T) =>
      Object.fromEntries(Object.entries(all).map(([key, one]) => [key, change(one)]));
    const card: Procedure = libraryCard;
    return {
      ...card,
      id: 'renewed-card',
      version,
      states: { ...states, [name]: requested },
      mainPath: card.mainPath.map(rename),
      opening: { ...card.opening, to: name },
      steps: eachOf(card.steps, (step) => ({ ...step, from: step.from.map(rename) })),
      clocks: eachOf(card.clocks, (clock) => ({ ...clock, runsIn: clock.runsIn.map(rename) })),
    };
  };

  test('leaves the matters of the old one in the queues they were in', async () => {
    installProcedures([renewed(1, 'handedIn'), renewed(2, 'arrived')]);
    const [old, young] = await Promise.all(
      [1, 2].map((procedureVersion) =>
        open(database.db, 'south', '2026-11-16 10:00', { procedureId: 'renewed-card', procedureVersion }),
      ),
    );
    const queue = await list(staff('south'), { queue: 'toAccept' });
    expect(queue.ok && queue.value.rows.map(({ id, state }) => [id, state])).toEqual(
      expect.arrayContaining([
        [old, 'handedIn'],
        [young, 'arrived'],
      ]),
    );
    await go(database.db, old!, [staff('south'), '2026-11-16 11:00', 'take']);
    await go(database.db, young!, [staff('south'), '2026-11-16 11:00', 'take']);
  });
});

describe('pages by key (翻页)', () => {
  test.each<[QueueName, number]>([
    ['open', 1],
    ['open', 3],
    ['newest', 1],
    ['newest', 3],
    ['newest', 8],
    ['newest', 7],
  ])('of %s by %i neither repeat nor lose a row', async (queue, limit) => {
    const whole = await list(north, { queue });
    const all = whole.ok ? whole.value.rows.map((row) => row.id) : [];
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages <= all.length && (pages === 0 || after); pages += 1) {
      const page: Awaited<ReturnType<typeof list>> = await list(north, { queue, limit, ...(after ? { after } : {}) });
      if (!page.ok) throw new Error(page.code);
      expect(page.value.rows.length).toBeLessThanOrEqual(limit);
      seen.push(...page.value.rows.map((row) => row.id));
      after = page.value.next;
    }
    expect(after).toBeNull();
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(seen.length);
  });

  const id = '0190000c-0000-7000-8000-000000000001';
  test.each([
    ['nonsense', 'xyz'],
    ['no id', writeCursor({ value: '2026-11-16T10:00:00+00:00', id: 'x' })],
    ['no instant', writeCursor({ value: 'yesterday', id })],
    ['a year alone', writeCursor({ value: '2026', id })],
    ['what only one of two readers takes for an instant', writeCursor({ value: 'Mar 7, 26 (x)', id })],
    ['a day that does not exist', writeCursor({ value: '2026-13-40T10:00:00+00:00', id })],
    ['a thirtieth of February', writeCursor({ value: '2026-02-30T10:00:00+00:00', id })],
  ])('refuse a place that is %s', async (_, after) => {
    expect(await list(north, { after })).toEqual({ ok: false, code: 'page.bad_cursor' });
  });
});

describe.each([
  ['rare words are collected', undefined],
  ['common words are looked for in the newest', 0],
])('search (搜索): %s', (_, mostCollected) => {
  const found = async (actor: Actor, words: string, queue: QueueName = 'newest') => {
    const page = await list(actor, { words, queue, ...(mostCollected === undefined ? {} : { mostCollected }) });
    return page.ok ? page.value.rows.map((row) => row.id) : page.code;
  };

  test.each<[string, string, string[]]>([
    [
      'two characters of what was written',
      '县志',
      ['cancelled', 'checked', 'disputed', 'lent', 'passedOn', 'requested', 'returned', 'searching'],
    ],
    ['a word of a later step', '电话联系', ['cancelled']],
    ['the place', 'lent巷', ['lent']],
    ['capitals and full-width letters', 'ＬＥＮＴ', ['lent']],
    ['two words, both of which must stand there', '县志 checked', ['checked']],
    ['words that stand apart', '旧志', []],
    ['a word whose halves stand in two places', '县志气', []],
    ['what no one wrote', '路灯', []],
    [
      'signs that mean something to a database',
      "县志%'_\\",
      ['cancelled', 'checked', 'disputed', 'lent', 'passedOn', 'requested', 'returned', 'searching'],
    ],
  ])('finds by %s', async (_, words, expected) => {
    expect(await found(north, words)).toEqual(expect.arrayContaining(expected.map((name) => ids[name])));
    expect(await found(north, words)).toHaveLength(expected.length);
  });

  test('finds nothing of the neighbour', async () => {
    expect(await found(north, '邻居')).toEqual([]);
    expect(await found(staff('south'), '邻居')).toEqual([ids['neighbour']]);
    expect(await found(staff('centre'), '邻居')).toEqual([ids['neighbour']]);
  });

  const pageByPage = async (actor: Actor, queue: QueueName) => {
    const pages: string[] = [];
    for (let after: string | undefined; ;) {
      const more = mostCollected === undefined ? {} : { mostCollected };
      const page = await list(actor, { words: '县志', queue, limit: 3, after, ...more });
      if (!page.ok) throw new Error(page.code);
      pages.push(...page.value.rows.map(({ id }) => id));
      if (!page.value.next) return pages;
      after = page.value.next;
    }
  };

  test('gives page after page, the newest first, and what was given to a body outside its area', async () => {
    const pages = await pageByPage(north, 'newest');
    expect(pages).toEqual(await found(north, '县志'));
    expect(pages).toHaveLength(8);
    expect(new Set(await found(staff('archive'), '县志'))).toEqual(new Set([ids['passedOn'], ids['disputed']]));
  });

  test('among what is open, gives page after page of that alone, and nothing of the neighbour', async () => {
    const pages = await pageByPage(north, 'open');
    expect(pages).toEqual((await pageByPage(north, 'newest')).filter((id) => id !== ids['cancelled']));
    expect(pages).toHaveLength(7);
    const next = await pageByPage(staff('south'), 'open');
    expect(next).toContain(ids['neighbour']);
    expect(next.filter((id) => pages.includes(id))).toEqual([]);
  });

  test.each(['县', '？！', 'a'])('refuses %s alone', async (words) => {
    expect(await found(north, words)).toBe('search.too_short');
  });

  test('finds a matter by its number, as people type it, and only in the queue that is open', async () => {
    const page = await list(north, { words: 'lent巷' });
    const number = page.ok ? page.value.rows[0]!.number : '';
    const wide = number.replaceAll('-', '').replace(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    await go(database.db, ids['searching']!, [north, monday, 'note', { note: `同 ${number} 一起办` }]);
    for (const typed of [number, number.replaceAll('-', ''), wide, ` ${number} `])
      expect(await found(north, typed)).toEqual([ids['lent']]);
    expect(await found(staff('south'), number)).toEqual([]);
    expect(await found(north, number, 'handling')).toEqual([]);
  });
});

test('counts by area equal a recount, after every kind of step and of miss', async () => {
  await asSystem(database.db, '2026-12-31 10:00', async (work) => {
    for (const matterId of Object.values(ids)) await fireClocksOf(work, matterId);
  });
  await asSystem(database.db, '2026-12-31 10:00', async (work) => {
    const { rows } = await sql<{ areaCode: string; state: string; outcome: string | null; n: number }>`
      select left(area_code, 12) as "areaCode", state, outcome, count(*)::int as n from matters.matters
      where procedure_id = 'library-card' group by 1, 2, 3
    `.execute(work.db);
    const kept = await listCounts(work, { procedureId: 'library-card' });
    const sorted = (list: readonly object[]) => list.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
    expect(sorted(kept.filter(({ n }) => n !== 0))).toEqual(sorted(rows));
    expect(kept.every(({ n }) => n >= 0)).toBe(true);
    expect(rows.map(({ state }) => state)).toContain('shelved');
    expect(await listCounts(work, { procedureId: 'library-card', underArea: '990177001002' })).toEqual([
      { areaCode: '990177001002', state: 'requested', outcome: null, n: 1 },
    ]);
  });
});
