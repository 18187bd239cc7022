import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { sitDown, type Desks } from '../../tests/support/desk.ts';

type LinkView = {
  readonly rung: string;
  readonly areaCode: string;
  readonly isGap: boolean;
  readonly isHidden: boolean;
  readonly doors: number;
  readonly holders: readonly { readonly person: { readonly zh: string } | null }[];
};

const community = '990102001001';
const grid = `${community}001`;
let server: DemoServer;
let desks: Desks;
beforeAll(async () => {
  server = await startDemoServer(new Date('2026-11-18T02:00:00Z'));
  desks = await sitDown(server);
});
afterAll(() => server.close());

const run = <T>(statement: ReturnType<typeof sql<T>>) =>
  inTransaction(
    server.ground.db,
    {
      districtId: server.ground.districtId,
      now: server.ground.clock(),
      actor: { kind: 'system', name: 'demo' },
      scope: areaScope(''),
    },
    async ({ db }) => (await statement.execute(db)).rows,
  );
const board = async (code: string, tail = '') => String((await server.ask('GET', `/boards/${code}${tail}`)).body);
const nameOf = (key: string) => server.signIns.find((one) => one.key === key)!.nameZh;
const chainOf = async (key: string, code = community) => (await desks.ask(key, 'GET', `/api/chains/${code}`)).body;
const rungOf = (chains: LinkView[], rung: string, areaCode = grid): LinkView =>
  chains.find((one) => one.rung === rung && one.areaCode === areaCode)!;

describe('contact boards (两牌公示)', () => {
  test('name who is in post, for a community and for a grid, and no neighbour who only helps', async () => {
    const [heads] = await run(sql<{ name: string }>`
      select c.name_zh as name from bodies.charges h
      join bodies.appointments t on t.district_id = h.district_id and t.post_id = h.post_id
      join accounts.accounts c on c.district_id = t.district_id and c.id = t.account_id
      where h.district_id = ${server.ground.districtId} and h.rung = 'buildingContact' and h.area_code = ${grid}`);
    for (const code of [community, grid]) {
      const shown = await board(code);
      expect(shown).toContain(nameOf('director'));
      expect(shown).toContain(nameOf('gridWorker'));
      expect(shown).not.toContain('楼栋长');
      expect(heads?.name.length).toBeGreaterThan(1);
      expect(shown).not.toContain(`<b>${heads?.name}</b>`);
    }
    expect(await board(grid, '/sheet')).toContain(`/report?grid=${grid}`);
  });

  test('a change of post changes every board and the chain at once, and a vacancy is said', async () => {
    const before = nameOf('gridWorker');
    const { postId } = server.signIns.find((one) => one.key === 'gridWorker')!;
    const client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
    await client.query(`update bodies.appointments set to_on = '2026-11-17' where post_id = $1`, [postId]);
    for (const code of [community, grid])
      for (const tail of ['', '/sheet']) expect(await board(code, tail)).not.toContain(before);
    expect(await board(grid)).toContain('空缺');
    expect(rungOf((await chainOf('director')).chains, 'gridWorker').isGap).toBe(true);
    await client.query(`update bodies.appointments set to_on = null where post_id = $1`, [postId]);
    await client.end();
    expect(await board(grid)).toContain(before);
  });

  test('who stands in is named on every board from that day to the last, beside the holder', async () => {
    const { postId } = server.signIns.find((one) => one.key === 'clerk')!;
    const [{ appointment, deputy } = { appointment: '', deputy: '' }] = await run(sql<{
      appointment: string;
      deputy: string;
    }>`
      select t.id as appointment, d.account_id as deputy from bodies.appointments t
      join bodies.appointments d on d.district_id = t.district_id and d.account_id <> t.account_id
      join bodies.posts p on p.id = d.post_id join bodies.posts q on q.id = t.post_id and q.body_id = p.body_id
      where t.post_id = ${postId}::uuid limit 1`);
    const [named] = await run(
      sql<{ name: string }>`select name_zh as name from accounts.accounts where id = ${deputy}::uuid`,
    );
    await run(sql`
      insert into bodies.deputies (district_id, id, appointment_id, account_id, from_on, to_on, may_sign, reason)
      values (${server.ground.districtId}, ${randomUUID()}::uuid, ${appointment}::uuid, ${deputy}::uuid, '2026-11-18', '2026-11-20', false, '年休')`);
    for (const tail of ['', '/sheet']) {
      const shown = await board(community, tail);
      expect(shown).toContain(nameOf('clerk'));
      expect(shown).toContain(`${named?.name}代理，至 2026-11-20`);
    }
    server.setNow(new Date('2026-11-20T16:00:00Z'));
    expect(await board(community)).not.toContain('代理，至');
    server.setNow(new Date('2026-11-18T02:00:00Z'));
  });

  test('there is none for a sub-district, another district or nonsense', async () => {
    for (const code of ['990102001', '110101001001', "1' or '1'='1", '%00'])
      expect((await server.ask('GET', `/boards/${encodeURIComponent(code)}`)).status).toBe(404);
  });
});

