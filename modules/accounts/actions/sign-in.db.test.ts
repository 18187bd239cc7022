import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Work } from '../../../platform/work.ts';
import { areaScope } from '../../../platform/work.ts';
import type { TestDatabase } from '../../../tests/support/database.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { findSession } from '../queries/find-session.ts';
import { listAccountNames } from '../queries/list-account-names.ts';
import { chooseActingPost } from './choose-acting-post.ts';
import { createAccounts } from './create-accounts.ts';
import { endSession } from './end-session.ts';
import { signInDemo } from './sign-in-demo.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

const districtId = 990199;
const neighbourId = 990198;
const start = new Date('2030-03-08T10:00:00+08:00');
const minutesLater = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const id = (number: number) => `01900000-0000-7000-8000-00000000000${number}`;
const password = '青石板路-17';

let database: TestDatabase;
const work = <T>(run: (work: Work) => Promise<T>, district = districtId) =>
  inTransaction(
    database.db,
    { districtId: district, scope: areaScope(''), actor: { kind: 'system', name: 'setup' }, now: start },
    run,
  );
/** Each test signs in from a network of its own, so that tries are counted apart. */
const origin = (address = '192.0.2.1', device: string | null = null) => ({
  address,
  device,
  deviceName: 'Chrome · Windows',
});
const signIn = (login: string, given: string, now = start, district = districtId, from = origin()) =>
  signInWithPassword(database.db, { districtId: district, login, password: given, now, origin: from, replaces: null });
const accountOf = (number: number, login: string) => ({
  id: id(number),
  login,
  nameZh: '白松',
  nameEn: 'Bai Song',
  password,
  isDemo: false,
});

beforeAll(async () => {
  database = await freshDatabase();
  await work((setup) =>
    createAccounts(setup, [
      accountOf(1, 'bai.song'),
      accountOf(2, 'locked.one'),
      accountOf(3, 'crowd'),
      { ...accountOf(4, 'demo'), password: null, isDemo: true },
    ]),
  );
  await work((setup) => createAccounts(setup, [accountOf(1, 'bai.song')]), neighbourId);
});
afterAll(() => database.drop());

const tokenOf = async (now = start) => {
  const result = await signIn('bai.song', password, now);
  if (!result.ok) throw new Error(result.code);
  return result.value.token;
};

describe('signing in with a password (登录)', () => {
  test('opens a session that names the person and the district', async () => {
    expect(await findSession(database.db, await tokenOf(), start)).toMatchObject({
      districtId,
      accountId: id(1),
      name: '白松',
      nameEn: 'Bai Song',
      actingPostId: null,
      login: 'bai.song',
      way: 'password',
      awaitsFactor: false,
      mustChangePassword: false,
      hasFactor: false,
    });
  });

  test('answers an unknown login, a wrong password and an account without one alike', async () => {
    const expected = { ok: false, code: 'session.wrong_login' };
    expect(await signIn('nobody', password)).toEqual(expected);
    expect(await signIn('bai.song', 'wrong')).toEqual(expected);
    expect(await signIn('demo', '')).toEqual(expected);
  });

  test('locks after five wrong passwords in a row, keeps the right one out, and opens fifteen minutes later', async () => {
    for (let count = 1; count <= 4; count += 1) {
      expect(await signIn('locked.one', 'wrong')).toMatchObject({ code: 'session.wrong_login' });
    }
    expect(await signIn('locked.one', 'wrong')).toMatchObject({ code: 'session.locked', details: { minutes: 15 } });
    expect(await signIn('locked.one', password, minutesLater(14))).toMatchObject({
      code: 'session.locked',
      details: { minutes: 1 },
    });
    expect(await signIn('locked.one', password, minutesLater(15))).toMatchObject({ ok: true });
    expect(await signIn('locked.one', 'wrong', minutesLater(16))).toMatchObject({ code: 'session.wrong_login' });
  });

  test('looks at no more than five of ten passwords sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => signIn('crowd', 'wrong')));
    const looked = answers.filter((answer) => !answer.ok && answer.code === 'session.wrong_login');
    expect(looked).toHaveLength(4);
    expect(await signIn('crowd', password)).toMatchObject({ code: 'session.locked' });
  });
});

describe('a session (会话)', () => {
  test('ends after twelve hours without use, and lives on when used in between', async () => {
    const token = await tokenOf();
    expect(await findSession(database.db, token, minutesLater(11 * 60))).toBeDefined();
    expect(await findSession(database.db, token, minutesLater(22 * 60))).toBeDefined();
    expect(await findSession(database.db, token, minutesLater(34 * 60))).toBeUndefined();
  });

  test('is worth nothing after signing out', async () => {
    const token = await tokenOf();
    await work((leaving) => endSession(leaving, token));
    expect(await findSession(database.db, token, start)).toBeUndefined();
  });

  test('remembers the acting post', async () => {
    const token = await tokenOf();
    await work((choosing) => chooseActingPost(choosing, { token, postId: id(9) }));
    expect(await findSession(database.db, token, start)).toMatchObject({ actingPostId: id(9) });
  });

  test('does not open in the neighbour district, nor with a token nobody made', async () => {
    const token = await tokenOf();
    expect(await findSession(database.db, token.replace('990199', '990198'), start)).toBeUndefined();
    expect(await findSession(database.db, 'no token', start)).toBeUndefined();
  });
});

test('only an invented person signs in without a password', async () => {
  const result = await work((demo) => signInDemo(demo, { accountId: id(4), origin: origin(), replaces: null }));
  expect(result).toMatchObject({ ok: true, value: { accountId: id(4) } });
  expect(await work((demo) => signInDemo(demo, { accountId: id(1), origin: origin(), replaces: null }))).toEqual({
    ok: false,
    code: 'session.not_demo',
  });
});

test('the neighbour district does not see our people', async () => {
  expect(await work((reading) => listAccountNames(reading, [id(1), id(2)]), neighbourId)).toHaveLength(1);
  expect(await work((reading) => listAccountNames(reading, [id(1), id(2)]))).toHaveLength(2);
});

test.each(['accounts.accounts', 'accounts.sessions'])(
  'a query that forgets the district sees nothing of the neighbour’s in %s',
  async (table) => {
    const districts = async (tenant: number) => {
      const seen = await work(
        ({ db }) => sql<{ district_id: number }>`select distinct district_id from ${sql.table(table)}`.execute(db),
        tenant,
      );
      return seen.rows.map(({ district_id }) => district_id);
    };
    expect(await districts(990199)).toEqual([990199]);
    expect(await districts(990197)).toEqual([]);
  },
);
