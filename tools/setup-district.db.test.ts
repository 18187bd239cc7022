import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPlan } from '../db/district/read-plan.ts';
import { findSession, signInWithPassword } from '../modules/accounts/index.ts';
import type { TestDatabase } from '../tests/support/database.ts';
import { freshDatabase } from '../tests/support/database.ts';
import { setUpDistrict } from './setup-district.ts';

const now = new Date('2030-03-08T10:00:00+08:00');
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('a district is set up once, and each printed password opens its account', async () => {
  const guide = readFileSync(new URL('../docs/how-to/set-up-a-district.md', import.meta.url), 'utf8');
  const reading = readPlan('plan.json', /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? '');
  if (!reading.ok) throw new Error('the guide’s example has faults');

  const lines = await setUpDistrict(database.url, reading.plan, now);
  if (!Array.isArray(lines)) throw new Error(lines.code);
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    const [login = '', password = ''] = line.split(',');
    expect(password).toMatch(/^[2-9a-z]{14}$/);
    const origin = { address: '192.0.2.1', device: null, deviceName: '' };
    const given = { districtId: 990199, login, password, now, origin, replaces: null };
    const signedIn = await signInWithPassword(database.db, given);
    // Whoever set the district up has seen it, so the person must choose another.
    const session = signedIn.ok ? await findSession(database.db, signedIn.value.token, now) : undefined;
    expect(session).toMatchObject({ login, mustChangePassword: true });
  }
  expect(await setUpDistrict(database.url, reading.plan, now)).toMatchObject({
    code: 'exists',
    values: { code: 990199 },
  });
});