describe('responsibility chains (责任链)', () => {
  test('open any door: a grid code gives one chain of named people from the district leader down', async () => {
    const { body } = await desks.ask('director', 'GET', `/api/doors?text=${grid}`);
    expect(body.found).toBe(true);
    expect(body.chain.map(({ rung, isGap }: { rung: string; isGap: boolean }) => [rung, isGap])).toEqual(
      ['districtLeader', 'subdistrictCadre', 'communityLead', 'communityWorker', 'gridWorker'].map((rung) => [
        rung,
        false,
      ]),
    );
  });

  test('every home has its chain: the contact of the estate, or of the building when it has one of its own', async () => {
    const where = encodeURIComponent('星井社区半山新村三号楼二单元401');
    const door = async () => (await desks.ask('director', 'GET', `/api/doors?text=${where}`)).body;
    const rung = (chain: LinkView[]) => chain.filter((one) => one.rung === 'buildingContact');
    const before = await door();
    expect(before.place).toBe('半山新村3号楼2单元');
    const areaCode = before.path.at(-1).code;
    expect(rung(before.chain)).toHaveLength(1);
    const { postId } = server.signIns.find((one) => one.key === 'gridWorker')!;
    const at = { rung: 'buildingContact', areaCode, place: '半山新村3号楼' };
    expect(
      (await desks.ask('administrator', 'POST', '/api/charges', { ...at, postId, commandId: randomUUID() })).status,
    ).toBe(200);
    expect(rung((await door()).chain)).toMatchObject([
      { place: '半山新村3号楼', isGap: false, doors: 1, holders: [{ person: { zh: nameOf('gridWorker') } }] },
    ]);
    const all = rung((await chainOf('director', areaCode.slice(0, 12))).chains).filter(
      (one) => one.areaCode === areaCode,
    );
    const { addresses } = (await desks.ask('director', 'GET', `/api/communities/${areaCode.slice(0, 12)}/grids`)).body;
    const doors = addresses.filter(
      (one: { isDoor: boolean; gridCode: string | null }) => one.isDoor && one.gridCode === areaCode,
    );
    expect(all.reduce((sum, one) => sum + one.doors, 0)).toBe(doors.length);
    expect((await desks.ask('administrator', 'POST', '/api/charges/end', at)).status).toBe(200);
    expect(rung((await door()).chain)).toEqual(rung(before.chain));
  });

  test('fronts stand against villages; a front that nobody has in one of them is an empty cell', async () => {
    const { postId } = server.signIns.find((one) => one.key === 'gridWorker')!;
    const fronts = async () => (await desks.ask('director', 'GET', '/api/fronts')).body;
    expect(await fronts()).toEqual({ fronts: [], rows: [] });
    for (const [areaCode, front] of [
      [community, '防汛'],
      ['990102001002', '环境整治'],
    ])
      await desks.ask('administrator', 'POST', '/api/charges', {
        rung: 'front',
        areaCode,
        front,
        postId,
        commandId: randomUUID(),
      });
    const { fronts: named, rows } = await fronts();
    expect(named).toEqual(['防汛', '环境整治']);
    const cells = rows.map(({ code, cells: own }: { code: string; cells: ({ person: { zh: string } } | null)[] }) => [
      code,
      ...own.map((one) => one?.person.zh ?? null),
    ]);
    expect(cells).toEqual([
      [community, nameOf('gridWorker'), null],
      ['990102001002', null, nameOf('gridWorker')],
    ]);
  });

  test('an address that several grids could mean gives them, and never a guess', async () => {
    const { body } = await desks.ask('director', 'GET', `/api/doors?text=${encodeURIComponent('碧桐小区')}`);
    expect(body.found || body.candidates.length !== 1).toBe(true);
    const nowhere = await desks.ask('director', 'GET', `/api/doors?text=${encodeURIComponent('天上人间九号')}`);
    expect(nowhere.body).toMatchObject({ found: false, candidates: [] });
  });

  test('neighbours who help are named to who works there, and to nobody else', async () => {
    const own = rungOf((await chainOf('director')).chains, 'buildingContact');
    expect(own.holders[0]?.person?.zh.length).toBeGreaterThan(1);
    const seen = rungOf((await chainOf('neighbourDirector')).chains, 'buildingContact');
    expect([seen.isHidden, seen.holders]).toEqual([true, []]);
  });

  test('the dispatch lead names somebody and ends it; the earlier one is kept, the same command does it once', async () => {
    const target = `${community}003`;
    const { body: found } = await desks.ask(
      'administrator',
      'GET',
      `/api/holders?words=${encodeURIComponent(nameOf('director'))}`,
    );
    const at = { rung: 'communityWorker', areaCode: target, place: '' };
    const charge = { ...at, commandId: randomUUID(), postId: found.holders[0].postId };
    for (const _ of ['first', 'again'])
      expect((await desks.ask('administrator', 'POST', '/api/charges', charge)).status).toBe(200);
    const named = rungOf((await chainOf('administrator')).chains, 'communityWorker', target);
    expect(named.holders.map(({ person }) => person?.zh)).toEqual([nameOf('director')]);
    const kept = await run(sql<{ n: number; open: number }>`
      select count(*)::int as n, (count(*) filter (where ended_on is null))::int as open from bodies.charges
      where district_id = ${server.ground.districtId} and rung = 'communityWorker' and area_code = ${target}`);
    expect(kept).toEqual([{ n: 2, open: 1 }]);
    expect((await desks.ask('administrator', 'POST', '/api/charges/end', at)).status).toBe(200);
    expect(rungOf((await chainOf('administrator')).chains, 'communityWorker', target).isGap).toBe(true);
    expect((await desks.ask('administrator', 'POST', '/api/charges/end', at)).body.code).toBe('charge.not_found');
  });

  test.each([
    ['a rung for another kind of area', { rung: 'districtLeader', areaCode: community }, 'charge.wrong_area'],
    [
      'a place the grid does not list',
      { rung: 'buildingContact', areaCode: grid, place: '天宫' },
      'charge.place_not_listed',
    ],
    ['a front without a name', { rung: 'front', areaCode: community }, 'charge.front_missing'],
    ['an area that is not there', { rung: 'communityWorker', areaCode: '990102001001999' }, 'area.not_found'],
    ['a post that is not there', { rung: 'communityWorker', areaCode: grid }, 'post.not_found'],
  ])('refuses %s in words', async (_, at, code) => {
    const { body } = await desks.ask('administrator', 'POST', '/api/charges', {
      commandId: randomUUID(),
      postId: randomUUID(),
      ...at,
    });
    expect(body).toMatchObject({ code, message: { zh: expect.any(String), en: expect.any(String) } });
  });

  test('nobody else may change a chain, and a company may not read them', async () => {
    const charge = { rung: 'communityWorker', areaCode: grid, commandId: randomUUID(), postId: randomUUID() };
    for (const key of ['director', 'taskGroupLead', 'supervisor'])
      expect((await desks.ask(key, 'POST', '/api/charges', charge)).status).toBe(403);
    expect((await server.ask('GET', `/api/chains/${community}`)).status).toBe(401);
  });
});

