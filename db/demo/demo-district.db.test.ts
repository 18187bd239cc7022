import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSession, signInDemo } from '../../modules/accounts/index.ts';
import { findActor, findFirstContact, listVacancies } from '../../modules/bodies/index.ts';
import { listAreas } from '../../modules/territory/index.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import type { Work } from '../../platform/work.ts';
import { areaScope } from '../../platform/work.ts';
import type { TestDatabase } from '../../tests/support/database.ts';
import { freshDatabase } from '../../tests/support/database.ts';
import { computeDemoRows, demoDistrictId, loadDemoDistrict } from './demo-district.ts';
import { demoSignIns } from './demo-sign-ins.ts';

const now = new Date('2026-03-09T10:00:00+08:00');
let database: TestDatabase;
const work = <T>(run: (work: Work) => Promise<T>) =>
  inTransaction(
    database.db,
    { districtId: demoDistrictId, scope: areaScope(''), actor: { kind: 'system', name: 'demo' }, now },
    run,
  );

beforeAll(async () => {
  database = await freshDatabase();
  await work(loadDemoDistrict);
});
afterAll(() => database.drop());

test('refuses to be loaded twice', async () => {
  expect(await work(loadDemoDistrict)).toMatchObject({ ok: false, code: 'district.exists' });
});

const origin = { address: '192.0.2.1', device: null, deviceName: '' };

test('everybody on the list can sign in and act', async () => {
  for (const { accountId, postId, postKind } of demoSignIns(computeDemoRows())) {
    const signedIn = await work((w) => signInDemo(w, { accountId, origin, replaces: null }));
    const session = signedIn.ok ? await findSession(database.db, signedIn.value.token, now) : undefined;
    expect(session?.accountId).toBe(accountId);
    expect(await work((w) => findActor(w, { accountId, postId }))).toMatchObject({ kind: 'worker', postKind });
  }
});

test('each community and each grid has a first contact of its own body', async () => {
  await work(async (w) => {
    const areas = [...(await listAreas(w, { kind: 'community' })), ...(await listAreas(w, { kind: 'grid' }))];
    expect(areas.length).toBeGreaterThan(600);
    const rows = computeDemoRows();
    for (const { code } of areas) {
      const contact = await findFirstContact(w, code);
      const body = rows.bodies.find(({ id }) => id === contact?.bodyId);
      expect(body, code).toMatchObject({ kind: 'residentsCommittee', areaCode: code.slice(0, 12) });
    }
    expect((await listVacancies(w)).length).toBeGreaterThan(0);
  });
});
