import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { findMatterPage } from '../queries/get-matter-page.ts';
import { listMatters } from '../queries/list-matters.ts';
import { verifyTimelines } from '../queries/verify-timeline.ts';
import { loadMatter } from '../store/matter-store.ts';
import { at, clerkOf, libraries, reader } from '../testing/library-desk.ts';
import {
  act,
  areaOf,
  as,
  asSystem,
  go,
  open,
  orderAt,
  readerOf,
  setUpLibraryDistrict,
  staff,
} from '../testing/library-district.ts';
import { fireClocksOf, listMattersWithMisses } from './fire-clocks.ts';
import { playHistory, type History, type PastStep } from './play-history.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await setUpLibraryDistrict(database.db);
});
afterAll(() => database.drop());

const fire = (matterId: string, now: string) => asSystem(database.db, now, (work) => fireClocksOf(work, matterId));
const misses = (now: string) => asSystem(database.db, now, (work) => listMattersWithMisses(work, 100));
const load = async (matterId: string) =>
  (await asSystem(database.db, '2026-11-16 10:00', (work) => loadMatter(work, matterId)))!.matter;
const timeline = async (matterId: string) =>
  (await asSystem(database.db, '2027-03-01 10:00', (work) => findMatterPage(work, matterId)))!.timeline.map(
    ({ seq, kind, step, at: when }) => [seq, kind, step, when],
  );

describe('a limit that ran out (超时)', () => {
  test('is found after its instant and not at it', async () => {
    const id = await open(database.db, 'north');
    expect(await misses('2026-11-16 23:59')).not.toContain(id);
    expect(await misses('2026-11-17 00:00')).not.toContain(id);
    expect(await misses('2026-11-17 00:01')).toContain(id);
  });

  test('is noted once, also when two timers come at once', async () => {
    const id = await open(database.db, 'north');
    const written = await Promise.all([
      fire(id, '2026-11-17 00:05'),
      fire(id, '2026-11-17 00:05'),
      fire(id, '2026-11-17 00:05'),
    ]);
    expect(written.sort()).toEqual([0, 0, 1]);
    expect(await fire(id, '2026-11-18 00:05')).toBe(0);
    expect(await misses('2026-11-18 00:05')).not.toContain(id);
    expect(await timeline(id)).toEqual([
      [1, 'opened', null, at('2026-11-16 10:00').toISOString()],
      [2, 'clockMissed', null, at('2026-11-17 00:05').toISOString()],
    ]);
    expect((await load(id)).clocks.find(({ clock }) => clock === 'taking')).toMatchObject({
      missedAt: at('2026-11-17 00:05'),
      endedAt: null,
    });
  });

  test('can still be met, late', async () => {
    const id = await open(database.db, 'north');
    await fire(id, '2026-11-17 00:05');
    await go(database.db, id, [staff('north'), '2026-11-17 09:30', 'take']);
    const page = await asSystem(database.db, '2026-11-17 10:00', (work) => findMatterPage(work, id));
    expect(page?.clocks.find(({ clock }) => clock === 'taking')?.standing).toBe('metLate');
  });

  test('in a wait takes the step that ends it, as the clock', async () => {
    const id = await open(database.db, 'north');
    await go(
      database.db,
      id,
      [staff('north'), '2026-11-16 11:00', 'take'],
      [staff('north'), '2026-11-16 12:00', 'lend'],
    );
    expect(await fire(id, '2026-12-02 00:05')).toBe(2);
    expect(await load(id)).toMatchObject({ state: 'searching', seq: 5, holder: { bodyId: libraries.north.bodyId } });
    const page = await asSystem(database.db, '2026-12-02 00:06', (work) => findMatterPage(work, id));
    expect(page?.timeline.slice(-2)).toMatchObject([
      { kind: 'clockMissed', sentence: { zh: expect.stringContaining('2026年12月1日 24:00') } },
      { kind: 'stepTaken', step: 'recall', by: { role: { en: 'the clock' }, worker: null } },
    ]);
  });

  test('counts before a step that comes too late, whichever of the two the database takes first', async () => {
    const id = await open(database.db, 'north');
    await go(
      database.db,
      id,
      [staff('north'), '2026-11-16 11:00', 'take'],
      [staff('north'), '2026-11-16 12:00', 'lend'],
    );
    const [fired, brought] = await Promise.all([
      fire(id, '2026-12-02 00:05'),
      act(database.db, readerOf(id), '2026-12-02 00:05', { matterId: id, step: 'bringBack', seenSeq: 3 }),
    ]);
    expect([fired, brought]).toEqual([2, expect.objectContaining({ ok: false, code: 'step.not_in_this_state' })]);
    expect(await load(id)).toMatchObject({ state: 'searching', seq: 5 });
  });

  test('of a matter that nobody knows is none', async () => {
    expect(await fire(uuidv7(), '2026-12-02 00:05')).toBe(0);
  });
});

