import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, noScope } from '../../../platform/work.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { gatesFor } from '../rules/gates.ts';
import { hashToken } from '../rules/token.ts';
import { hashPassword, passwordCost, setPasswordCost, verifyPassword } from '../rules/password.ts';
import { createAccounts } from './create-accounts.ts';
import { passGates } from './pass-gates.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { processorMs } from '../../../tests/support/processor-ms.ts';

const districtId = 990199;
const start = new Date('2030-03-08T10:00:00+08:00');
const password = 'three-lamps-by-the-river';
const setup = { kind: 'system', name: 'setup' } as const;
const logins = ['owner', 'hammered', 'office', 'sprayed', 'timed', 'old.hash'];

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  // One cheap hash for all: what is tested here is the counting.
  const hash = await hashPassword(password, { N: 2, r: 8, p: 1 });
  const occasion = { districtId, scope: areaScope(''), actor: setup, now: start };
  await inTransaction(database.db, occasion, async (work) => {
    const people = [...logins, ...Array.from({ length: 40 }, (_, n) => `clerk.${n}`)];
    await createAccounts(
      work,
      people.map((login, n) => ({
        id: `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`,
        login,
        nameZh: '白松',
        nameEn: 'Bai Song',
        password: null,
        isDemo: false,
      })),
    );
    await sql`update accounts.accounts set password_hash = ${hash} where district_id = ${districtId}`.execute(work.db);
  });
});
afterAll(() => database.drop());

type From = { address: string; device?: string | null };
const signIn = (login: string, given: string, { address, device = null }: From, now = start) =>
  signInWithPassword(database.db, {
    districtId,
    login,
    password: given,
    origin: { address, device, deviceName: 'Chrome · Windows' },
    replaces: null,
    now,
  });
/** A wrong try as it is counted; the work of hundreds of passwords would say nothing more. */
const miss = async (login: string, { address, device = null }: From): Promise<boolean> => {
  const known = device === null ? null : hashToken(device).toString('base64url');
  const door = { districtId, scope: noScope, actor: setup, now: start };
  return (await passGates(database.db, door, gatesFor({ kind: 'password', name: login }, address, known))).ok;
};
const codeOf = async (answer: ReturnType<typeof signIn>) => {
  const said = await answer;
  return said.ok ? 'in' : said.code;
};

describe('somebody hammers a login', () => {
  test('from one network: its owner signs in from anywhere else', async () => {
    for (let n = 0; n < 12; n += 1) await miss('hammered', { address: '198.51.100.9' });
    expect(await codeOf(signIn('hammered', password, { address: '198.51.100.9' }))).toBe('session.locked');
    expect(await codeOf(signIn('hammered', password, { address: '192.0.2.4' }))).toBe('in');
  });

  test('from 200 networks: closed to strangers, open in the browser that its owner used before', async () => {
    const first = await signIn('owner', password, { address: '192.0.2.4' });
    const device = first.ok ? first.value.device : null;
    expect(device).not.toBeNull();
    const looked: boolean[] = [];
    for (let n = 0; n < 200; n += 1) looked.push(await miss('owner', { address: `203.0.113.${n}` }));
    expect(looked.filter(Boolean)).toHaveLength(60);
    expect(await codeOf(signIn('owner', password, { address: '192.0.2.4' }))).toBe('session.locked');
    expect(await codeOf(signIn('owner', password, { address: '203.0.113.1', device }))).toBe('in');
    const later = new Date(start.getTime() + 15 * 60_000);
    expect(await codeOf(signIn('owner', password, { address: '192.0.2.4' }, later))).toBe('in');
  });

  test('a known browser has ten wrong tries of its own, and a made-up secret is no known browser', async () => {
    const first = await signIn('office', password, { address: '192.0.2.5' });
    const device = first.ok ? first.value.device : null;
    for (let n = 0; n < 10; n += 1) await miss('office', { address: '192.0.2.5', device });
    expect(await codeOf(signIn('office', password, { address: '192.0.2.5', device }))).toBe('session.locked');
    const madeUp = `990199.${'A'.repeat(43)}`;
    for (let n = 0; n < 5; n += 1) await miss('office', { address: '192.0.2.6' });
    expect(await codeOf(signIn('office', password, { address: '192.0.2.6', device: madeUp }))).toBe('session.locked');
  });
});

