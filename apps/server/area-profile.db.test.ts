import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../tests/support/desk.ts';

let server: DemoServer;
let desks: Desks;
let owner: pg.Client;
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-18 10:00'));
  desks = await sitDown(server);
  owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

const ask = async (key: string, area?: string) =>
  (await desks.ask(key, 'GET', `/api/area-profile${area === undefined ? '' : `?area=${area}`}`)).body;
const count = async (sql: string): Promise<number> => Number((await owner.query(sql)).rows[0].n);
const landOf = ({ land }: { land: { what: string; n: number }[] }) => new Map(land.map(({ what, n }) => [what, n]));

test('the facts of an area are what the registers hold, of each tier', async () => {
  const district = landOf(await ask('dispatchLead'));
  const registers = {
    subdistricts: 'areas',
    grids: 'areas',
    buildings: 'addresses',
    stairwells: 'addresses',
    homes: 'addresses',
  };
  for (const [what, register] of Object.entries(registers))
    expect([what, district.get(what) ?? 0]).toEqual([
      what,
      await count(`select count(*) n from territory.${register} where kind = '${what.slice(0, -1)}'`),
    ]);
  const community = await ask('director');
  const { area } = community.reach;
  const here = (what: string) => count(`select count(*) n from ${what} where left(area_code, 12) = '${area}'`);
  expect(landOf(community).get('communities')).toBeUndefined();
  expect(landOf(community).get('grids')).toBe(
    await count(`select count(*) n from territory.areas where kind = 'grid' and left(code, 12) = '${area}'`),
  );
  expect(landOf(community).get('buildings')).toBe(
    await count(`select count(*) n from territory.addresses where kind = 'building' and community_code = '${area}'`),
  );
  expect(community.bodies.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(await here('bodies.bodies'));
  expect(community.posts.n).toBe(await here('bodies.posts'));
  expect(community.posts.n - community.posts.vacant).toBe(
    await here(`(select distinct p.id, p.area_code from bodies.posts p join bodies.appointments t on t.post_id = p.id
      where t.from_on <= '2026-11-18' and coalesce(t.to_on, 'infinity') >= '2026-11-18') held`),
  );
});

test('what is open is what is open, also while it is not folded into the sums', async () => {
  const request = {
    commandId: '01900000-0000-7000-8000-00000000e142',
    what: '三楼楼道灯不亮',
    photos: [],
    place: '1 号楼',
    category: 'lighting',
    phone: '',
    wantsPublic: true,
    channel: 'counter',
  };
  const { area } = (await ask('director')).reach;
  await desks.ask('director', 'POST', '/api/requests', { ...request, community: area });
  const open = await count(
    `select count(*) n from matters.matters where community_code = '${area}' and stage <> 'final'`,
  );
  expect((await ask('director')).matters).toMatchObject({ in: open, ended: 0, open });
  expect(open).toBe(1);
});

test('a day later the paragraph says the day and what changed, in both languages', async () => {
  const before = await ask('director');
  await owner.query(`update bodies.appointments set to_on = '2026-11-18' where post_id = (
    select id from bodies.posts where kind = 'gridWorker' and left(area_code, 12) = '${before.reach.area}' order by id limit 1)`);
  server.setNow(at('2026-11-19 10:00'));
  const after = await ask('director');
  expect(after.gridWorkers).toEqual({ n: before.gridWorkers.n, vacant: before.gridWorkers.vacant + 1 });
  expect(after.paragraph.zh).toContain(`截至2026年11月19日，${after.reach.name.zh}共有网格`);
  expect(after.paragraph.zh).toContain(`网格员岗位${after.gridWorkers.n}个，空缺${after.gridWorkers.vacant}个。`);
  expect(after.paragraph.en).toContain(`As of 2026-11-19, ${after.reach.name.en}.`);
});

test('a neighbour’s area and a body without an area are refused, and a post that reads no figures', async () => {
  const { area } = (await ask('director')).reach;
  expect((await ask('neighbourDirector', area)).code).toBe('access.other_area');
  expect((await ask('departmentHead')).code).toBe('profile.no_area');
  expect((await desks.ask('gridWorker', 'GET', '/api/area-profile')).status).toBe(403);
});

test('a report opens with it', async () => {
  const order = { commandId: '01900000-0000-7000-8000-00000000e141', kind: 'week', day: '2026-11-12' };
  const { body } = await desks.ask('director', 'POST', '/api/reports', order);
  const { content } = (await desks.ask('director', 'GET', `/api/reports/${body.id}`)).body;
  expect(content.profile).toEqual((await ask('director')).paragraph);
});
