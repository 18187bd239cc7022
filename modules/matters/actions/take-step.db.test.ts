import { v7 as uuidv7 } from 'uuid';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Work } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { findMatterPage, listEntriesSince } from '../queries/get-matter-page.ts';
import { loadMatter } from '../store/matter-store.ts';
import { chiefOf, clerkOf, libraries } from '../testing/library-desk.ts';
import {
  act,
  as,
  asSystem,
  go,
  open,
  orderAt,
  readerOf,
  setUpLibraryDistrict,
  staff,
} from '../testing/library-district.ts';
import { openMatter } from './open-matter.ts';
import { listenToRecorded, type Recorded } from './recorded.ts';
import { takeStep } from './take-step.ts';

let database: TestDatabase;
let watcher: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  watcher = new pg.Client({ connectionString: database.url });
  await watcher.connect();
  await setUpLibraryDistrict(database.db);
});
afterAll(async () => {
  await watcher.end();
  await database.drop();
});

/** Runs the first without letting it finish until the second has come up against it, or is through. */
async function overlapping<A, B>(
  first: (hold: () => Promise<void>) => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  let later: Promise<B> | undefined;
  const hold = async () => {
    const state = { through: false };
    later = second();
    const passed = () => {
      state.through = true;
    };
    later.then(passed, passed);
    const waiting = 'select 1 from pg_stat_activity where datname = current_database() and wait_event_type = $1';
    while (!state.through && (await watcher.query(waiting, ['Lock'])).rows.length === 0)
      await new Promise(setImmediate);
  };
  const done = await first(hold);
  return [done, await (later as Promise<B>)];
}

const load = async (matterId: string) =>
  (await asSystem(database.db, '2026-11-16 20:00', (work) => loadMatter(work, matterId)))!.matter;
const count = async (table: 'matters.matters' | 'matters.timeline' | 'matters.commands') => {
  const row = await asSystem(database.db, '2026-11-16 20:00', ({ db }) =>
    db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
  );
  return row.n;
};

describe('opening a matter (登记)', () => {
  test('gives it a number, a first contact, a keeper, clocks and a first entry', async () => {
    const id = await open(database.db, 'north', '2026-11-16 10:00', {
      input: { what: '县志  \u202E第三卷\n想借' },
      title: '县志  \u202E第三卷\n想借',
      place: ' 北馆\t门口',
    });
    const page = await as(database.db, readerOf(id), '2026-11-16 10:01', (work) => findMatterPage(work, id));
    expect(page).toMatchObject({
      number: expect.stringMatching(/^2611-0000[1-9]-[0-9]$/),
      title: '县志 第三卷 想借',
      place: '北馆 门口',
      state: 'requested',
      seq: 1,
      firstContact: { name: { en: 'north clerk' } },
      holder: { body: { id: libraries.north.bodyId }, worker: { name: { en: 'north chief' } } },
      offer: null,
      clocks: [{ clock: 'taking' }, { clock: 'total' }],
      timeline: [{ seq: 1, kind: 'opened', words: [{ name: 'what', text: '县志  第三卷\n想借' }] }],
    });
  });

  test('counts numbers without gaps in each month of the district', async () => {
    const ids = [
      await open(database.db, 'north', '2027-02-28 23:59'),
      await open(database.db, 'south', '2027-02-28 23:59'),
      await open(database.db, 'north', '2027-03-01 00:00'),
    ];
    const numbers = await asSystem(database.db, '2027-03-02 10:00', async (work) =>
      Promise.all(ids.map(async (id) => (await loadMatter(work, id))?.face.number.slice(0, 10))),
    );
    expect(numbers).toEqual(['2702-00001', '2702-00002', '2703-00001']);
  });

  test('refuses what was filled in wrongly and writes nothing', async () => {
    const before = await count('matters.matters');
    const order = orderAt('north', { input: { what: '书', extra: 1 } });
    const refused = await as(database.db, readerOf(order.matterId!), '2026-11-16 10:00', (work) =>
      openMatter(work, order),
    );
    expect(refused).toEqual({
      ok: false,
      code: 'input.fields',
      fields: { what: { code: 'field.too_short', details: { min: 2 } }, extra: { code: 'field.unknown' } },
    });
    expect(await count('matters.matters')).toBe(before);
  });

  test('happens once when it is sent three times, also all at once', async () => {
    const before = await count('matters.matters');
    const order = orderAt('north');
    const send = () =>
      as(database.db, readerOf(order.matterId!), '2026-11-16 10:00', (work) => openMatter(work, order));
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.every((answer) => answer.ok && answer.value.matterId === order.matterId)).toBe(true);
    expect(answers.filter((answer) => answer.ok && answer.value.repeated)).toHaveLength(2);
    expect(await send()).toMatchObject({ ok: true, value: { repeated: true } });
    expect(await count('matters.matters')).toBe(before + 1);
  });

  test('waits for the same command that is still under way', async () => {
    const order = orderAt('north');
    const reader = readerOf(order.matterId!);
    const [first, second] = await overlapping(
      (hold) =>
        as(database.db, reader, '2026-11-16 10:00', async (work) => {
          const opened = await openMatter(work, order);
          await hold();
          return opened;
        }),
      () => as(database.db, reader, '2026-11-16 10:00', (work) => openMatter(work, order)),
    );
    expect(first).toMatchObject({ ok: true, value: { repeated: false } });
    expect(second).toMatchObject({ ok: true, value: { matterId: order.matterId, repeated: true } });
  });

  test('is not another step’s command', async () => {
    const id = await open(database.db, 'north');
    const commandId = uuidv7();
    await act(database.db, staff('north'), '2026-11-16 11:00', { matterId: id, step: 'take', commandId });
    const order = orderAt('north', { commandId });
    const refused = await as(database.db, readerOf(order.matterId!), '2026-11-16 12:00', (work) =>
      openMatter(work, order),
    );
    expect(refused).toEqual({ ok: false, code: 'command.used_elsewhere' });
  });
});

