import { afterAll, expect, test } from 'vitest';
import { hiddenIn, openInventedSite } from '../invented-site.ts';
import { inventedBoard } from './invented-board.ts';

const site = openInventedSite();
const { code } = inventedBoard;
afterAll(() => site.app.close());

test('a board names who serves here, with post, duty and public number; a vacant post and a gap are said', async () => {
  const { body, statusCode } = await site.get(`/boards/${code}`);
  expect(statusCode).toBe(200);
  for (const words of ['周敏', '低保、救助 &lt;b&gt;', '0999-555-0001', '空缺', '还没有确定', '湖滨路 8 号'])
    expect(body).toContain(words);
  expect(body).toContain(`href="/report?grid=${code}"`);
});

test('who names a place is led to its board, and who names none that is known is told so', async () => {
  const found = await site.get(`/boards?where=${encodeURIComponent('金湖花园')}`);
  expect([found.statusCode, found.headers.location]).toEqual([303, `/boards/${code}`]);
  const { body } = await site.get(`/boards?where=${encodeURIComponent('天上')}`);
  expect(body).toContain('没有找到这个地方');
  expect((await site.get('/boards')).body).toContain('柳岸社区');
});

test('the sheet has both boards and a code that leads to reporting in that grid', async () => {
  const { body, statusCode } = await site.get(`/boards/${code}/sheet`, { host: 'linli.example' });
  expect(statusCode).toBe(200);
  expect(body).toContain('<svg');
  expect(body).toContain(`://linli.example/report?grid=${code}`);
  expect(body).toContain('服务牌');
  expect(body).toContain('联系牌');
});

test('there is no board for another code, and none for what is no code', async () => {
  for (const path of ['/boards/620199001001999', '/boards/abc', '/boards/620199001001999/sheet'])
    expect((await site.get(path)).statusCode).toBe(404);
});

test('who scans a board begins the report in its grid', async () => {
  const { body } = await site.get(`/report?grid=${code}`);
  expect(hiddenIn(body)).toMatchObject({ community: '620199001001', grid: code });
  expect(hiddenIn((await site.get('/report?grid=1')).body)).toMatchObject({ community: '', grid: '' });
});

test('the board and the code of a grid that ended lead to the one that goes on', async () => {
  const old = '620199001001009';
  for (const path of [`/boards/${old}`, `/boards/${old}/sheet`]) {
    const { body, statusCode } = await site.get(path);
    expect(statusCode).toBe(200);
    expect(body).toContain('金湖社区第九网格已于 2026-06-01 撤并');
    expect(body).toContain(`href="/boards/${code}"`);
  }
  const { body } = await site.get(`/report?grid=${old}`);
  expect(body).toContain('金湖社区第九网格已于 2026-06-01 撤并');
  expect(hiddenIn(body)).toMatchObject({ community: '620199001001', grid: code });
});

test('who stands in is named beside the holder, with the last day of it', async () => {
  for (const tail of ['', '/sheet'])
    expect((await site.get(`/boards/${code}${tail}`)).body).toContain('何静代理，至 2026-12-04');
});

test('in English everything but names and duties is English', async () => {
  const { body } = await site.get(`/boards/${code}`, { cookie: 'language=en' });
  expect(body).toContain('Service board');
});
