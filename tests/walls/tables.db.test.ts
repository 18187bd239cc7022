import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';

const { local, withoutRowSecurity, openByPolicy } = JSON.parse(readFileSync('db/distribution.json', 'utf8')) as {
  local: string[];
  withoutRowSecurity: Record<string, string>;
  openByPolicy: Record<string, string>;
};
/** What a resident says about themself; none of it may stand where no wall is. */
const personal = { phone: '13912345678', name: '张桂芳', door: '1204' };

let server: DemoServer;
let owner: pg.Client;
let tables: { name: string; walled: boolean; rows: number; policies: string[] }[];

beforeAll(async () => {
  server = await startDemoServer();
  owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  await fill();
  const { rows } = await owner.query(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled,
      array(select pg_get_expr(coalesce(polqual, polwithcheck), polrelid) from pg_policy where polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      and n.nspname not in ('pg_catalog', 'information_schema')
    where c.relkind in ('r', 'p') and not c.relispartition order by 1`);
  tables = [];
  for (const row of rows as { name: string; walled: boolean; policies: string[] }[]) {
    const counted = await owner.query(`select count(*)::int as n from ${row.name}`);
    tables.push({ ...row, rows: counted.rows[0].n });
  }
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

/** A request with everything a resident may say, handled, looked at, stood in for: so that the tables are not empty. */
async function fill(): Promise<void> {
  const what = `我叫${personal.name}，3号楼2单元${personal.door}的楼道灯坏了，打${personal.phone}找我。`;
  const report = { commandId: randomUUID(), what, community: '990102001001', place: '3号楼', phone: personal.phone };
  const { body } = await server.ask('POST', '/api/public/requests', { body: report });
  const cookie = await server.signIn('director');
  const post = (url: string, order: object) =>
    server.ask('POST', url, { cookie, body: { commandId: randomUUID(), ...order } });
  const answers = [
    await post(`/api/matters/${body.matterId}/steps/accept`, { seenSeq: 1, input: {} }),
    await post(`/api/requests/${body.matterId}/reveal`, { purpose: 'verifyFacts' }),
    await post('/api/my/deputies', {
      postId: server.signIns.find(({ key }) => key === 'director')?.postId,
      accountId: server.signIns.find(({ key }) => key === 'clerk')?.accountId,
      fromOn: '2026-11-18',
      toOn: '2026-11-18',
      reason: '开会',
      maySign: false,
    }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
}

/** How many rows the application's role sees; a refusal by the database is none. */
async function seen(client: pg.Client, table: string): Promise<number> {
  await client.query('begin; set local role linli_app');
  try {
    return (await client.query(`select * from ${table} limit 5`)).rowCount ?? 0;
  } catch (error) {
    const { code } = error as { code?: string };
    if (!['42501', '42704', '22P02'].includes(code ?? '')) throw error; // no privilege, no setting, an empty one
    return 0;
  } finally {
    await client.query('rollback');
  }
}

describe('a connection without a scope', () => {
  test.each(['fresh', 'after another’s work'])('that is %s sees no row in any table behind the wall', async (age) => {
    const client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
    try {
      if (age !== 'fresh')
        await client.query(`begin; set local app.district = '990102'; set local app.lo = '990102';
          set local app.hi = '990102~'; set local app.body = ''; set local app.matter = ''; commit`);
      const open: string[] = [];
      for (const { name, walled } of tables) if (walled && (await seen(client, name)) > 0) open.push(name);
      expect(open).toEqual(Object.keys(openByPolicy));
    } finally {
      await client.end();
    }
  });

  test('the walls were tried on tables with rows; an empty one has a policy by district or by its matter', () => {
    const walled = tables.filter((table) => table.walled);
    const empty = walled.filter(({ rows }) => rows === 0);
    process.stdout.write(
      `walls: ${walled.length} tables behind row security, ${walled.length - empty.length} of them with rows\n`,
    );
    expect(walled.length - empty.length).toBeGreaterThanOrEqual(20);
    for (const { name, policies } of empty) {
      expect(policies.length, name).toBeGreaterThan(0);
      for (const policy of policies) expect(policy, name).toMatch(/app\.district|matters\.matters/);
    }
  });

  test('without a scope words find nothing, and from elsewhere neither; here they do', async () => {
    const find = async (lo: string) => {
      await owner.query(`begin; set local role linli_app; set local app.district = '990102';
        set local app.lo = '${lo}'; set local app.hi = '${lo && `${lo}~`}'; set local app.body = ''; set local app.matter = ''`);
      const { rowCount } = await owner.query(`select matters.find_by_words(990102, array['楼道'], array['楼道'])`);
      await owner.query('rollback');
      return rowCount;
    };
    expect([await find(''), await find('990102001002'), await find('990102001001')]).toEqual([0, 0, 1]);
  });

  test('the application’s role cannot go round the wall', async () => {
    const { rows } = await owner.query(`select rolsuper, rolbypassrls from pg_roles where rolname = 'linli_app'`);
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
    const owned = await owner.query(`select relname from pg_class where pg_get_userbyid(relowner) = 'linli_app'`);
    expect(owned.rows).toEqual([]);
  });
});

describe('a table without the wall', () => {
  test('is on the list, with its reason', () => {
    const open = tables.filter(({ name, walled }) => !walled && !local.includes(name)).map(({ name }) => name);
    expect(open.toSorted()).toEqual(Object.keys(withoutRowSecurity).toSorted());
    for (const reason of Object.values({ ...withoutRowSecurity, ...openByPolicy }))
      expect(reason.length).toBeGreaterThan(20);
  });

  test.each(Object.keys({ ...withoutRowSecurity, ...openByPolicy }))(
    '%s gives the application nothing personal',
    async (name) => {
      await owner.query('begin; set local role linli_app');
      try {
        const columns = await owner.query(
          `select column_name as c from information_schema.columns where table_schema || '.' || table_name = $1
         and has_column_privilege('linli_app', $1, column_name, 'select')`,
          [name],
        );
        const readable = columns.rows.map(({ c }: { c: string }) => c).join(', ');
        const { rows } = readable ? await owner.query(`select ${readable} from ${name}`) : { rows: [] };
        const said = JSON.stringify(rows);
        for (const [what, word] of Object.entries(personal))
          expect(said.includes(word), `${name}: ${what}`).toBe(false);
      } finally {
        await owner.query('rollback');
      }
    },
  );
});