describe('two people at the same instant', () => {
  test('one wins, and the other hears what changed', async () => {
    const id = await open(database.db, 'north');
    const take = (actor: ReturnType<typeof staff>) =>
      act(database.db, actor, '2026-11-16 11:00', { matterId: id, step: 'take', seenSeq: 1 });
    const answers = await Promise.all([take(staff('north')), take(staff('north', 'chief'))]);
    const winner = answers.findIndex((answer) => answer.ok);
    expect(answers[winner]).toEqual({ ok: true, value: { seq: 2, state: 'searching', repeated: false } });
    expect(answers[1 - winner]).toMatchObject({ ok: false, code: 'step.not_in_this_state', changedSince: 1 });

    const page = await as(database.db, staff('north'), '2026-11-16 11:00', (work) => listEntriesSince(work, id, 1));
    expect(page).toMatchObject([
      { seq: 2, step: 'take', by: { worker: { name: { en: winner === 0 ? 'north clerk' : 'north chief' } } } },
    ]);
    expect(await load(id)).toMatchObject({
      seq: 2,
      holder: { accountId: winner === 0 ? clerkOf('north').accountId : chiefOf('north').accountId },
    });
  });

  test('the second waits for the first to be written, and then decides on what stands', async () => {
    const id = await open(database.db, 'north');
    const order = () => ({ matterId: id, step: 'take', commandId: uuidv7(), seenSeq: 1, input: {} });
    const [first, second] = await overlapping(
      (hold) =>
        as(database.db, staff('north'), '2026-11-16 11:00', async (work) => {
          const taken = await takeStep(work, order());
          await hold();
          return taken;
        }),
      () => as(database.db, staff('north', 'chief'), '2026-11-16 11:00', (work) => takeStep(work, order())),
    );
    expect(first).toMatchObject({ ok: true, value: { seq: 2 } });
    expect(second).toMatchObject({ ok: false, code: 'step.not_in_this_state', changedSince: 1 });
  });

  test('take different steps, and both stand one after the other', async () => {
    const id = await open(database.db, 'north');
    await go(database.db, id, [staff('north'), '2026-11-16 11:00', 'take']);
    const note = (actor: ReturnType<typeof staff>, text: string) =>
      act(database.db, actor, '2026-11-16 12:00', { matterId: id, step: 'note', seenSeq: 2, input: { note: text } });
    const answers = await Promise.all([
      note(staff('north'), '一号书架'),
      note(staff('north', 'chief'), '二号书架'),
      note(staff('north'), '三号书架'),
    ]);
    expect(answers.map((answer) => answer.ok && answer.value.seq).sort()).toEqual([3, 4, 5]);
  });

  test('a refusal on a page that was up to date names no change', async () => {
    const id = await open(database.db, 'north');
    const refused = await act(database.db, staff('north'), '2026-11-16 11:00', {
      matterId: id,
      step: 'lend',
      seenSeq: 1,
    });
    expect(refused).toMatchObject({ ok: false, code: 'step.not_in_this_state' });
    expect(refused).not.toHaveProperty('changedSince');
  });
});

