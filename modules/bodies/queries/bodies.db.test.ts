import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Work } from '../../../platform/work.ts';
import { areaScope } from '../../../platform/work.ts';
import type { TestDatabase } from '../../../tests/support/database.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { createAccounts } from '../../accounts/index.ts';
import { createAreas, createDistrict } from '../../territory/index.ts';
import { createAppointments } from '../actions/create-appointments.ts';
import { createBodies } from '../actions/create-bodies.ts';
import { createBodyLinks } from '../actions/create-body-links.ts';
import { createPosts } from '../actions/create-posts.ts';
import type { BodyKind } from '../contract/body-kinds.ts';
import type { PostKind } from '../contract/post.ts';
import { describeBodies } from './describe-bodies.ts';
import { describePeople } from './describe-people.ts';
import { findActor } from './find-actor.ts';
import { findCommunityBody, findDistrictCentre, findTaskGroup } from './find-body-of-area.ts';
import { findDeciderBody } from './find-decider-body.ts';
import { findDepartmentFor } from './find-department-for.ts';
import { findFirstContact } from './find-first-contact.ts';
import { findPostsOf } from './find-posts-of.ts';
import { getBody } from './get-body.ts';
import { listBodies } from './list-bodies.ts';
import { listLinksOf } from './list-links-of.ts';
import { listVacancies } from './list-vacancies.ts';

const districtId = 990199;
const district = '990199';
const subdistrict = '990199001';
const community = '990199001001';
const grid = '990199001001001';
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);

const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const body = { centre: id(1), lighting: id(2), group: id(3), committee: id(4), property: id(5) };
const post = {
  clerk: id(10),
  laterClerk: id(11),
  director: id(12),
  gridWorker: id(13),
  liaison: id(14),
  dispatch: id(15),
  head: id(16),
};
const person = {
  clerk: id(20),
  laterClerk: id(21),
  director: id(22),
  gridWorker: id(23),
  liaison: id(24),
  dispatch: id(25),
};

let database: TestDatabase;
const work = <T>(run: (work: Work) => Promise<T>, day = '2030-03-08', tenant = districtId) =>
  inTransaction(
    database.db,
    { districtId: tenant, scope: areaScope(''), actor: { kind: 'system', name: 'setup' }, now: noon(day) },
    run,
  );

const area = (code: string) => ({ code, nameZh: `地方${code}`, nameEn: `Place ${code}`, foundedOn: '2019-05-01' });
const newBody = (bodyId: string, kind: BodyKind, areaCode: string, duties: string[] = []) => ({
  id: bodyId,
  kind,
  nameZh: kind,
  nameEn: kind,
  areaCode,
  phonePublic: null,
  duties,
});
const newPost = (postId: string, bodyId: string, kind: PostKind, areaCode: string, isHead = false) => ({
  id: postId,
  bodyId,
  kind,
  nameZh: kind,
  nameEn: kind,
  areaCode,
  isHead,
  tenure: isHead ? ('elected' as const) : ('appointed' as const),
});

/** Each leaves on the last day of a month, from the grid upwards. */
const appointments: [keyof typeof person, string | null][] = [
  ['gridWorker', '2030-03-31'],
  ['clerk', '2030-04-30'],
  ['laterClerk', '2030-05-31'],
  ['director', '2030-06-30'],
  ['liaison', '2030-07-31'],
  ['dispatch', '2030-08-31'],
];

