import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, noScope } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { findReason, listPrecedents } from '../queries/list-precedents.ts';
import { tellSubjectsBy } from '../store/subject-source.ts';
import { at, clerkOf, libraries, reader } from '../testing/library-desk.ts';
import {
  act,
  areaOf,
  as,
  asSystem,
  districtId,
  go,
  open,
  orderAt,
  setUpLibraryDistrict,
  staff,
} from '../testing/library-district.ts';
import { playHistory } from './play-history.ts';
import { listenToRecorded } from './recorded.ts';

const subjects = new Map<string, string>();
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await setUpLibraryDistrict(database.db);
  tellSubjectsBy('library-card', async (_, matterId) => subjects.get(matterId));
});
afterAll(() => database.drop());

let subject: string;
beforeEach(() => {
  subject = uuidv7();
});
afterEach(() => listenToRecorded('precedents test', async () => {}));

const reason = '县志归档案馆';
const kept = () =>
  asSystem(database.db, '2026-12-31 10:00', ({ db }) =>
    db.selectFrom('matters.precedents').selectAll().where('subject', '=', subject).orderBy('at').execute(),
  );

/** A matter of this kind that north has, after two transfers were declined: the third goes to the main library's chief. */
async function dispute(about = subject, day = '2026-11-16'): Promise<string> {
  const id = await open(database.db, 'north', `${day} 10:00`);
  subjects.set(id, about);
  const body = libraries.south.bodyId;
  await go(
    database.db,
    id,
    [staff('north'), `${day} 10:10`, 'take'],
    [staff('north'), `${day} 10:20`, 'passOn', { body, reason: '不归我们' }],
    [staff('south'), `${day} 10:30`, 'decline', { reason: '不归我们' }],
    [staff('north'), `${day} 10:40`, 'passOn', { body, reason: '还是不归我们' }],
    [staff('south'), `${day} 10:50`, 'decline', { reason: '不归我们' }],
    [staff('north'), `${day} 11:00`, 'passOn', { body, reason: '请裁定' }],
  );
  return id;
}
const rule = (matterId: string, now = '2026-11-16 12:00', body = libraries.archive.bodyId) =>
  act(database.db, staff('main', 'chief'), now, { matterId, step: 'settle', input: { body, reason } });
const seenBy = (actor: ReturnType<typeof staff>, matterId: string, step = 'passOn') =>
  as(database.db, actor, '2026-12-01 10:00', (work) => listPrecedents(work, { matterId, step }));

describe('a ruling (裁定)', () => {
  test('is kept as a precedent with who was asked, who does it and who ruled', async () => {
    const id = await dispute();
    expect(await rule(id)).toMatchObject({ ok: true, value: { seq: 8 } });
    expect(await kept()).toMatchObject([
      {
        procedure_id: 'library-card',
        area_code: '990177001',
        asked_body_ids: [libraries.north.bodyId, libraries.south.bodyId],
        ruled_body_id: libraries.archive.bodyId,
        ruled_by_body_id: libraries.main.bodyId,
        matter_id: id,
        seq: 8,
        at: at('2026-11-16 12:00'),
      },
    ]);
  });

  test('that is refused makes none', async () => {
    const id = await dispute();
    expect(await rule(id, '2026-11-16 12:00', uuidv7())).toMatchObject({ code: 'transfer.no_such_body' });
    const clerk = { matterId: id, step: 'settle', input: { body: libraries.archive.bodyId, reason } };
    expect(await act(database.db, staff('main'), '2026-11-16 12:00', clerk)).toMatchObject({ code: 'step.not_yours' });
    expect(await kept()).toEqual([]);
  });

  test('that is rolled back makes none', async () => {
    const id = await dispute();
    let wasThere = false;
    listenToRecorded('precedents test', async ({ db }) => {
      const rows = await db.selectFrom('matters.precedents').where('subject', '=', subject).select('id').execute();
      wasThere = rows.length === 1;
      throw new Error('the listener could not');
    });
    await expect(rule(id)).rejects.toThrow('could not');
    expect([wasThere, await kept()]).toEqual([true, []]);
  });

  test('sent twice makes one', async () => {
    const order = {
      matterId: await dispute(),
      step: 'settle',
      commandId: uuidv7(),
      input: { body: libraries.archive.bodyId, reason },
    };
    for (const repeated of [false, true])
      expect(await act(database.db, staff('main', 'chief'), '2026-11-16 12:00', order)).toMatchObject({
        value: { repeated },
      });
    expect(await kept()).toHaveLength(1);
  });

  test('in a history is one too, under the subject it brings along', async () => {
    const [north, south] = [clerkOf('north'), clerkOf('south')];
    const pass = {
      step: 'passOn',
      by: north,
      input: { body: libraries.south.bodyId, reason },
      targets: { chosen: libraries.south },
    };
    const past = [
      { step: 'take', by: north, input: {} },
      pass,
      { step: 'decline', by: south, input: { reason } },
      pass,
      { step: 'decline', by: south, input: { reason } },
      { ...pass, targets: { decider: libraries.main } },
      {
        step: 'settle',
        by: staff('main', 'chief'),
        input: { body: libraries.archive.bodyId, reason },
        targets: { chosen: libraries.archive },
      },
    ];
    const played = await asSystem(database.db, '2026-03-03 10:00', (work) =>
      playHistory(work, {
        procedureId: 'library-card',
        procedureVersion: 1,
        commandId: uuidv7(),
        title: '旧县志',
        areaCode: areaOf.north,
        place: '北馆',
        by: reader,
        role: 'reader',
        firstContact: orderAt('north').firstContact,
        keeper: libraries.north,
        subject,
        openedAt: at('2026-03-02 10:00'),
        input: { what: '一本旧县志' },
        steps: past.map((step, i) => ({ ...step, at: at(`2026-03-02 11:0${i}`) })),
        until: at('2026-03-02 12:00'),
      }),
    );
    if (!played.ok) throw new Error(played.code);
    expect(await kept()).toMatchObject([{ matter_id: played.value.matterId, ruled_body_id: libraries.archive.bodyId }]);
  });
});

