import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import { sql } from 'kysely';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';

const here = '990102001001';
const page = `/communities/${here}/disclosures`;
const draft = {
  words: '十月工作经费收入一万元，支出八千元，经手人：王小明 13800001111。',
  rows: [
    ['项目', '金额'],
    ['水电', '8000'],
  ],
};
let server: DemoServer;
let cookies: Record<'director' | 'neighbourDirector' | 'taskGroupLiaison', string>;
beforeAll(async () => {
  server = await startDemoServer(new Date('2026-11-18T02:00:00Z'));
  const [director, neighbourDirector, taskGroupLiaison] = await Promise.all(
    ['director', 'neighbourDirector', 'taskGroupLiaison'].map((key) => server.signIn(key)),
  );
  cookies = { director, neighbourDirector, taskGroupLiaison } as typeof cookies;
});
afterAll(() => server.close());

const send = (path: string, body: unknown, who: keyof typeof cookies = 'director') =>
  server.ask('POST', path, { cookie: cookies[who], body });
const desk = async (who: keyof typeof cookies) =>
  (await server.ask('GET', '/api/disclosures', { cookie: cookies[who] })).body;
const wishOf = async (more: object = {}, said = draft) => {
  const { seen } = (await send('/api/disclosures/preview', said)).body;
  return {
    commandId: randomUUID(),
    item: 'funds',
    period: '2026-10',
    ...said,
    fileId: null,
    seen,
    corrects: null,
    reason: '',
    ...more,
  };
};

test('says with the look already what is wrong with the item and the day, and nothing of them where they are not said', async () => {
  const looked = async (more: object) =>
    Object.keys((await send('/api/disclosures/preview', { ...draft, ...more })).body.fields ?? {});
  expect(await looked({})).toEqual([]);
  expect(await looked({ item: '', period: '', words: '短' })).toEqual(['item', 'words']);
  expect(await looked({ item: 'publicNotice', period: '11月' })).toEqual(['period']);
  expect(await looked({ item: 'publicNotice', period: '2026-11-19' })).toEqual(['period']);
  expect(await looked({ item: 'publicNotice', period: '2026-11-18' })).toEqual([]);
});

test('is owed by the calendar, looked at masked, published once, corrected by a later entry, and read by everybody', async () => {
  expect((await desk('director')).communities[0].owed).toEqual([
    { item: 'funds', period: '2026-10', dueOn: '2026-11-13', isOverdue: true },
  ]);
  expect((await server.ask('GET', page)).body).toContain('过期还没公开');
  expect((await desk('taskGroupLiaison')).mine).toBeNull();
  expect((await send('/api/disclosures', await wishOf(), 'taskGroupLiaison')).status).toBe(403);

  const wish = await wishOf();
  expect((await send('/api/disclosures', { ...wish, words: `${draft.words}改了。` })).body.fields.words.code).toBe(
    'disclosure.look_first',
  );
  expect((await send('/api/disclosures', wish)).body).toEqual({ id: wish.commandId });
  expect((await send('/api/disclosures', wish)).body).toEqual({ id: wish.commandId });
  expect((await send('/api/disclosures', await wishOf())).body.fields.period.code).toBe('disclosure.published_already');
  expect((await desk('director')).communities[0].owed).toEqual([]);
  expect((await desk('neighbourDirector')).entries).toEqual([]);

  const better = { ...draft, words: '更正：十月工作经费收入一万元，支出九千元。' };
  const correction = await wishOf({ corrects: wish.commandId, reason: '漏记一笔支出' }, better);
  expect((await send('/api/disclosures', correction, 'neighbourDirector')).body.fields.reason.code).toBe(
    'disclosure.corrected_meanwhile',
  );
  expect((await send('/api/disclosures', correction)).status).toBe(200);
  const second = await wishOf({ corrects: wish.commandId, reason: '漏记一笔支出' }, better);
  expect((await send('/api/disclosures', second)).body.fields.reason.code).toBe('disclosure.corrected_meanwhile');

  const list = (await server.ask('GET', page)).body;
  expect(list).toContain(correction.commandId);
  expect(list).not.toContain(wish.commandId);
  const old = (await server.ask('GET', `${page}/${wish.commandId}`)).body;
  expect(old).toContain('这一条后来更正过');
  expect(old).toContain('漏记一笔支出');
  expect(old).not.toMatch(/13800001111|王小明/);
  expect((await server.ask('GET', `/communities/990102001002/disclosures/${wish.commandId}`)).status).toBe(404);
  const feed = await server.ask('GET', `/feeds/disclosures.atom?area=${here}`);
  expect(feed.raw.headers['content-type']).toContain('application/atom+xml');
  expect(feed.raw.body).toContain('支出九千元');
});

test('takes files by their content, shows them once published, and lets them only be saved', async () => {
  const upload = (content: string, who: keyof typeof cookies = 'director') => {
    const payload = `--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n${content}\r\n--b--\r\n`;
    const headers = { cookie: cookies[who], 'content-type': 'multipart/form-data; boundary=b' };
    return server.app.inject({ method: 'POST', url: '/api/disclosures/files', headers, payload });
  };
  expect((await upload('<html><script>1</script>')).json()).toMatchObject({ code: 'file.not_allowed' });
  expect((await upload('')).statusCode).toBe(400);
  const { id } = (await upload('%PDF-1.7 invented')).json();
  const path = `${page}/files/${id}`;
  expect((await server.ask('GET', path)).status).toBe(404);
  const said = { ...draft, words: '居民代表会议通过了小区停车办法，表决情况见附件。' };
  const wish = await wishOf({ item: 'decisions', period: '2026-11-17', fileId: id }, said);
  expect((await send('/api/disclosures', wish, 'neighbourDirector')).body.fields.file.code).toBe('disclosure.no_file');
  expect((await send('/api/disclosures', wish)).status).toBe(200);
  const { raw } = await server.ask('GET', path);
  expect([raw.statusCode, raw.body]).toEqual([200, '%PDF-1.7 invented']);
  expect(raw.headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect(raw.headers['content-disposition']).toMatch(/^attachment; /);
});

test('cannot be changed or taken away, nor written for another community', async () => {
  const { db, districtId } = server.ground;
  const tell = (query: ReturnType<typeof sql>, scope = areaScope(here)) =>
    inTransaction(db, { districtId, now: new Date(), actor: { kind: 'public' }, scope }, (work) =>
      query.execute(work.db),
    );
  await expect(tell(sql`update openness.disclosures set words = ''`)).rejects.toThrow('permission denied');
  await expect(tell(sql`delete from openness.disclosures`)).rejects.toThrow('permission denied');
  await expect(
    tell(
      sql`insert into openness.disclosures select district_id, gen_random_uuid(), area_code, 'progress', '2026-Q3', words, rows, null, null,
        null, published_at, published_by_account_id, published_by_post_id, published_by_body_id from openness.disclosures limit 1`,
      areaScope('990102001002'),
    ),
  ).rejects.toThrow('row-level security');
});