describe('the same command (重复提交)', () => {
  test('happens once, sent three times in a row', async () => {
    const id = await open(database.db, 'north');
    const order = { matterId: id, step: 'take', commandId: uuidv7(), seenSeq: 1 };
    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push(await act(database.db, staff('north'), '2026-11-16 11:00', order));
    expect(answers.map((answer) => answer.ok && answer.value)).toEqual([
      { seq: 2, state: 'searching', repeated: false },
      { seq: 2, state: 'searching', repeated: true },
      { seq: 2, state: 'searching', repeated: true },
    ]);
  });

  test('happens once, sent three times at once', async () => {
    const id = await open(database.db, 'north');
    await go(database.db, id, [staff('north'), '2026-11-16 11:00', 'take']);
    const order = { matterId: id, step: 'note', commandId: uuidv7(), seenSeq: 2, input: { note: '一号书架' } };
    const answers = await Promise.all([1, 2, 3].map(() => act(database.db, staff('north'), '2026-11-16 12:00', order)));
    expect(answers.map((answer) => answer.ok && answer.value.seq)).toEqual([3, 3, 3]);
    expect(answers.filter((answer) => answer.ok && answer.value.repeated)).toHaveLength(2);
    expect((await load(id)).seq).toBe(3);
  });

  test('is refused on another matter or for another step', async () => {
    const [one, two] = [await open(database.db, 'north'), await open(database.db, 'north')];
    const commandId = uuidv7();
    await act(database.db, staff('north'), '2026-11-16 11:00', { matterId: one, step: 'take', commandId });
    for (const [matterId, step] of [
      [two, 'take'],
      [one, 'lend'],
    ] as const)
      expect(await act(database.db, staff('north'), '2026-11-16 12:00', { matterId, step, commandId })).toEqual({
        ok: false,
        code: 'command.used_elsewhere',
      });
    expect((await load(two)).seq).toBe(1);
  });

  test('sent to two matters at once happens to one of them', async () => {
    const [one, two] = [await open(database.db, 'north'), await open(database.db, 'north')];
    const commandId = uuidv7();
    const order = (matterId: string) => ({ matterId, step: 'take', commandId, seenSeq: 1, input: {} });
    const [first, second] = await overlapping(
      (hold) =>
        as(database.db, staff('north'), '2026-11-16 11:00', async (work) => {
          const taken = await takeStep(work, order(one));
          await hold();
          return taken;
        }),
      () => as(database.db, staff('north'), '2026-11-16 11:00', (work) => takeStep(work, order(two))),
    );
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual({ ok: false, code: 'command.used_elsewhere' });
    expect([(await load(one)).seq, (await load(two)).seq]).toEqual([2, 1]);
  });
});

describe('a step that is refused', () => {
  test.each<[string, ReturnType<typeof staff>, string, Record<string, unknown>, object]>([
    ['is unknown', staff('north'), 'burn', {}, { code: 'step.unknown' }],
    [
      'lacks what it asks for',
      staff('north'),
      'handOver',
      {},
      { code: 'input.fields', fields: { reply: { code: 'field.required' } } },
    ],
    [
      'goes to a body that does not exist',
      staff('north'),
      'passOn',
      { body: uuidv7(), reason: '不归我们' },
      { code: 'transfer.no_such_body' },
    ],
    [
      'goes to a body that the field does not allow',
      staff('north'),
      'passOn',
      { body: libraries.main.bodyId, reason: '不归我们' },
      { code: 'transfer.no_such_body' },
    ],
    [
      'goes to the body that has it',
      staff('north'),
      'passOn',
      { body: libraries.north.bodyId, reason: '不归我们' },
      { code: 'transfer.to_holder' },
    ],
    ['is a superior’s who does not hold it', staff('main', 'chief'), 'lend', {}, { code: 'step.not_yours' }],
    ['is a neighbour’s', staff('south'), 'lend', {}, { code: 'matter.not_found' }],
  ])('because it %s writes nothing', async (_, actor, step, input, refusal) => {
    const id = await open(database.db, 'north');
    await go(database.db, id, [staff('north'), '2026-11-16 11:00', 'take']);
    const before = [await count('matters.timeline'), await count('matters.commands')];
    expect(await act(database.db, actor, '2026-11-16 12:00', { matterId: id, step, input })).toMatchObject({
      ok: false,
      ...refusal,
    });
    expect([await count('matters.timeline'), await count('matters.commands')]).toEqual(before);
    expect((await load(id)).seq).toBe(2);
  });

  test('may be sent again, put right, with the same command', async () => {
    const id = await open(database.db, 'north');
    await go(database.db, id, [staff('north'), '2026-11-16 11:00', 'take']);
    const order = { matterId: id, step: 'handOver', commandId: uuidv7() };
    expect(await act(database.db, staff('north'), '2026-11-16 12:00', order)).toMatchObject({ code: 'input.fields' });
    expect(
      await act(database.db, staff('north'), '2026-11-16 12:01', { ...order, input: { reply: '在这里' } }),
    ).toMatchObject({ ok: true, value: { seq: 3, repeated: false } });
  });

  test('is not the reader’s of another matter', async () => {
    const [one, two] = [await open(database.db, 'north'), await open(database.db, 'north')];
    expect(await act(database.db, readerOf(two), '2026-11-16 12:00', { matterId: one, step: 'cancel' })).toEqual({
      ok: false,
      code: 'matter.not_found',
    });
    expect(await act(database.db, { kind: 'public' }, '2026-11-16 12:00', { matterId: one, step: 'cancel' })).toEqual({
      ok: false,
      code: 'matter.not_found',
    });
    expect(await act(database.db, readerOf(one), '2026-11-16 12:00', { matterId: one, step: 'cancel' })).toMatchObject({
      ok: true,
    });
  });
});

