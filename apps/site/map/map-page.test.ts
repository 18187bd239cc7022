import { afterAll, expect, test } from 'vitest';
import { openInventedSite } from '../invented-site.ts';
import type { PublicQuery } from '../deps.ts';

const asked: PublicQuery[] = [];
const site = openInventedSite({
  publicCounts: async (query) => {
    asked.push(query);
    return { ok: true, value: new Map([['620199001001', 3]]) };
  },
});
afterAll(() => site.app.close());

test('each place is a link with its number, on the map and in the list, and keeps what was sought', async () => {
  const { body, statusCode } = await site.get('/map?words=%E8%B7%AF%E7%81%AF&category=lighting');
  expect(statusCode).toBe(200);
  expect(asked.at(-1)).toEqual({ words: '路灯', category: 'lighting' });
  const links = body.match(/href="\/map\?words=[^"]*area=620199001&amp;category=lighting"/g) ?? [];
  expect(links).toHaveLength(2);
  expect(body).toContain('<text');
  expect(body).toContain('共 3 件');
  expect(body).not.toContain('style=');
});

test('inside a sub-district each community leads to its list; another place is none', async () => {
  const { body } = await site.get('/map?area=620199001');
  expect(body.match(/href="\/see\?community=620199001001"/g)?.length).toBe(2);
  expect(body).toContain('不是实际位置');
  for (const area of ['620199001001', '999', 'x'])
    expect((await site.get(`/map?area=${area}`)).statusCode, area).toBe(404);
});