describe('links between bodies (机构关系)', () => {
  const bodyNamed = async (words: string, kind: string) =>
    (await desks.ask('administrator', 'GET', `/api/bodies?kind=${kind}&words=${encodeURIComponent(words)}`)).body
      .bodies[0];

  test('are sentences on the page of a body, and the law is kept: an office guides a committee and never leads it', async () => {
    const office = (await desks.ask('director', 'GET', '/api/bodies?kind=subdistrictOffice&area=990102001')).body
      .bodies[0];
    const committee = (await desks.ask('director', 'GET', `/api/bodies?kind=residentsCommittee&area=${community}`)).body
      .bodies[0];
    const page = async () => (await desks.ask('director', 'GET', `/api/bodies/${committee.bodyId}`)).body;
    expect((await page()).links.map(({ sentence }: { sentence: { zh: string } }) => sentence.zh)).toContain(
      `${office.name.zh}指导${committee.name.zh}。`,
    );
    const link = { fromBodyId: office.bodyId, toBodyId: committee.bodyId };
    const led = await desks.ask('administrator', 'POST', '/api/body-links', { ...link, kind: 'leads' });
    expect(led.body.code).toBe('link.committee_is_guided');
    expect(led.body.message.zh).toContain('居民委员会组织法');
    for (const _ of ['once', 'again'])
      expect(
        (await desks.ask('administrator', 'POST', '/api/body-links', { ...link, kind: 'supervises' })).status,
      ).toBe(200);
    expect(
      (await page()).links.filter(
        (one: { kind: string; fromBodyId: string }) => one.kind === 'supervises' && one.fromBodyId === office.bodyId,
      ),
    ).toHaveLength(1);
    expect(
      (await desks.ask('administrator', 'POST', '/api/body-links/remove', { ...link, kind: 'supervises' })).status,
    ).toBe(200);
    expect((await desks.ask('director', 'POST', '/api/body-links', { ...link, kind: 'assists' })).status).toBe(403);
  });

  test('the demo district has no link that the rule would refuse', async () => {
    const government = await bodyNamed('', 'districtGovernment');
    const page = (await desks.ask('administrator', 'GET', `/api/bodies/${government.bodyId}`)).body;
    expect(page.links.length).toBeGreaterThan(30);
    for (const { fromBodyId, toBodyId, kind } of page.links)
      expect((await desks.ask('administrator', 'POST', '/api/body-links', { fromBodyId, toBodyId, kind })).status).toBe(
        200,
      );
  });
});
