import { describe, expect, test } from 'vitest';
import type { SiteDeps } from '../deps.ts';
import { invented } from '../invented-deps.ts';
import { cookiesOf, openInventedSite } from '../invented-site.ts';
import { inventedProof } from './invented-trust.ts';

const hexOf = (value: number): string => Buffer.alloc(32, value).toString('hex');

describe('the published digests (每日摘要)', () => {
  test.each([
    ['/trust', '记录可核对', 'href="/trust/digests.json"'],
    ['/trust/2026', '2026 年的每日摘要', 'href="/trust/digests-2026.json"'],
  ])('stand on %s with day, number of matters and digest, and a file of them', async (path, title, file) => {
    const { get } = openInventedSite();
    const zh = await get(path);
    expect(zh.statusCode).toBe(200);
    for (const words of [`<h1>${title}</h1>`, '2026-06-30', '>12<', hexOf(3), file]) expect(zh.body).toContain(words);
    const en = await get(path, { cookie: 'language=en; size=large' });
    expect(en.body).toContain('daily digest');
    expect(en.body).not.toMatch(/<script(?! src="\/assets\/)|\sstyle=/);
  });

  test.each(['/trust/digests.json', '/trust/digests-2026.json'])('are a file at %s', async (path) => {
    const { get } = openInventedSite();
    const reply = await get(path);
    expect(reply.headers['content-type']).toContain('application/json');
    const [first] = reply.json().digests;
    expect(first).toEqual({ day: '2026-06-30', matters: 12, root: hexOf(2), prev: hexOf(1), digest: hexOf(3) });
  });

  test('of a year that had none, or of what is no year, are not found', async () => {
    const { get } = openInventedSite();
    for (const path of ['/trust/2019', '/trust/20x6', '/trust/digests-2019.json', '/trust/digests-x.json'])
      expect((await get(path)).statusCode, path).toBe(404);
  });

  test('say that there are none yet', async () => {
    const { get } = openInventedSite({ digests: async () => ({ district: 1, digests: [], years: [], drawDays: [] }) });
    expect((await get('/trust')).body).toContain('还没有摘要');
  });
});

describe('checking one’s own record (核对记录)', () => {
  const path = `/follow/${invented.number}/proof`;
  async function following(deps: Partial<SiteDeps> = {}) {
    const site = openInventedSite(deps);
    const cookies = cookiesOf(await site.post('/follow', { number: invented.number, code: invented.code }));
    return (url = path, headers = {}) => site.get(url, { ...cookies, ...headers });
  }

  test('is a link on the page of the request', async () => {
    const get = await following();
    expect((await get(`/follow/${invented.number}`)).body).toContain(`href="${path}"`);
  });

  test('needs the code', async () => {
    const { get } = openInventedSite();
    for (const url of [path, `${path}.json`])
      expect((await get(url)).headers.location).toBe(`/follow?number=${invented.number}`);
  });

  test('says that it fits, and shows leaf, path and digest', async () => {
    const get = await following();
    const { body, headers } = await get();
    expect(headers['cache-control']).toBe('no-store');
    for (const words of ['没有被改动过', '✓ 相符', hexOf(8), hexOf(9), hexOf(10), hexOf(3), `${path}.json`])
      expect(body).toContain(words);
  });

  test.each<[string, Partial<Parameters<typeof inventedProof>[0]>]>([
    ['a day that does not fit', { days: inventedProof().days.map((day) => ({ ...day, fits: false })) }],
    ['a timeline that was changed', { isWhole: false }],
  ])('says plainly, with what to do, that it does not fit: %s', async (_, over) => {
    const get = await following({ proof: async () => inventedProof(over) });
    const { body } = await get();
    expect(body).toContain('对不上');
    expect(body).toContain('街道办事处');
    expect(body).not.toContain('没有被改动过');
  });

  test('says when there is nothing to check yet, and when something is still to come', async () => {
    const none = await following({ proof: async () => inventedProof({ days: [], isWaiting: true }) });
    expect((await none()).body).toContain('还没有算进摘要。今天半夜以后再来看');
    const waiting = await following({ proof: async () => inventedProof({ isWaiting: true }) });
    expect((await waiting()).body).toContain('最近的进展还没有算进摘要');
  });

  test('gives a file that names neither the number nor the matter', async () => {
    const get = await following();
    const { body, headers } = await get(`${path}.json`);
    expect(headers['content-disposition']).toContain('linli-proof.json');
    expect(JSON.parse(body)).toMatchObject({
      format: 'linli-proof-1',
      days: [{ place: 5, matters: 12, leaf: hexOf(8) }],
    });
    expect(body).not.toContain(invented.matterId);
    expect(body).not.toContain(invented.number);
  });
});
