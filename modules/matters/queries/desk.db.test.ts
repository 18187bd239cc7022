import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Work } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { forgetView, keepView, lookAtMatter, watchMatter } from '../actions/keep-desk.ts';
import type { QueueName } from '../contract/views.ts';
import { forgetLookers } from '../store/watch-store.ts';
import { sayToldBy } from '../store/told-source.ts';
import { libraries } from '../testing/library-desk.ts';
import { as, asSystem, go, open, setUpLibraryDistrict, staff } from '../testing/library-district.ts';
import { countQueues } from './count-queues.ts';
import { findMatterPage } from './get-matter-page.ts';
import { listChanges } from './list-changes.ts';
import { listMatters } from './list-matters.ts';
import { listOthersLooking } from './list-others-looking.ts';
import { listViews } from './list-views.ts';

const north = staff('north');
const chief = staff('north', 'chief');
const south = staff('south');
const reason = '不归我们管';
const noon = '2026-11-16 12:00';

let database: TestDatabase;
let matterId: string;
beforeAll(async () => {
  database = await freshDatabase();
  await setUpLibraryDistrict(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  sayToldBy(() => Promise.resolve([]));
  matterId = await open(database.db, 'north', '2026-11-16 10:00');
  await go(database.db, matterId, [north, '2026-11-16 11:00', 'take']);
});

const run = <T>(actor: Actor, job: (work: Work) => Promise<T>, now = noon) => as(database.db, actor, now, job);
async function isIn(actor: Actor, queue: QueueName): Promise<boolean> {
  const page = await run(actor, (work) => listMatters(work, { queue, limit: 50 }));
  if (!page.ok) throw new Error(page.code);
  return page.value.rows.some(({ id }) => id === matterId);
}
const passOn: [Actor, string, string, object] = [
  north,
  '2026-11-16 11:10',
  'passOn',
  { body: libraries.archive.bodyId, reason },
];

describe('what came back (退回来的)', () => {
  test('an offer that was declined is there until we act, and was not there before', async () => {
    expect(await isIn(north, 'returned')).toBe(false);
    await go(database.db, matterId, passOn as never);
    expect(await isIn(north, 'returned')).toBe(false);
    await go(database.db, matterId, [staff('archive'), '2026-11-16 11:20', 'decline', { reason }]);
    expect(await isIn(north, 'returned')).toBe(true);
    expect(await isIn(south, 'returned')).toBe(false);
    await go(database.db, matterId, [north, '2026-11-16 11:30', 'note', { note: '再想办法' }]);
    expect(await isIn(north, 'returned')).toBe(false);
  });

  test('what waits for a signature is asked of the head, and has not come back', async () => {
    await go(database.db, matterId, [north, '2026-11-16 11:10', 'giveUp', { reply: '没有，真有志气' }]);
    expect(await isIn(chief, 'askedOfMe')).toBe(true);
    expect(await isIn(north, 'askedOfMe')).toBe(false);
    expect(await isIn(north, 'returned')).toBe(false);
  });
});

describe('what is asked of me (找我的)', () => {
  test('an offer waits for whoever was asked, and for nobody else', async () => {
    await go(database.db, matterId, passOn as never);
    expect(await isIn(staff('archive'), 'askedOfMe')).toBe(true);
    expect(await isIn(north, 'askedOfMe')).toBe(false);
    expect(await isIn(south, 'askedOfMe')).toBe(false);
  });

  test('what the post was told and has not read waits too, but only in its scope', async () => {
    sayToldBy(() => Promise.resolve([matterId]));
    expect(await isIn(north, 'askedOfMe')).toBe(true);
    expect(await isIn(south, 'askedOfMe')).toBe(false);
    sayToldBy(() => Promise.resolve([]));
    expect(await isIn(north, 'askedOfMe')).toBe(false);
  });
});

describe('a star (关注)', () => {
  test('is one person’s: put twice it is one, taken away it is none', async () => {
    for (const watched of [true, true])
      expect(await run(north, (work) => watchMatter(work, matterId, watched))).toMatchObject({ value: { watched } });
    expect(await isIn(north, 'watched')).toBe(true);
    expect(await isIn(chief, 'watched')).toBe(false);
    expect((await run(north, (work) => findMatterPage(work, matterId)))?.watched).toBe(true);
    expect((await run(chief, (work) => findMatterPage(work, matterId)))?.watched).toBe(false);
    const counted = await run(north, countQueues);
    expect(counted.find(({ queue }) => queue === 'watched')?.n).toBe(1);
    await run(north, (work) => watchMatter(work, matterId, false));
    expect(await isIn(north, 'watched')).toBe(false);
  });

  test('cannot be put from next door, nor is one put there seen', async () => {
    expect(await run(south, (work) => watchMatter(work, matterId, true))).toMatchObject({ code: 'matter.not_found' });
    expect(await run({ kind: 'public' }, (work) => watchMatter(work, matterId, true))).toMatchObject({ ok: false });
  });
});

describe('who looks (正在看)', () => {
  test('colleagues see each other for a minute; then there is no row of it', async () => {
    await run(north, (work) => lookAtMatter(work, matterId));
    const seen = await run(chief, (work) => listOthersLooking(work, matterId));
    expect(seen.map(({ name }) => name.en)).toEqual(['north clerk']);
    expect(await run(north, (work) => listOthersLooking(work, matterId))).toEqual([]);
    expect(await run(chief, (work) => listOthersLooking(work, matterId), '2026-11-16 12:01')).toEqual([]);
    await asSystem(database.db, '2026-11-16 12:01', forgetLookers);
    const rows = await asSystem(database.db, noon, (work) =>
      work.db.selectFrom('matters.lookers').selectAll().execute(),
    );
    expect(rows).toEqual([]);
  });

  test('the neighbour neither looks nor sees who does', async () => {
    await run(north, (work) => lookAtMatter(work, matterId));
    expect(await run(south, (work) => lookAtMatter(work, matterId))).toMatchObject({ code: 'matter.not_found' });
    expect(await run(south, (work) => listOthersLooking(work, matterId))).toEqual([]);
  });
});

describe('a saved view (常用视图)', () => {
  const search = { queue: 'overdue', words: '县志' } as const;
  test('half a character and what no screen shows are left out of what is kept', async () => {
    const dirty = { queue: 'open', words: '县\ud83d志\u0000', state: '\ud83d' } as const;
    const kept = await run(north, (work) => keepView(work, { name: '半\ud83d个', search: dirty }));
    expect(kept).toMatchObject({
      ok: true,
      value: { search: { queue: 'open', words: '县\ufffd志', state: '\ufffd' } },
    });
    if (kept.ok) await run(north, (work) => forgetView(work, kept.value.id));
  });

  test('is kept under its name, changed by the same name, and forgotten', async () => {
    const kept = await run(north, (work) => keepView(work, { name: ' 超时的县志 ', search }));
    expect(kept).toMatchObject({ value: { name: '超时的县志', search } });
    await run(north, (work) => keepView(work, { name: '超时的县志', search: { queue: 'open' } }));
    const [view] = await run(north, listViews);
    expect([view?.search, (await run(north, listViews)).length]).toEqual([{ queue: 'open' }, 1]);
    const id = view?.id as string;
    expect(await run(chief, (work) => forgetView(work, id))).toMatchObject({ code: 'view.not_found' });
    expect(await run(chief, listViews)).toEqual([]);
    expect(await run(north, (work) => forgetView(work, id))).toMatchObject({ ok: true });
    expect(await run(north, listViews)).toEqual([]);
  });

  test.each([
    ['', 'view.name'],
    ['一'.repeat(31), 'view.name'],
  ])('refuses the name %j', async (name, code) => {
    expect(await run(north, (work) => keepView(work, { name, search }))).toMatchObject({ code });
  });

  test('refuses the twenty-first', async () => {
    const kept = await run(south, async (work) => {
      const codes = [];
      for (let i = 0; i < 21; i += 1) {
        const one = await keepView(work, { name: `视图${i}`, search });
        codes.push(one.ok ? 'ok' : one.code);
      }
      return codes;
    });
    expect(kept.filter((code) => code === 'ok')).toHaveLength(20);
    expect(kept.at(-1)).toBe('view.too_many');
  });
});

describe('what changed (新动态)', () => {
  const since = (text: string) => new Date(`2026-11-16T${text}+08:00`);
  const hear = (actor: Actor, from: Date | undefined, now: string) =>
    run(actor, (work) => listChanges(work, from), now);

  test('tells the step of a colleague to who may see it, and nothing to the neighbour', async () => {
    const news = await hear(chief, since('10:59:58'), '2026-11-16 11:00');
    expect(news.changed).toContainEqual({ id: matterId, seq: 2 });
    expect((await hear(south, since('10:59:58'), '2026-11-16 11:00')).changed).toEqual([]);
    const later = await hear(chief, since('11:00:20'), '2026-11-16 11:01');
    expect(later.changed.map(({ id }) => id)).not.toContain(matterId);
  });

  test('says to look at everything after a long absence, and nothing is listed then', async () => {
    expect(await hear(chief, since('10:00:00'), '2026-11-16 11:00')).toMatchObject({ changed: [], more: true });
  });
});