test('a matter goes its whole way: third hop, ruling, wait, end, reopening', async () => {
  const { db } = database;
  const id = await open(db, 'north');
  const reason = '不归我们';
  await go(
    db,
    id,
    [staff('north'), '2026-11-16 11:00', 'take', { memo: '先查旧书库' }],
    [staff('north'), '2026-11-16 11:10', 'sendUp', { reason }],
    [staff('main'), '2026-11-16 14:00', 'take'],
    [staff('main'), '2026-11-16 14:10', 'passOn', { body: libraries.archive.bodyId, reason }],
    [staff('archive'), '2026-11-16 15:00', 'take'],
    [staff('archive'), '2026-11-16 15:10', 'sendBack', { reason }],
  );
  expect(await load(id)).toMatchObject({
    state: 'disputed',
    hops: 3,
    holder: { bodyId: libraries.archive.bodyId },
    offer: { to: { bodyId: libraries.centre.bodyId, headAccountId: chiefOf('centre').accountId } },
    cameFrom: [libraries.north.bodyId, libraries.main.bodyId],
  });
  await go(
    db,
    id,
    [staff('centre', 'chief'), '2026-11-17 09:30', 'settle', { body: libraries.north.bodyId, reason }],
    [staff('north'), '2026-11-17 10:00', 'lend'],
    [readerOf(id), '2026-11-18 10:00', 'extend', { weeks: 'two' }],
    [readerOf(id), '2026-11-19 10:00', 'bringBack'],
    [staff('north'), '2026-11-19 11:00', 'handOver', { reply: '办好了' }],
    [readerOf(id), '2026-11-19 12:00', 'judge', { mark: 5 }],
    [readerOf(id), '2026-11-20 12:00', 'lookAgain', { reason: '少了一页' }],
  );
  const matter = await load(id);
  expect(matter).toMatchObject({
    state: 'searching',
    conclusion: null,
    reopenings: 1,
    seq: 14,
    holder: { bodyId: libraries.north.bodyId },
  });
  expect(matter.clocks.filter(({ clock }) => clock === 'total')).toMatchObject([
    { run: 1, ending: 'met' },
    { run: 2, ending: null },
  ]);

  const page = await as(db, readerOf(id), '2026-11-20 12:01', (work) => findMatterPage(work, id));
  expect(page?.heldBefore.map((name) => name.en)).toEqual(['north', 'main', 'archive']);
  expect(page?.timeline.map((entry) => entry.sentence.en).join(' ')).not.toMatch(/\{\{|undefined/);
  expect(page?.timeline[2]?.sentence.en).toBe('North sent it up to main.');
  expect(page?.timeline.at(-2)?.rating).toBe(5);
});

test('those above hear of every step in its own transaction', async () => {
  const heard: Recorded[] = [];
  listenToRecorded('library test', async (_work: Work, recorded) => {
    heard.push(recorded);
    if (recorded.after.state === 'lent') throw new Error('the listener could not');
  });
  const id = await open(database.db, 'north');
  await go(database.db, id, [staff('north'), '2026-11-16 11:00', 'take']);
  expect(heard.map(({ before, after }) => [before?.state, after.state])).toEqual([
    [undefined, 'requested'],
    ['requested', 'searching'],
  ]);
  await expect(act(database.db, staff('north'), '2026-11-16 12:00', { matterId: id, step: 'lend' })).rejects.toThrow(
    'could not',
  );
  expect((await load(id)).state).toBe('searching');
  listenToRecorded('library test', async () => {});
});

test('a step on a matter that does not exist is refused', async () => {
  const order = { matterId: uuidv7(), step: 'take', commandId: uuidv7(), seenSeq: 1, input: {} };
  expect(await as(database.db, staff('north'), '2026-11-16 12:00', (work) => takeStep(work, order))).toEqual({
    ok: false,
    code: 'matter.not_found',
  });
});
