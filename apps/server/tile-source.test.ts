import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTileSource } from './tile-source.ts';

const asked: string[] = [];
let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, reply) => {
    asked.push(request.url ?? '');
    if (request.url?.includes('/broken/'))
      return void reply.writeHead(200, { 'content-type': 'text/html' }).end('no key');
    if (request.url?.includes('/gone/')) return void reply.writeHead(404).end();
    reply.writeHead(200, { 'content-type': 'image/png' }).end('picture');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
const source = (...paths: string[]) =>
  makeTileSource({ templates: paths.map((path) => `${base}/${path}/{z}/{x}/{y}?tk=secret`), datum: 'wgs84' });

test('fetches a tile with the key, and the same one only once', async () => {
  const { fetchTile, layers } = source('vec', 'cva');
  expect(layers).toBe(2);
  const tile = await fetchTile(1, { z: 3, x: 5, y: 2 });
  expect(tile).toEqual({ bytes: Buffer.from('picture'), mediaType: 'image/png' });
  await fetchTile(1, { z: 3, x: 5, y: 2 });
  expect(asked.filter((url) => url === '/cva/3/5/2?tk=secret')).toHaveLength(1);
});

test.each([
  ['what is no picture', 'broken', { z: 3, x: 5, y: 2 }],
  ['what is not there', 'gone', { z: 3, x: 5, y: 2 }],
  ['a place beyond the world', 'vec', { z: 3, x: 8, y: 2 }],
])('gives nothing for %s', async (_, path, tile) => {
  expect(await source(path).fetchTile(0, tile)).toBeUndefined();
});

test('gives nothing for a layer that is not set, and when nobody answers', async () => {
  expect(await source('vec').fetchTile(1, { z: 3, x: 5, y: 2 })).toBeUndefined();
  const dead = makeTileSource({ templates: ['http://127.0.0.1:1/{z}/{x}/{y}'], datum: 'wgs84' });
  expect(await dead.fetchTile(0, { z: 3, x: 5, y: 2 })).toBeUndefined();
});