beforeAll(async () => {
  database = await freshDatabase();
  await work(async (setup) => {
    await createDistrict(setup, { nameZh: '样例区', nameEn: 'Sample District', timeZone: 'Asia/Shanghai' });
    await createAreas(setup, [district, subdistrict, community, grid].map(area));
    await createAccounts(
      setup,
      Object.entries(person).map(([name, accountId]) => ({
        id: accountId,
        login: name.toLowerCase(),
        nameZh: `人${name}`,
        nameEn: name,
        password: null,
        isDemo: true,
      })),
    );
    await createBodies(setup, [
      newBody(body.centre, 'districtCentre', district),
      newBody(body.lighting, 'department', district, ['lighting', 'waste']),
      newBody(body.group, 'taskGroup', subdistrict),
      newBody(body.committee, 'residentsCommittee', community),
      newBody(body.property, 'propertyManager', community),
    ]);
    await createBodyLinks(setup, [{ fromBodyId: body.group, kind: 'assists', toBodyId: body.committee }]);
    await createPosts(setup, [
      newPost(post.laterClerk, body.committee, 'communityClerk', community),
      newPost(post.clerk, body.committee, 'communityClerk', community),
      newPost(post.director, body.committee, 'communityDirector', community, true),
      newPost(post.gridWorker, body.committee, 'gridWorker', grid),
      newPost(post.liaison, body.group, 'taskGroupLiaison', subdistrict),
      newPost(post.dispatch, body.centre, 'dispatchClerk', district),
      newPost(post.head, body.lighting, 'departmentHead', district, true),
    ]);
    await createAppointments(
      setup,
      appointments.map(([name, toOn], index) => ({
        id: id(30 + index),
        postId: post[name],
        accountId: person[name],
        fromOn: '2030-01-01',
        toOn,
      })),
    );
  });
});
afterAll(() => database.drop());

describe('who acts (当前岗位)', () => {
  const director = { accountId: person.director, postId: post.director };

  test('is a worker with post, body and area on the last day, and nobody on the next', async () => {
    expect(await work((w) => findActor(w, director), '2030-06-30')).toEqual({
      kind: 'worker',
      accountId: person.director,
      name: '人director',
      postId: post.director,
      postKind: 'communityDirector',
      isHead: true,
      bodyId: body.committee,
      areaCode: community,
    });
    expect(await work((w) => findActor(w, director), '2030-07-01')).toBeUndefined();
    expect(await work((w) => findActor(w, director), '2029-12-31')).toBeUndefined();
  });

  test('changes at midnight in the district and not at midnight in Greenwich', async () => {
    const at = (instant: string) =>
      inTransaction(
        database.db,
        { districtId, scope: areaScope(''), actor: { kind: 'public' }, now: new Date(instant) },
        (w) => findActor(w, director),
      );
    expect(await at('2030-06-30T23:59:00+08:00')).toBeDefined();
    expect(await at('2030-07-01T00:00:00+08:00')).toBeUndefined();
    expect(await at('2029-12-31T23:59:00+08:00')).toBeUndefined();
    expect(await at('2030-01-01T00:00:00+08:00')).toBeDefined();
  });

  test('does not act in a colleague’s post', async () => {
    expect(await work((w) => findActor(w, { accountId: person.clerk, postId: post.director }))).toBeUndefined();
  });

  test('sees the posts held today with body and area', async () => {
    expect(await work((w) => findPostsOf(w, person.gridWorker))).toMatchObject([
      { postId: post.gridWorker, bodyId: body.committee, areaCode: grid, areaNameZh: `地方${grid}` },
    ]);
    expect(await work((w) => findPostsOf(w, person.gridWorker), '2030-04-01')).toEqual([]);
  });
});

describe('first contact (首问责任人)', () => {
  test.each<[string, keyof typeof person | undefined]>([
    ['2030-03-31', 'gridWorker'],
    ['2030-04-01', 'clerk'],
    ['2030-05-01', 'laterClerk'],
    ['2030-06-01', 'director'],
    ['2030-07-01', 'liaison'],
    ['2030-08-01', 'dispatch'],
    ['2030-09-01', undefined],
  ])('of a grid on %s is %s', async (day, name) => {
    const contact = await work((w) => findFirstContact(w, grid), day);
    expect(contact?.accountId).toBe(name && person[name]);
  });

  test('of a community is its first clerk, not a grid worker', async () => {
    expect(await work((w) => findFirstContact(w, community))).toMatchObject({
      postId: post.clerk,
      bodyId: body.committee,
    });
  });
});