describe('a precedent (裁定先例)', () => {
  test('is shown to who may make a like transfer next, and to who rules next, the newest first, three at most', async () => {
    for (const day of ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'])
      expect(await rule(await dispute(subject, day), `${day} 12:00`)).toMatchObject({ ok: true });
    const id = await dispute(subject, '2026-11-30');
    const seen = await seenBy(staff('main', 'chief'), id, 'settle');
    expect(seen.map((one) => one.at)).toEqual(
      ['2026-11-05', '2026-11-04', '2026-11-03'].map((day) => at(`${day} 12:00`)),
    );
    expect(seen[0]).toMatchObject({
      subject,
      ruledTo: { name: { en: 'archive' } },
      askedBefore: [{ name: { en: 'north' } }, { name: { en: 'south' } }],
    });
    const next = await open(database.db, 'south', '2026-11-30 10:00');
    subjects.set(next, subject);
    await go(database.db, next, [staff('south'), '2026-11-30 10:10', 'take']);
    expect(await seenBy(staff('south'), next)).toHaveLength(3);
    expect(await seenBy(staff('south'), next, 'settle')).toEqual([]);
    expect(await seenBy(staff('north'), next)).toEqual([]);
  });

  test('of the same sub-district comes before a newer one from elsewhere', async () => {
    await rule(await dispute(), '2026-11-16 12:00');
    const [near] = await kept();
    await asSystem(database.db, '2026-11-16 13:00', ({ db }) =>
      sql`insert into matters.precedents
        select district_id, ${uuidv7()}::uuid, procedure_id, subject, '990177002', asked_body_ids, ${libraries.south.bodyId}::uuid,
          ruled_by_body_id, matter_id, 1, at + interval '1 day' from matters.precedents where id = ${near!.id}`.execute(
        db,
      ),
    );
    const seen = await seenBy(staff('main', 'chief'), await dispute(subject, '2026-11-30'), 'settle');
    expect(seen.map(({ ruledTo }) => ruledTo.name.en)).toEqual(['archive', 'south']);
  });

  test('of another kind, or of no known kind, says nothing', async () => {
    await rule(await dispute(), '2026-11-16 12:00');
    await rule(await dispute(''), '2026-11-16 12:00');
    const [other, unknown] = [await dispute(uuidv7(), '2026-11-30'), await dispute('', '2026-11-30')];
    expect(await seenBy(staff('main', 'chief'), other, 'settle')).toEqual([]);
    expect(await seenBy(staff('main', 'chief'), unknown, 'settle')).toEqual([]);
  });

  test('gives its reason only within the scope of its own matter', async () => {
    const matterId = await dispute();
    await rule(matterId);
    const read = (scope: typeof noScope) =>
      as(database.db, staff('south'), '2026-12-01 10:00', (work) => findReason(work, { matterId, seq: 8 }), scope);
    expect(await read(noScope)).toBeUndefined();
    expect(await read({ ...noScope, matterId })).toBe(reason);
  });

  test('is not seen from a neighbour district, nor can one be put there', async () => {
    await rule(await dispute());
    const occasion = {
      actor: { kind: 'system', name: 'timer' } as const,
      scope: areaScope(''),
      now: at('2026-12-01 10:00'),
    };
    const inDistrict = <T>(id: number, run: Parameters<typeof inTransaction<T>>[2]) =>
      inTransaction(database.db, { ...occasion, districtId: id }, run);
    const count = (id: number) =>
      inDistrict(id, async ({ db }) => (await db.selectFrom('matters.precedents').select('id').execute()).length);
    expect(await count(districtId)).toBeGreaterThan(0);
    expect(await count(districtId + 1)).toBe(0);
    const [row] = await kept();
    const put = inDistrict(districtId + 1, ({ db }) =>
      db
        .insertInto('matters.precedents')
        .values({ ...row!, id: uuidv7(), seq: 1 })
        .execute(),
    );
    await expect(put).rejects.toThrow(/row-level security/);
  });

  test.each(['update matters.precedents set subject = subject', 'delete from matters.precedents'])(
    'stays as it is: the application may not %s',
    async (statement) => {
      const attempt = asSystem(database.db, '2026-12-01 10:00', ({ db }) => sql.raw(statement).execute(db));
      await expect(attempt).rejects.toThrow(/permission denied/);
    },
  );
});