describe('a history (历史事项)', () => {
  const north = clerkOf('north');
  const history = (steps: PastStep[], until: string): History => ({
    procedureId: 'library-card',
    procedureVersion: 1,
    commandId: uuidv7(),
    openedAt: at('2026-03-02 10:00'),
    title: '旧县志',
    areaCode: areaOf.north,
    place: '北馆',
    by: reader,
    role: 'reader',
    firstContact: orderAt('north').firstContact,
    keeper: libraries.north,
    input: { what: '一本旧县志' },
    steps,
    until: at(until),
  });
  const play = async (past: History) => asSystem(database.db, past.until, (work) => playHistory(work, past));
  const taken: PastStep = { at: at('2026-03-04 09:30'), step: 'take', by: north, input: {} };
  const lent: PastStep = { at: at('2026-03-04 10:00'), step: 'lend', by: north, input: {} };

  test('notes each miss at its own instant, and takes the steps that follow there', async () => {
    const played = await play(history([taken, lent], '2026-03-25 10:00'));
    if (!played.ok) throw new Error(played.code);
    const just = (when: string) => new Date(at(when).getTime() + 1).toISOString();
    expect(await timeline(played.value.matterId)).toEqual([
      [1, 'opened', null, at('2026-03-02 10:00').toISOString()],
      [2, 'clockMissed', null, just('2026-03-03 00:00')],
      [3, 'stepTaken', 'take', taken.at.toISOString()],
      [4, 'stepTaken', 'lend', lent.at.toISOString()],
      [5, 'clockMissed', null, just('2026-03-20 00:00')],
      [6, 'stepTaken', 'recall', just('2026-03-20 00:00')],
    ]);
    const { matter } = played.value;
    expect(matter.clocks.find(({ clock }) => clock === 'search')).toMatchObject({
      dueAt: at('2026-03-26 18:00'),
      missedAt: null,
    });
  });

  test('is the same matter as one that lived through it', async () => {
    const lived = await open(database.db, 'north', '2026-03-02 10:00', { areaCode: areaOf.north });
    await fire(lived, '2026-03-03 00:00');
    await asSystem(database.db, new Date(at('2026-03-03 00:00').getTime() + 1), (work) => fireClocksOf(work, lived));
    await go(
      database.db,
      lived,
      [staff('north'), '2026-03-04 09:30', 'take'],
      [staff('north'), '2026-03-04 10:00', 'lend'],
    );
    const played = await play(history([taken, lent], '2026-03-04 12:00'));
    if (!played.ok) throw new Error(played.code);
    const alive = await load(lived);
    expect({ ...(await load(played.value.matterId)), id: lived }).toEqual(alive);
    expect({ ...played.value.matter, id: lived }).toEqual({
      ...alive,
      clocks: expect.arrayContaining([...alive.clocks]),
    });
  });

  test('may be searched, listed and verified like any other', async () => {
    const played = await play(history([taken], '2026-03-04 12:00'));
    if (!played.ok) throw new Error(played.code);
    const found = await as(database.db, staff('north'), '2026-03-05 10:00', (work) =>
      listMatters(work, { queue: 'handling', words: '县志', limit: 50 }),
    );
    expect(found.ok && found.value.rows.map((row) => row.id)).toContain(played.value.matterId);
    expect(await asSystem(database.db, '2026-03-05 10:00', (work) => verifyTimelines(work))).toMatchObject({
      misfits: [],
    });
    expect(await fire(played.value.matterId, '2026-03-04 12:00')).toBe(0);
  });

  test.each<[string, PastStep, object]>([
    ['a step that is not allowed', { ...lent, at: at('2026-03-02 11:00') }, { code: 'step.not_in_this_state' }],
    ['an input that is wrong', { ...taken, input: { memo: 'x' } }, { code: 'input.fields' }],
    ['an asker who has no part', { ...taken, by: clerkOf('south') }, { code: 'step.not_yours' }],
  ])('with %s is refused whole', async (_, step, refusal) => {
    const before = await misses('2027-03-01 10:00');
    expect(await play(history([step], '2026-03-25 10:00'))).toMatchObject({ ok: false, ...refusal });
    expect(await misses('2027-03-01 10:00')).toEqual(before);
  });
});