test('finds the bodies of an area', async () => {
  expect((await work((w) => findCommunityBody(w, community)))?.bodyId).toBe(body.committee);
  expect((await work((w) => findTaskGroup(w, subdistrict)))?.bodyId).toBe(body.group);
  expect((await work(findDistrictCentre))?.bodyId).toBe(body.centre);
  expect(await work((w) => listBodies(w, { underArea: subdistrict }))).toHaveLength(3);
  expect(await work((w) => listBodies(w, { kind: 'department' }))).toHaveLength(1);
});

test('a dispute goes one tier up, and nobody is above the centre', async () => {
  const decider = async (from: string) => (await work((w) => findDeciderBody(w, from)))?.bodyId;
  expect(await decider(body.committee)).toBe(body.group);
  expect(await decider(body.property)).toBe(body.group);
  expect(await decider(body.group)).toBe(body.centre);
  expect(await decider(body.lighting)).toBe(body.centre);
  expect(await decider(body.centre)).toBeUndefined();
});

test('a category belongs to the department whose duties name it', async () => {
  expect((await work((w) => findDepartmentFor(w, 'waste')))?.bodyId).toBe(body.lighting);
  expect(await work((w) => findDepartmentFor(w, 'heating'))).toBeUndefined();
});

test('vacancies are shown: never filled, or left', async () => {
  const vacant = async (day: string, underArea?: string) =>
    (await work((w) => listVacancies(w, underArea === undefined ? {} : { underArea }), day)).map(
      ({ postId }) => postId,
    );
  expect(await vacant('2030-03-08')).toEqual([post.head]);
  expect(await vacant('2030-04-01', community)).toEqual([post.gridWorker]);
});

test('describes people and bodies, also someone who has left', async () => {
  const people = await work((w) => describePeople(w, [person.clerk, person.gridWorker, id(99)]), '2030-04-15');
  expect(people.find(({ accountId }) => accountId === person.clerk)).toMatchObject({
    nameZh: '人clerk',
    posts: [{ postId: post.clerk }],
  });
  expect(people.find(({ accountId }) => accountId === person.gridWorker)).toMatchObject({ posts: [] });
  expect(people).toHaveLength(2);
  expect(await work((w) => describeBodies(w, [body.group]))).toMatchObject([{ bodyId: body.group, kind: 'taskGroup' }]);
  expect(await work((w) => listLinksOf(w, body.committee))).toMatchObject([{ kind: 'assists' }]);
});

test('the neighbour district sees none of it', async () => {
  expect(await work((w) => listBodies(w), '2030-03-08', 990198)).toEqual([]);
  expect(await work((w) => findFirstContact(w, grid), '2030-03-08', 990198)).toBeUndefined();
  await expect(work((w) => getBody(w, body.centre), '2030-03-08', 990198)).rejects.toThrow('No body');
});

test('a post does not get a second holder without an end', async () => {
  const appoint = (number: number) => (w: Work) =>
    createAppointments(w, [
      { id: id(number), postId: post.head, accountId: person.clerk, fromOn: '2031-01-01', toOn: null },
    ]);
  await work(appoint(50));
  await expect(work(appoint(51))).rejects.toThrow('appointments_one_open_holder');
});

test.each(['bodies.bodies', 'bodies.links', 'bodies.posts', 'bodies.appointments'])(
  'a query that forgets the district sees nothing of the neighbour’s in %s',
  async (table) => {
    const districts = async (tenant: number) => {
      const seen = await work(
        ({ db }) => sql<{ district_id: number }>`select distinct district_id from ${sql.table(table)}`.execute(db),
        '2030-03-08',
        tenant,
      );
      return seen.rows.map(({ district_id }) => district_id);
    };
    expect(await districts(990199)).toEqual([990199]);
    expect(await districts(990197)).toEqual([]);
  },
);
