import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, noScope, type Work } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import type { ReaderPost } from '../rules/reader.ts';
import { countHiddenNotices, rebuildInboxes } from './inbox-store.ts';
import { countUnread, deleteRead, insertNotices, loadUnreadMatters, saveRead } from './notice-store.ts';

const districtId = 990177;
const other = 990178;
let database: TestDatabase;
beforeAll(async () => void (database = await freshDatabase()));
afterAll(() => database.drop());

const bodyId = randomUUID();
const post = (over: Partial<ReaderPost> = {}): ReaderPost => ({
  accountId: randomUUID(),
  postId: randomUUID(),
  bodyId,
  isHead: false,
  ...over,
});
const head = post({ isHead: true });
const clerk = post();
/** The clerk again, in another post of the same body. */
const standsIn = post({ accountId: clerk.accountId, isHead: true });
const neighbour = post({ bodyId: randomUUID(), isHead: true });
const readers = [head, clerk, standsIn, neighbour];

const asReader = <T>(me: ReaderPost, now: Date, run: (work: Work) => Promise<T>, of = districtId): Promise<T> =>
  inTransaction(
    database.db,
    { districtId: of, scope: { ...noScope, bodyId: me.bodyId }, actor: { kind: 'public' }, now },
    run,
  );
const asEverybody = <T>(run: (work: Work) => Promise<T>): Promise<T> =>
  inTransaction(
    database.db,
    { districtId, scope: areaScope(''), actor: { kind: 'system', name: 'timer' }, now: new Date() },
    run,
  );

type Told = Pick<ReaderPost, 'bodyId'> & {
  readonly id: string;
  readonly matterId: string;
  readonly cause: string;
  readonly audience: 'body' | 'head' | 'post';
  readonly postId: string | null;
  readonly author: string | null;
};
const startedAt = Date.now();
/** It never goes back, from one test to the next either. */
let now = startedAt;

/** All that was told, and what each account has read: what the inboxes are compared with. */
const all: Told[] = [];
const read = new Set<string>();
const isFor = (me: ReaderPost) => (one: Told) =>
  one.bodyId === me.bodyId &&
  (one.audience === 'body' || (one.audience === 'head' && me.isHead) || one.postId === me.postId);
function toldTo(me: ReaderPost): Told[] {
  const mine = all.filter(isFor(me));
  return mine.filter(
    (one) =>
      one.author !== me.accountId &&
      !mine.some((first) => first.matterId === one.matterId && first.cause === one.cause && first.id < one.id),
  );
}
const unreadOf = (me: ReaderPost) => toldTo(me).filter(({ id }) => !read.has(`${me.accountId} ${id}`));

/** Numbers that follow from a seed alone. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

async function tell(told: Omit<Told, 'id'>, at: Date): Promise<void> {
  const { author, ...audience } = told;
  const kept = await asReader(head, at, async (work) => {
    const notice = { ...audience, number: '', kind: 'step', whatZh: '', whatEn: '', authorAccountId: author } as const;
    await insertNotices(work, [notice as Parameters<typeof insertNotices>[1][number]]);
  }).then(() =>
    asEverybody(({ db }) =>
      sql<{
        id: string;
      }>`select id from notices.notices where matter_id = ${told.matterId}::uuid and cause = ${told.cause}
        and audience = ${told.audience} and body_id = ${told.bodyId}::uuid and post_id is not distinct from ${told.postId}::uuid`.execute(
        db,
      ),
    ),
  );
  const id = kept.rows[0]!.id;
  if (!all.some((one) => one.id === id)) all.push({ ...told, id });
}

async function expectInboxesOfRows(now: Date, when: string): Promise<void> {
  for (const me of readers) {
    const kept = await asReader(me, now, async (work) => ({
      n: await countUnread(work, me, 100),
      matters: (await loadUnreadMatters(work, me, 100)).toSorted(),
    }));
    const waiting = unreadOf(me);
    const matters = [...new Set(waiting.map(({ matterId }) => matterId))].toSorted();
    expect({ when, ...kept }).toEqual({ when, n: waiting.length, matters });
  }
}

test.each([1, 2, 3])(
  'what waits is what was told and not read, whatever was read and told late before (seed %i)',
  async (seed) => {
    const roll = dice(seed);
    const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
    const matters = Array.from({ length: 6 }, () => randomUUID());
    for (let step = 0; step < 60; step += 1) {
      now += roll(100) * 60_000;
      const me = pick(readers);
      const kind = roll(10);
      if (kind < 5) {
        const audience = pick(['body', 'head', 'post'] as const);
        const isLate = roll(4) === 0;
        await tell(
          {
            bodyId: me.bodyId,
            matterId: pick(matters),
            cause: `entry:${roll(30)}`,
            audience,
            postId: audience === 'post' ? me.postId : null,
            author: roll(5) === 0 ? clerk.accountId : null,
          },
          new Date(isLate ? startedAt - (1 + roll(1000)) * 3_600_000 : now),
        );
      } else if (kind < 8) {
        const one = roll(3) === 0 ? null : (pick([...unreadOf(me), null])?.id ?? null);
        for (const { id } of one === null ? unreadOf(me) : [{ id: one }]) read.add(`${me.accountId} ${id}`);
        await asReader(me, new Date(now), (work) => saveRead(work, me, one));
      } else {
        const again = pick([...toldTo(me), undefined]);
        if (!again) continue;
        read.delete(`${me.accountId} ${again.id}`);
        await asReader(me, new Date(now), (work) => deleteRead(work, me, again.id));
      }
      await expectInboxesOfRows(new Date(now), `step ${step}`);
    }
    expect(await asEverybody(countHiddenNotices)).toBe(0);
  },
);

test('what an inbox hides is found, and made again', async () => {
  const at = new Date((now += 86_400_000));
  for (let nth = 0; nth < 3; nth += 1)
    await tell({ bodyId, matterId: randomUUID(), cause: `n${nth}`, audience: 'body', postId: null, author: null }, at);
  const later = new Date((now += 7_200_000));
  await asReader(head, later, (work) => saveRead(work, head, all.at(-1)!.id));
  read.add(`${head.accountId} ${all.at(-1)!.id}`);
  await expectInboxesOfRows(later, 'one was read');
  await asEverybody(({ db }) =>
    sql`delete from notices.left_unread where account_id = ${head.accountId}::uuid`.execute(db),
  );
  expect(await asReader(head, later, (work) => countUnread(work, head, 100))).toBe(0);
  expect(await asEverybody(countHiddenNotices)).toBe(unreadOf(head).length);
  await asEverybody(rebuildInboxes);
  expect(await asEverybody(countHiddenNotices)).toBe(0);
  await expectInboxesOfRows(later, 'made again');
});

test('nothing of it is seen from another district', async () => {
  expect(await asReader(head, new Date(), ({ db }) => sql`select from notices.inboxes`.execute(db))).not.toMatchObject({
    rows: [],
  });
  for (const table of [sql`notices.inboxes`, sql`notices.left_unread`])
    expect(await asReader(head, new Date(), ({ db }) => sql`select from ${table}`.execute(db), other)).toMatchObject({
      rows: [],
    });
});