test('an office of forty behind one address signs in, four slips of the finger each', async () => {
  const address = '192.0.2.77';
  for (let n = 0; n < 40; n += 1) {
    for (let slip = 0; slip < 4; slip += 1) await miss(`clerk.${n}`, { address });
    expect(await miss(`clerk.${n}`, { address })).toBe(true);
  }
});

test('one password tried on everybody from one network ends after 300 tries', async () => {
  const answers: boolean[] = [];
  for (let n = 0; n < 320; n += 1) answers.push(await miss(`nobody.${n}`, { address: '198.51.100.1' }));
  expect(answers.filter(Boolean)).toHaveLength(300);
  expect(await codeOf(signIn('sprayed', password, { address: '198.51.100.1' }))).toBe('session.locked');
  expect(await codeOf(signIn('sprayed', password, { address: '198.51.100.2' }))).toBe('in');
});

test('the count of an unknown login closes like that of a real one', async () => {
  const say = async (login: string) => {
    const answers: string[] = [];
    for (let n = 0; n < 6; n += 1) answers.push(await codeOf(signIn(login, 'wrong', { address: '198.51.100.20' })));
    return answers;
  };
  expect(await say('no.such.person')).toEqual(await say('timed'));
});

test('tries are counted while right passwords take the counts away', async () => {
  const answers: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    const from = { address: `198.51.100.${100 + n}` };
    const both = await Promise.all([password, 'wrong', password].map((given) => codeOf(signIn('office', given, from))));
    answers.push(...both);
  }
  expect(new Set(answers)).toEqual(new Set(['in', 'session.wrong_login']));
});

test.each(['', ' ', '\0', 'a\0b', '＇; drop table', 'x'.repeat(10_000), '白松'])(
  '%.12j is a wrong login, no fault',
  async (login) => {
    expect(await codeOf(signIn(login, 'wrong', { address: '198.51.100.30' }))).toMatch(
      /^session\.(wrong_login|locked)$/,
    );
  },
);

test('the time taken does not tell whether a login exists', async () => {
  onTestFinished(setPasswordCost(passwordCost));
  const real = await hashPassword(password);
  await inTransaction(database.db, { districtId, scope: areaScope(''), actor: setup, now: start }, ({ db }) =>
    sql`update accounts.accounts set password_hash = ${real} where login = 'timed'`.execute(db),
  );
  const spent: Record<string, number[]> = { timed: [], 'not.there': [] };
  for (let n = 0; n < 9; n += 1)
    for (const login of ['timed', 'not.there']) {
      spent[login]?.push(await processorMs(() => signIn(login, 'wrong', { address: `198.18.${n}.${login.length}` })));
    }
  const median = (login: string) => (spent[login] as number[]).toSorted((a, b) => a - b)[4] as number;
  const ratio = median('timed') / median('not.there');
  // Without the work for nobody the ratio is above 20.
  expect(ratio).toBeGreaterThan(0.6);
  expect(ratio).toBeLessThan(1.67);
});

test('a hash of less work is made anew at the next right password, and opens again', async () => {
  onTestFinished(setPasswordCost(passwordCost));
  const hashOf = () =>
    inTransaction(database.db, { districtId, scope: areaScope(''), actor: setup, now: start }, async ({ db }) => {
      const { rows } = await sql<{ hash: string }>`
        select password_hash as hash from accounts.accounts where login = 'old.hash'`.execute(db);
      return rows[0]?.hash ?? '';
    });
  const before = await hashOf();
  expect(await codeOf(signIn('old.hash', 'wrong', { address: '192.0.2.8' }))).toBe('session.wrong_login');
  expect(await hashOf()).toBe(before);
  expect(await codeOf(signIn('old.hash', password, { address: '192.0.2.8' }))).toBe('in');
  const after = await hashOf();
  expect(after).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(await verifyPassword(password, after)).toBe(true);
  expect(await codeOf(signIn('old.hash', password, { address: '192.0.2.8' }))).toBe('in');
});
