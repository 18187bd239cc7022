import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { publicRequest } from './invented-deps.ts';
import { cookiesOf, openInventedSite } from './invented-site.ts';

const nasty = '<script>alert(1)</script> \u202E"\'& 👵🏽';
const pages = [
  '/',
  '/report',
  '/follow',
  '/see',
  `/see/${publicRequest.number}`,
  '/channels',
  '/procedures',
  '/procedures/resident-request',
];

test.each(pages)('draws %s in Chinese, in English and in large letters', async (path) => {
  const { get } = openInventedSite();
  const zh = await get(path);
  expect(zh.statusCode).toBe(200);
  expect(zh.body).toMatch(/<html lang="zh-CN"\s*>/);
  expect(zh.body).toContain('href="#main"');
  const en = await get(path, { cookie: 'language=en; size=large' });
  expect(en.body).toMatch(/<html lang="en"\s+class="large"/);
  expect(en.body.match(/<h1/g)).toHaveLength(1);
});

test.each(pages)('loads nothing from elsewhere and runs no script inside %s', async (path) => {
  const { get } = openInventedSite();
  const { body, headers } = await get(path);
  expect([...body.matchAll(/(?:src|href)="(?!\/|#|tel:)[^"]*"/g)]).toEqual([]);
  expect(body).not.toMatch(/<script(?! src="\/assets\/)|\son\w+=|\sstyle=/);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['referrer-policy']).toBe('same-origin');
});

test('escapes what neighbours wrote', async () => {
  const row = { ...publicRequest, title: nasty, body: nasty, answer: nasty };
  const { get } = openInventedSite({
    recentAnswers: async () => [row],
    publicList: async () => ({ ok: true, value: { rows: [row], next: null } }),
    publicRequest: async () => row,
  });
  for (const path of ['/', '/see', '/see/1']) {
    const { body } = await get(path);
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; \u202E&quot;&#39;&amp; 👵🏽');
    expect(body).not.toContain('<script>alert');
  }
});

test('a first visit reads the language of the browser, and what was chosen wins', async () => {
  const { get } = openInventedSite();
  const english = { 'accept-language': 'en-GB,en;q=0.9' };
  const first = await get('/', english);
  expect(first.body).toMatch(/<html lang="en"/);
  expect(first.headers['vary']).toContain('Accept-Language');
  expect(first.cookies).toEqual([]);
  expect((await get('/', { ...english, cookie: 'language=zh' })).body).toMatch(/<html lang="zh-CN"/);
  expect((await get('/', { 'accept-language': 'zh-CN', cookie: 'language=en' })).body).toMatch(/<html lang="en"/);
});

test('remembers language and letters by link, and goes back to this site only', async () => {
  const { get } = openInventedSite();
  const chosen = await get('/prefs?language=en&back=/see%3Fwords%3D%E7%81%AF');
  expect(chosen.statusCode).toBe(303);
  expect(chosen.headers.location).toBe('/see?words=%E7%81%AF');
  expect((await get('/', cookiesOf(chosen))).body).toContain('lang="en"');
  expect((await get('/prefs?language=fr')).cookies).toEqual([]);
  for (const back of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    '',
    '/..//evil.example',
  ])
    expect((await get(`/prefs?size=large&back=${encodeURIComponent(back)}`)).headers.location).toBe('/');
});

test('refuses a form from another site', async () => {
  const { post, seen } = openInventedSite();
  const foreign = await post('/receipt', {}, { headers: { 'sec-fetch-site': 'cross-site' } });
  expect(foreign.statusCode).toBe(403);
  expect(foreign.body).toContain('没有送出');
  expect(seen.raised).toEqual([]);
});

test('says that there is no such page, and what cannot be searched for', async () => {
  const { get } = openInventedSite();
  expect((await get('/nothing/here')).statusCode).toBe(404);
  expect((await get('/see/2606-99999-9')).body).toContain('没有这一页');
  expect((await get('/procedures/nothing')).statusCode).toBe(404);
  const short = await get('/see?words=灯');
  expect(short.statusCode).toBe(422);
  expect(short.body).toContain('请至少输入两个字');
});

test('apologises with a number when something of ours fails, also when nothing can be asked', async () => {
  const { get } = openInventedSite({
    district: async () => Promise.reject(new Error('secret detail of the database')),
  });
  const { statusCode, body } = await get('/');
  expect(statusCode).toBe(500);
  expect(body).toMatch(/<b>req-\w+<\/b>/);
  expect(body).not.toContain('secret');
});

test('goes on to the next page of the list, keeping what was searched for', async () => {
  const { get } = openInventedSite();
  const first = await get('/see?words=路灯&community=620199001001');
  expect(first.body).toContain('/see?words=%E8%B7%AF%E7%81%AF&amp;community=620199001001&amp;after=cursor-2');
  expect((await get('/see?after=cursor-2')).body).not.toContain('after=');
});

test('keeps the report page small: page, style, script and icon in 15 KB', async () => {
  const { get } = openInventedSite();
  const br = { 'accept-encoding': 'gzip, br' };
  const page = await get('/report', br);
  expect(page.headers['content-encoding']).toBe('br');
  const { body } = await get('/report');
  const assets = [...body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
  const replies = await Promise.all(assets.map((path) => get(path, br)));
  expect(replies.map(({ headers }) => headers['cache-control'])).toEqual(
    assets.map(() => 'public, max-age=31536000, immutable'),
  );
  const bytes = [page, ...replies].map(({ rawPayload }) => rawPayload.length);
  expect(assets).toHaveLength(3);
  expect(bytes.reduce((sum, n) => sum + n)).toBeLessThan(15_000);
});

test('serves the drawing of a procedure as an image that may run nothing', async () => {
  const { get } = openInventedSite();
  const drawing = await get('/procedures/resident-request/drawing/zh');
  expect(drawing.headers['content-type']).toBe('image/svg+xml');
  expect(drawing.headers['content-security-policy']).toContain("default-src 'none'");
  expect((await get('/procedures/resident-request/drawing/constructor')).statusCode).toBe(404);
});

test('gives a first page its style at once, by the hash that the policy names; later pages link to it', async () => {
  const { app } = openInventedSite();
  const first = await app.inject({ url: '/report' });
  const [, css = ''] = /<style>([^<]*)<\/style>/.exec(first.body) ?? [];
  const hash = createHash('sha256').update(css).digest('base64');
  expect(css.length).toBeGreaterThan(1000);
  expect(first.headers['content-security-policy']).toContain(`style-src 'self' 'sha256-${hash}'`);
  expect(first.body).toContain('rel="prefetch"');
  const next = await app.inject({ url: '/report', headers: { 'sec-fetch-site': 'same-origin' } });
  expect(next.body).not.toContain('<style>');
  expect(next.body).toContain('rel="stylesheet"');
});
